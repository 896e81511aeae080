import { access, constants, readdir, statfs } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import type { DoctorDocument } from '../contract/doctor.ts';
import { listInstruments, loadInstrument } from '../instrument/load.ts';
import { loadCriteria } from '../instrument/load-criteria.ts';

type Finding = DoctorDocument['findings'][number];

/** Whether the tool can work on this machine and write into this folder. */
export async function examineMachine(folder: string): Promise<Finding[]> {
  return [
    {
      id: 'node',
      state: 'good',
      text: `Node ${process.versions.node} di ${process.platform} ${process.arch}.`,
    },
    await examineInstruments(),
    examineTerminal(),
    await examineFont(),
    await examineFolder(folder),
    ...(await examineSpace(folder)),
  ];
}

/** Loading checks them: sums of the weights, bands without holes, criteria for every indicator. */
async function examineInstruments(): Promise<Finding> {
  const ids = await listInstruments();
  try {
    for (const id of ids) await loadCriteria(await loadInstrument(id));
    return { id: 'instruments', state: 'good', text: `${ids.length} instrumen utuh: ${ids.join(', ')}.` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { id: 'instruments', state: 'bad', text: `${reason} Pasang ulang spbe.` };
  }
}

const narrow = 80;

function examineTerminal(): Finding {
  const { isTTY, columns = 0 } = process.stdout;
  if (!isTTY) return { id: 'terminal', state: 'good', text: 'Keluaran tidak ke terminal; tanpa warna.' };
  if (columns < narrow) {
    return {
      id: 'terminal',
      state: 'caution',
      text: `Terminal selebar ${columns} kolom; lebarkan jendela sampai ${narrow} kolom agar tabel tidak terpotong.`,
    };
  }
  return { id: 'terminal', state: 'good', text: `Terminal selebar ${columns} kolom.` };
}

/** The font of the workbooks, and the one with the same widths that LibreOffice takes in its place. */
const wanted = /^(calibri|carlito)[-.]/i;

async function examineFont(): Promise<Finding> {
  const home = homedir();
  const folders = [
    ...['C:\\Windows\\Fonts', '/usr/share/fonts', '/usr/local/share/fonts', '/Library/Fonts'],
    ...[join(home, '.fonts'), join(home, '.local/share/fonts'), join(home, 'Library/Fonts')],
    join(home, 'AppData/Local/Microsoft/Windows/Fonts'),
    '/Applications/Microsoft Excel.app/Contents/Resources/DFonts',
  ];
  for (const folder of folders) {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    if (names.some((name) => wanted.test(basename(name)))) {
      return { id: 'font', state: 'good', text: 'Huruf Calibri (atau Carlito) terpasang.' };
    }
  }
  return {
    id: 'font',
    state: 'caution',
    text: 'Huruf Calibri atau Carlito tidak ditemukan; kertas kerja tetap benar, tetapi lebar kolom saat dicetak dapat berbeda.',
  };
}

async function examineFolder(folder: string): Promise<Finding> {
  try {
    await access(folder, constants.R_OK | constants.W_OK);
    return { id: 'folder', state: 'good', text: 'Folder ini dapat dibaca dan ditulis.' };
  } catch {
    return {
      id: 'folder',
      state: 'bad',
      text: 'Folder ini tidak dapat ditulis – pindah ke folder milik Anda, misalnya di Dokumen.',
    };
  }
}

const leastSpace = 200 * 1024 * 1024;

/** Nothing where the system does not tell. */
async function examineSpace(folder: string): Promise<Finding[]> {
  const found = await statfs(folder).catch(() => null);
  if (found === null) return [];
  const free = found.bavail * found.bsize;
  const shown = `${Math.floor(free / 1024 / 1024)} MB`;
  return free < leastSpace
    ? [{ id: 'space', state: 'caution', text: `Sisa tempat di diska ${shown} – kosongkan sebagian.` }]
    : [{ id: 'space', state: 'good', text: `Sisa tempat di diska ${shown}.` }];
}
