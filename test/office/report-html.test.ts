import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../src/contract/report.ts';
import { renderHtml } from '../../src/reporters/full-report/html/page.ts';
import { forLeaders, forOpd } from '../../src/reporters/full-report/narrow.ts';
import {
  kotaReport,
  mojokertoReport,
  poison,
  withEverything,
} from '../reporters/full-report/report-samples.ts';

/* The report as a browser shows it: from a file, without a network, by keyboard, to readers of screens, on paper. */

const folder = mkdtempSync(join(tmpdir(), 'spbe-html-'));
const narrow = { width: 360, height: 740 };
const wide = { width: 1280, height: 800 };

let browser: Browser;
const documents = new Map<string, ReportDocument>();

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const kota = await kotaReport();
  const mojokerto = await mojokertoReport();
  const full = withEverything(kota);
  const opd = forOpd(full, 'diskominfo');
  if (opd === null) throw new Error('no such OPD');
  for (const [name, document] of Object.entries({
    kota,
    mojokerto,
    full,
    leaders: forLeaders(full),
    'leaders of nothing known': forLeaders(kota),
    'leaders in 2018': forLeaders(mojokerto),
    'leaders, long names': forLeaders(poison(full, 'Perkataan yang panjang sekali '.repeat(400))),
    opd,
    hostile: poison(
      full,
      `"><img src="http://a.example/x" onerror="console.error('in')"><script>console.error('in')</script>`,
    ),
    'long words': poison(full, 'x'.repeat(10_000)),
  })) {
    documents.set(name, document);
    writeFileSync(join(folder, `${name}.html`), await renderHtml(document));
  }
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  /** What the console said, and what was asked for beside the file itself. */
  readonly said: string[];
}

async function open(name: string, options: BrowserContextOptions = { viewport: wide }): Promise<Opened> {
  const page = await browser.newPage(options);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) said.push(request.url());
  });
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  return { page, said };
}

const whole = ['kota', 'mojokerto', 'full', 'opd', 'leaders'];

describe.each([...whole, 'hostile', 'long words'])('%s', (name) => {
  it.each([
    ['a telephone', narrow],
    ['a screen', wide],
  ])('fits %s, asks for nothing, and complains of nothing', async (_, viewport) => {
    const { page, said } = await open(name, { viewport });
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect({ width, said }).toEqual({ width: viewport.width, said: [] });
    await page.close();
  });
});

