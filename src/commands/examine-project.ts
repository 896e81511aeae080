import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DoctorDocument } from '../contract/doctor.ts';
import { UserError } from '../problem.ts';
import { findProject } from '../project/find.ts';
import type { Project } from '../project/project.ts';
import { evidenceFolder, projectFile, workbookFolder } from '../project/project-folder.ts';
import { readRecords, recordFolder } from '../project/records.ts';

type Finding = DoctorDocument['findings'][number];

/** Whether the project in a folder is whole; one finding that there is none, where there is none. */
export async function examineProject(folder: string): Promise<Finding[]> {
  try {
    const project = await findProject(folder, '.');
    if (project === null) {
      const text = `Tidak ada ${projectFile} di folder ini. Mulai dengan "spbe init", atau pindah ke folder proyek.`;
      return [{ id: 'project', state: 'caution', text }];
    }
    return [
      { id: 'project', state: 'good', text: describe(project) },
      ...(await examineWorkbooks(folder, project)),
      await examineEvidence(folder),
      await examineRecords(folder),
    ];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ id: 'project', state: 'bad', text: error.message }];
  }
}

function describe({ region, year, instrument, opd }: Project): string {
  return `${projectFile}: ${region} ${year}, ${instrument}, ${opd.length} OPD.`;
}

async function examineWorkbooks(folder: string, { opd }: Project): Promise<Finding[]> {
  const names = await readdir(join(folder, workbookFolder), { recursive: true }).catch(() => []);
  // Excel leaves ~$name.xlsx beside an open workbook, LibreOffice .~lock.name.xlsx#.
  const open = names.flatMap((name) => /(?:^|[\\/])(?:~\$|\.~lock\.)(.+?)#?$/.exec(name)?.[1] ?? []);
  const books = names.filter((name) => /\.(xlsx|xlsm|ods)$/i.test(name) && !/(^|[\\/])(~\$|\.)/.test(name));
  const expected = opd.filter(({ indicators }) => indicators.length > 0).length;
  const count = `${books.length} kertas kerja untuk ${expected} OPD di ${workbookFolder}`;
  return [
    books.length >= expected
      ? { id: 'workbooks', state: 'good', text: `${count}.` }
      : {
          id: 'workbooks',
          state: 'caution',
          text: `${count} – "spbe status" menyebut yang belum ada; "spbe init" membuatnya lagi.`,
        },
    ...(open.length > 0
      ? [
          {
            id: 'open-files' as const,
            state: 'caution' as const,
            text: `Sedang terbuka di Excel atau LibreOffice: ${listSome(open)}. Simpan dan tutup, agar isi terakhir ikut terbaca.`,
          },
        ]
      : []),
  ];
}

async function examineEvidence(folder: string): Promise<Finding> {
  const names = await readdir(join(folder, evidenceFolder)).catch(() => null);
  if (names !== null) return { id: 'evidence', state: 'good', text: `Folder ${evidenceFolder} ada.` };
  return {
    id: 'evidence',
    state: 'caution',
    text: `Folder ${evidenceFolder} tidak ada; tanpa berkasnya, bukti hanya dinilai dari daftarnya.`,
  };
}

async function examineRecords(folder: string): Promise<Finding> {
  const { records, problems } = await readRecords(folder);
  if (problems.length === 0) {
    return { id: 'records', state: 'good', text: `${records.length} catatan di ${recordFolder}.` };
  }
  const damaged = listSome(problems.map(({ at }) => at.file));
  return {
    id: 'records',
    state: 'bad',
    text: `${problems.length} catatan rusak: ${damaged}. Kembalikan dari cadangan, atau pindahkan.`,
  };
}

const mostNamed = 5;

function listSome(names: readonly string[]): string {
  const rest = names.length - mostNamed;
  return `${names.slice(0, mostNamed).join(', ')}${rest > 0 ? `, dan ${rest} lagi` : ''}`;
}
