/*
 * Evidence of a whole region: 5,000 files of 5 GB (sparse, with a document at the beginning of each) in a temporary
 * folder. Prints how fast they are found and hashed against sha256sum on the same files in the same run, the peak of
 * memory, and how long the second run takes. Run after a build.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

const [, self = '', folder, kind] = process.argv;
const counts = { files: 5_000, folders: 47 };
const size = 1024 * 1024;

if (folder !== undefined) await run(folder, kind === 'pdf');
else await compare();

async function compare() {
  for (const name of ['sparse', 'pdf']) {
    const root = mkdtempSync(join(tmpdir(), 'spbe-bench-'));
    try {
      await makeFiles(root, name === 'pdf');
      const total = name === 'pdf' ? counts.files : (counts.files * size) / 1e9;
      print(
        `${name}: ${counts.files} files${name === 'pdf' ? ', each a PDF of two pages' : `, ${total.toFixed(1)} GB`}`,
      );
      const reference = sha256sum(root);
      const first = inProcess(root, name);
      const second = inProcess(root, name);
      print(`  sha256sum        ${reference.toFixed(2)} s`);
      print(
        `  first run        ${first.seconds.toFixed(2)} s, ratio ${(first.seconds / reference).toFixed(2)}, peak ${first.peak} MB`,
      );
      print(
        `  second run       ${second.seconds.toFixed(2)} s (${second.cpu.toFixed(2)} s of CPU), peak ${second.peak} MB`,
      );
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
}

/**
 * @param {string} root
 * @param {boolean} isPdf
 */
async function makeFiles(root, isPdf) {
  const pdf = isPdf ? await makePdf() : new Uint8Array();
  for (let index = 0; index < counts.files; index++) {
    const path = join(root, pathOf(index, isPdf));
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, isPdf ? Buffer.concat([pdf, Buffer.from(`\n%${index}`)]) : `\x89PNG ${index}`);
    if (!isPdf) truncateSync(path, size);
  }
}

/**
 * @param {number} index
 * @param {boolean} isPdf
 */
function pathOf(index, isPdf) {
  return `bukti/opd-${index % counts.folders}/Dokumen ${index}.${isPdf ? 'pdf' : 'png'}`;
}

async function makePdf() {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const line of ['Peraturan Bupati Nomor 12 Tahun 2023', 'Ditetapkan pada tanggal 17 Agustus 2023']) {
    const page = pdf.addPage();
    for (let row = 0; row < 40; row++) page.drawText(line, { x: 50, y: 800 - row * 18, size: 11, font });
  }
  return pdf.save();
}

/** @param {string} root */
function sha256sum(root) {
  const start = performance.now();
  spawnSync('sh', ['-c', 'find bukti -type f -print0 | xargs -0 sha256sum > /dev/null'], { cwd: root });
  return (performance.now() - start) / 1000;
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {{ seconds: number, cpu: number, peak: number }}
 */
function inProcess(root, name) {
  const { stdout, stderr } = spawnSync(process.execPath, [self, root, name], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

/**
 * @param {string} root
 * @param {boolean} isPdf
 */
async function run(root, isPdf) {
  const lib = new URL('../lib/evidence/find-evidence.js', import.meta.url);
  const { findEvidence } = await import(lib.href);
  const locations = Array.from({ length: counts.files }, (_, index) => ({
    text: pathOf(index, isPdf).split('/').at(-1),
    opd: `opd-${index % counts.folders}`,
    indicator: String((index % 47) + 1),
    accepted: false,
  }));
  const start = performance.now();
  const { facts } = await findEvidence({ root, folder: 'bukti', locations, today: '2026-11-21' });
  const seconds = (performance.now() - start) / 1000;
  const good = facts.located.filter((/** @type {{ kind: string }} */ { kind }) => kind === 'file').length;
  if (good !== counts.files) throw new Error(`${fileURLToPath(lib)} found ${good}`);
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpu = (userCPUTime + systemCPUTime) / 1e6;
  process.stdout.write(JSON.stringify({ seconds, cpu, peak: Math.round(maxRSS / 1024) }));
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}