describe.each(['full', 'mojokerto', 'opd', 'leaders'])(
  '%s, to those who do not see it or see it in the dark',
  (name) => {
    it.each([
      ['light, on a telephone', 'light', narrow],
      ['dark, on a screen', 'dark', wide],
    ] as const)('has no grave fault in the %s', async (_, colorScheme, viewport) => {
      const { page } = await open(name, { viewport, colorScheme });
      await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
      await page.evaluate(axe.source);
      const { violations, passes } = (await page.evaluate('axe.run()')) as axe.AxeResults;
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(grave.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
      // It did look.
      expect(passes.map(({ id }) => id)).toContain('color-contrast');
      await page.close();
    });
  },
);

describe('the first screen', () => {
  it.each([
    ['a telephone', narrow],
    ['a screen', wide],
  ])('of %s holds the index and the three indicators that cost most', async (_, viewport) => {
    const { page } = await open('kota', { viewport });
    const seen = page.locator('.index .figure, .costly li strong');
    expect(await seen.allTextContents()).toEqual([
      '2,98',
      '11 Arsitektur SPBE',
      '12 Peta Rencana SPBE',
      '45 Layanan Publik Sektor 1',
    ]);
    for (const one of await seen.all()) {
      const box = await one.boundingBox();
      expect((box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0)).toBeLessThan(viewport.height);
    }
    await page.close();
  });
});

describe('the table of indicators, by keyboard', () => {
  const shownIds = (page: Page) => page.locator('#tabel-indikator tbody tr:visible th').allTextContents();

  it('is searched, and says how many are left', async () => {
    const { page } = await open('full');
    await page.getByLabel('Cari indikator').focus();
    await page.keyboard.type('peta rencana');
    expect(await shownIds(page)).toEqual(['2', '12']);
    expect(await page.getByRole('status').textContent()).toBe('2 dari 47 indikator ditampilkan.');
    await page.close();
  });

  it('is filtered by aspect and OPD', async () => {
    const { page } = await open('full');
    await page.getByLabel('Aspek', { exact: true }).focus();
    await page.keyboard.type('Penyelenggara');
    await page.keyboard.press('Enter');
    expect(await shownIds(page)).toEqual(['19', '20']);
    await page.getByLabel('Aspek', { exact: true }).selectOption('');
    await page.getByLabel('OPD', { exact: true }).selectOption('bappeda');
    expect(await shownIds(page)).toEqual(['2']);
    await page.close();
  });

  it('is sorted by its headers, which say how', async () => {
    const { page } = await open('full');
    const header = page.getByRole('columnheader', { name: 'Poin hilang' }).last();
    await header.getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect((await shownIds(page)).slice(0, 3)).toEqual(['11', '12', '45']);
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    expect(await page.getByRole('status').textContent()).toBe('Diurutkan menurut Poin hilang, menurun.');
    await page.keyboard.press('Space');
    expect((await shownIds(page)).slice(0, 2)).toEqual(['36', '40']);
    expect(await page.locator('[aria-sort]').count()).toBe(1);
    await page.close();
  });

  it('sorts weights that are fractions between the others', async () => {
    const { page } = await open('mojokerto');
    const header = page.getByRole('columnheader', { name: 'Bobot' }).last();
    await header.getByRole('button').click();
    const cells = (await page.evaluate(
      `[...document.querySelectorAll('#tabel-indikator tbody tr')].map((row) => row.cells[document.querySelector('[aria-sort]').cellIndex].textContent)`,
    )) as string[];
    const order = cells.filter((one, index) => one !== cells[index - 1]);
    expect(order).toEqual(['5', '4', '10/3', '1']);
    await page.close();
  });

  it('leads to the details, which unfold', async () => {
    const { page } = await open('full');
    await page.locator('#tabel-indikator a[href="#rincian-12"]').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#rincian-12').isVisible()).toBe(true);
    await page.close();
  });

  it('can be skipped to', async () => {
    const { page } = await open('full');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Langsung ke isi');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('isi');
    await page.close();
  });

  it('is whole without a script', async () => {
    const { page } = await open('full', { viewport: wide, javaScriptEnabled: false });
    expect(await shownIds(page)).toHaveLength(47);
    expect(await page.getByLabel('Cari indikator').isVisible()).toBe(false);
    await page.close();
  });
});

describe('on paper', () => {
  async function print(name: string): Promise<string[]> {
    const { page } = await open(name, { viewport: wide, colorScheme: 'dark' });
    const pdf = join(folder, `${name}.pdf`);
    await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
    await page.close();
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    return text.split('\f').slice(0, -1);
  }

  it.each(['leaders', 'leaders of nothing known', 'leaders in 2018', 'leaders, long names'])(
    '%s is one page of A4',
    async (name) => {
      expect(await print(name)).toHaveLength(1);
      const size = execFileSync('pdfinfo', [join(folder, `${name}.pdf`)], { encoding: 'utf8' });
      expect(size).toContain('(A4)');
    },
  );

  it('the whole unfolds the details and repeats the headers of tables', async () => {
    const pages = await print('full');
    expect(pages.length).toBeLessThan(30);
    const text = pages.join('');
    expect(text.match(/Kriteria tingkat ini/g)).toHaveLength(47);
    expect(text).not.toContain('Cari indikator');
    expect(text).not.toContain('Angka grafik');
    const appendix = pages.slice(pages.findIndex((page) => page.includes('Lampiran: asal setiap tingkat')));
    expect(appendix.length).toBeGreaterThan(1);
    for (const page of appendix) expect(page).toMatch(/No +Indikator +Diisi +Berkas/);
    const first = pages.findIndex((page) => page.includes('Semua indikator'));
    const last = pages.findIndex((page) => page.includes('Diisi dibanding terbukti'));
    const heat = pages.slice(first, last + 1);
    expect(heat.length).toBeGreaterThan(1);
    for (const page of heat) expect(page).toMatch(/No +Indikator +Tingkat +Terbukti/);
  });

  it('a filtered table prints whole', async () => {
    const { page } = await open('full');
    await page.getByLabel('Cari indikator').fill('peta rencana');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#tabel-indikator tbody tr:visible').count()).toBe(47);
    await page.close();
  });
});
