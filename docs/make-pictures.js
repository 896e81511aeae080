/*
 * `npm run pictures`: follows docs/panduan.md in a fresh folder and makes docs/pictures from what comes out, for the guide and the
 * README. Needs a build, LibreOffice, pdftoppm, ImageMagick and Chromium.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { follow, readGuide } from '../fixtures/panduan/follow.js';
import { terminalPage } from './terminal-page.js';

const pictures = fileURLToPath(new URL('pictures/', import.meta.url));
const guide = readFileSync(new URL('panduan.md', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'spbe-pictures-'));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });

/** What a terminal showed, by command; the first time counts. @type {Map<string, string>} */
const outputs = new Map();

try {
  await follow(readGuide(guide), folder, {
    columns: 100,
    colour: true,
    after: async ({ command, output }, cwd) => {
      if (!outputs.has(command)) outputs.set(command, output);
      if (command === 'spbe send-back') {
        await takeSheet(join(cwd, 'kertas-kerja'), 'bpkad-', 'Penilaian', 'penilaian');
        await takeSheet(join(cwd, 'kirim-balik'), 'bag-hukum-', 'Lembar perbaikan', 'perbaikan');
      }
      if (command.endsWith('-o laporan.html')) await takePage(join(cwd, 'laporan.html'), 'laporan', 1500);
      if (command.endsWith('-o satu-halaman.html')) {
        await takePage(join(cwd, 'satu-halaman.html'), 'pimpinan', 1400);
      }
    },
  });
  await takeTerminal(['spbe check'], 'check', 30);
  await takeTerminal(['spbe score', 'spbe gap --target 3.5'], 'demo', 36);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {readonly string[]} commands
 * @param {string} name of the picture
 * @param {number} lines shown of each
 */
async function takeTerminal(commands, name, lines) {
  const session = commands.map((command) => ({ command, output: outputs.get(command) ?? '' }));
  const page = await browser.newPage({ viewport: { width: 1000, height: 400 } });
  await page.setContent(terminalPage(session, lines));
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  await page.close();
  shrink(name);
}

/** @param {string} file @param {string} name of the picture @param {number} height */
async function takePage(file, name, height) {
  const page = await browser.newPage({ viewport: { width: 1000, height } });
  await page.goto(pathToFileURL(file).href);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  await page.close();
  shrink(name);
}

/**
 * The first printed page that this sheet begins on.
 * @param {string} books folder of workbooks
 * @param {string} prefix of the workbook's name
 * @param {string} heading first words of the sheet
 * @param {string} name of the picture
 */
async function takeSheet(books, prefix, heading, name) {
  const book = readdirSync(books).find((one) => one.startsWith(prefix)) ?? '';
  const work = mkdtempSync(join(tmpdir(), 'spbe-sheet-'));
  execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', work, join(books, book)]);
  const pdf = join(work, book.replace(/xlsx$/, 'pdf'));
  const texts = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f');
  const number = texts.findIndex((text) => text.trimStart().startsWith(heading)) + 1;
  if (number === 0) throw new Error(`No page of ${heading} in ${book}`);
  const range = ['-f', `${number}`, '-l', `${number}`, '-singlefile'];
  execFileSync('pdftoppm', ['-png', '-r', '220', ...range, pdf, join(work, 'page')]);
  const footless = ['-gravity', 'south', '-chop', '0x12%', '-trim', '-bordercolor', 'white', '-border', '12'];
  execFileSync('convert', [join(work, 'page.png'), ...footless, join(pictures, `${name}.png`)]);
  rmSync(work, { recursive: true });
  shrink(name);
}

/** Few colours are enough, and no time of making: small, and the same again. @param {string} name */
function shrink(name) {
  const path = join(pictures, `${name}.png`);
  execFileSync('convert', [path, '-resize', '1400x>', '+dither', '-colors', '64', '-strip', `PNG8:${path}`]);
}
