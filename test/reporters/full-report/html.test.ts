import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../../src/contract/report.ts';
import { renderHtml } from '../../../src/reporters/full-report/html/page.ts';
import { forLeaders, forOpd } from '../../../src/reporters/full-report/narrow.ts';
import { readPage } from './read-page.ts';
import { kotaReport, mojokertoReport, poison, withEverything, written } from './report-samples.ts';

let kota: ReportDocument;
let mojokerto: ReportDocument;
let full: ReportDocument;

beforeAll(async () => {
  kota = await kotaReport();
  mojokerto = await mojokertoReport();
  full = withEverything(kota);
});

describe('the page as it was', () => {
  it('of Kota Bandar Lampung 2024', async () => {
    expect(kota.score.index).toBe(2.98);
    await expect(await renderHtml(kota)).toMatchFileSnapshot('../goldens/report-kota-bandar-lampung.html');
  });

  it('of the index of 1,55', async () => {
    expect(mojokerto.score.index).toBe(1.55);
    expect(mojokerto.plan?.path?.map(({ year }) => year)).toEqual([2021, 2022, 2023]);
    await expect(await renderHtml(mojokerto)).toMatchFileSnapshot('../goldens/report-mojokerto-2018.html');
  });

  it('of one page for leaders', async () => {
    await expect(await renderHtml(forLeaders(full))).toMatchFileSnapshot('../goldens/report-leaders.html');
  });
});

it('gives the same bytes twice, whatever was drawn in between', async () => {
  const first = await renderHtml(full);
  await renderHtml(mojokerto);
  expect(await renderHtml(full)).toBe(first);
});

describe('what the page lets in', () => {
  it('names the hash of its style and its script, and nothing else', async () => {
    const { policy, styles, scripts } = readPage(await renderHtml(full));
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(styles).toHaveLength(1);
    expect(scripts.map(({ attributes }) => attributes)).toEqual([
      { type: 'application/json', id: 'spbe-seal' },
      {},
    ]);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hash(styles[0] ?? '')}`,
      `script-src ${hash(scripts[1]?.text ?? '')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('asks for nothing from outside, and styles nothing by attribute, which the policy would refuse', async () => {
    for (const document of [kota, mojokerto, full]) {
      const { tags, styles } = readPage(await renderHtml(document));
      const names = tags.flatMap(({ attributes }) => Object.keys(attributes));
      expect(
        names.filter((name) => ['style', 'src', 'srcset', 'action', 'data', 'poster'].includes(name)),
      ).toEqual([]);
      expect(
        tags.filter(({ name }) =>
          ['link', 'iframe', 'object', 'embed', 'img', 'base', 'form'].includes(name),
        ),
      ).toEqual([]);
      expect(styles.join()).not.toMatch(/url\(|@import/);
    }
  });
});

describe('text from a workbook', () => {
  it.each([
    ['<script>alert(1)</script>'],
    ['"><img src=x onerror=alert(1)>'],
    ["' onmouseover='alert(1)"],
    ['</title></style></script><svg onload=alert(1)>'],
    ['javascript:alert(1)//'],
    ['<a href="javascript:alert(1)">'],
    ['{a|x}{b}\u202e\u0000\u001b[31m<b>'],
    ['x'.repeat(10_000)],
  ])('%j stays text', async (attack) => {
    const clean = readPage(await renderHtml(full));
    for (const document of [poison(full, attack), forLeaders(poison(full, attack))]) {
      const { tags, scripts, styles } = readPage(await renderHtml(document));
      expect(scripts).toHaveLength(1);
      expect(styles).toEqual(clean.styles);
      expect(
        tags.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => /^on/i.test(name)),
      ).toEqual([]);
      const links = tags.flatMap(({ attributes: { href, 'xlink:href': other } }) => [
        href ?? '#',
        other ?? '#',
      ]);
      expect(links.filter((link) => !/^#[\w-]+$|^#$/.test(link))).toEqual([]);
    }
    const { tags } = readPage(await renderHtml(poison(full, attack)));
    const known = new Set(clean.tags.map(({ name }) => name));
    expect(tags.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  });

  it('is cut where it would fill the page, and says so', async () => {
    const page = await renderHtml(poison(full, 'kata '.repeat(2000), written));
    expect(page).toContain('… (dipotong)');
    expect(page.length).toBeLessThan((await renderHtml(full)).length * 2);
  });
});

describe('the seal', () => {
  it('comes back as it was, though it held the end of a script', async () => {
    const { scripts } = readPage(await renderHtml(full));
    expect(JSON.parse(scripts[0]?.text ?? '')).toEqual(full.seal);
  });

  it('is shown in short with the way to check it, or its absence is', async () => {
    expect(await renderHtml(full)).toContain('Segel 0123456789ab.');
    expect(await renderHtml(full)).toContain('spbe verify laporan.html');
    expect(await renderHtml(kota)).toContain('Tanpa segel');
  });
});

describe('what each reader gets', () => {
  const idsOf = (page: string) => [...page.matchAll(/<section id="([\w-]+)"/g)].map(([, id]) => id);

  it('the coordinator everything that is known', async () => {
    expect(idsOf(await renderHtml(full))).toEqual([
      ...['keputusan', 'aspek', 'indikator', 'bukti', 'opd', 'rencana', 'kekuatan', 'perkembangan'],
      ...['pembanding', 'rincian', 'masalah', 'metode', 'lampiran'],
    ]);
  });

  it('nothing of what is not known', async () => {
    const page = await renderHtml(kota);
    expect(idsOf(page)).not.toContain('perkembangan');
    expect(idsOf(page)).not.toContain('pembanding');
    expect(idsOf(page)).not.toContain('bukti');
    expect(readPage(page).rest).not.toMatch(/\b(?:null|undefined|NaN)\b|\[object/);
  });

  it('leaders the decisions only', async () => {
    expect(idsOf(await renderHtml(forLeaders(full)))).toEqual(['keputusan']);
  });

  it('an OPD its own indicators', async () => {
    const own = forOpd(full, 'diskominfo');
    if (own === null) throw new Error('no such OPD');
    const page = await renderHtml(own);
    const shown = [...page.matchAll(/<div class="indicator-body" id="rincian-([\w-]+)"/g)];
    expect(shown.map(([, id]) => id)).toEqual(['1']);
    expect(page).toContain('<h1>Laporan SPBE · Dinas Komunikasi dan Informatika · Kota Contoh · 2024</h1>');
    expect(page).not.toContain('Bappeda');
  });
});

it('draws a line for each segment of the trend, and none between two', async () => {
  const page = await renderHtml(full);
  const drawing = page.slice(page.indexOf('id="grafik-perkembangan"')).split('</svg>')[0] ?? '';
  const lines = [...drawing.matchAll(/<(?:polyline|path)[^>]*stroke-width="3"[^>]*>/g)].map(([tag]) => tag);
  const inPlot = lines.filter((tag) => !tag.includes('transform'));
  expect(inPlot).toHaveLength(2);
});

it('gives every part of a drawing a name of its own', async () => {
  const { tags } = readPage(await renderHtml(full));
  const ids = tags.flatMap(({ attributes: { id } }) => id ?? []);
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
});
