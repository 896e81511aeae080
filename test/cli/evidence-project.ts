import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makePdf } from '../evidence/make-pdf.ts';
import { type Filling, fillIn, load, save } from '../workbook/make-workbook.ts';
import { makeFolder, spbe } from './spbe.ts';

/** A project of one OPD (dinkom: indicators 1 and 12) as its officers return it, with these files in its evidence folder. */
export async function makeProject(
  filling: Filling,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<{ cwd: string; workbook: string }> {
  const cwd = await makeFolder({ 'opd.csv': 'kode,nama,indikator\ndinkom,Dinas Kominfo,"1,12"\n' });
  const args = ['--region', 'Kabupaten Contoh', '--kind', 'kabupaten', '--year', '2025', '--opd', 'opd.csv'];
  const { code, stderr } = await spbe(['init', '.', ...args], { cwd });
  if (code !== 0) throw new Error(stderr);
  const [name = ''] = await readdir(join(cwd, 'kertas-kerja'));
  const workbook = join('kertas-kerja', name);
  const book = await load(await readFile(join(cwd, workbook)));
  fillIn(book, filling);
  await writeFile(join(cwd, workbook), await save(book));
  for (const [path, content] of Object.entries(files)) {
    const target = join(cwd, 'bukti', 'dinkom', path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  return { cwd, workbook };
}

/** A legal paper of a few lines. */
export function paper(...lines: string[]): Promise<Uint8Array> {
  return makePdf({ pages: [lines] });
}

/** A row of Bukti with the plan that `roadmapFile` is. */
export const roadmap = [
  ...[12, 3, 'Peta Rencana SPBE 2024', '5 Tahun 2024', '2024-03-04'],
  ...['Peta Rencana.pdf', '3', 'Rencana', 'Ya'],
];

export async function roadmapFile(): Promise<Record<string, Uint8Array>> {
  const pdf = await paper('KEPUTUSAN BUPATI CONTOH NOMOR 5 TAHUN 2024', 'PETA RENCANA SPBE');
  return { 'Peta Rencana.pdf': pdf };
}

/** A plan at level 3 of indicator 12 with its PDF, a link, and a draft that does not count. */
export async function planProject() {
  return makeProject(
    {
      answers: {
        1: [1],
        12: [3, 'Peta Rencana SPBE, Nomor 5 Tahun 2024, halaman 3 memuat tujuh muatan secara lengkap.'],
      },
      documents: [
        roadmap,
        [
          12,
          3,
          'Peta rencana di JDIH',
          '5 Tahun 2024',
          '2024-03-04',
          'https://jdih.contoh.go.id/5-2024',
          '',
          'Rencana',
          'Ya',
        ],
        [12, 3, 'Lampiran', '6 Tahun 2024', '2024-03-04', 'hilang.pdf', '', 'Rencana', 'Ya'],
      ],
    },
    await roadmapFile(),
  );
}
