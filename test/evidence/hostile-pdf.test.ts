import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makePdf, rawPdf, streamBody } from './make-pdf.ts';
import { factsOf, find, makeFolder, row } from './project-folder.ts';

const mebibyte = 1024 * 1024;

async function examine(bytes: Uint8Array) {
  return factsOf(makeFolder({ 'bukti/dinkes/uji.pdf': bytes }), 'uji.pdf');
}

/** One page with this content stream and whatever objects else. */
function onePage(content: Buffer, more: readonly (readonly [number, string | Buffer])[] = []): Buffer {
  return rawPdf(
    new Map<number, string | Buffer>([
      [1, '<< /Type /Catalog /Pages 2 0 R >>'],
      [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
      [3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>'],
      [4, content],
      ...more,
    ]),
  );
}

/** How much the process had grown at most while `run` ran. */
async function growthOf(run: () => Promise<unknown>): Promise<number> {
  const base = process.memoryUsage.rss();
  let most = base;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  await run();
  clearInterval(watch);
  return most - base;
}

describe('a hostile PDF is stopped', () => {
  it('that unpacks to gigabytes', async () => {
    // 400 MB of blanks, packed, and packed again: 2 kB.
    const bomb = deflateSync(deflateSync(Buffer.alloc(400 * mebibyte, 32)));
    const bytes = onePage(streamBody(bomb, '/Filter [/FlateDecode /FlateDecode]'));
    expect(bytes.length).toBeLessThan(10_000);
    const growth = await growthOf(async () => {
      expect((await examine(bytes)).state).toBe('too-complex');
    });
    expect(growth).toBeLessThan(700 * mebibyte);
  });

  it('whose page is drawn in millions of steps', async () => {
    const page = deflateSync(Buffer.from('BT /F1 9 Tf (a) Tj ET\n'.repeat(1_000_000)));
    const facts = await examine(onePage(streamBody(page, '/Filter /FlateDecode')));
    expect(['good', 'too-complex']).toContain(facts.state);
    expect(facts.excerpt.length).toBeLessThanOrEqual(1_500);
  });

  it('with arrays in arrays in arrays', async () => {
    const facts = await examine(onePage(streamBody(Buffer.from(`${'['.repeat(2_000_000)} Tj`))));
    expect([facts.state, facts.hasText]).toEqual(['good', false]);
  });

  it.each([
    ['whose pages contain themselves', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>', 'damaged', null],
    ['that claims 100,000 pages and has none', '<< /Type /Pages /Kids [] /Count 100000 >>', 'damaged', null],
    ['that claims 100,000 pages and has one', '<< /Type /Pages /Kids [3 0 R] /Count 100000 >>', 'good', 1],
    ['that claims a negative count', '<< /Type /Pages /Kids [3 0 R] /Count -5 >>', 'damaged', null],
  ])('%s', async (_, pages, state, count) => {
    const bytes = rawPdf(
      new Map([
        [1, '<< /Type /Catalog /Pages 2 0 R >>'],
        [2, pages],
        [3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>'],
      ]),
    );
    const facts = await examine(bytes);
    expect([facts.state, facts.pages]).toEqual([state, count]);
  });

  it('whose tables of objects point at each other', async () => {
    const bytes = Buffer.from(
      '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 2 /Root 1 0 R /Prev 46 >>\nstartxref\n46\n%%EOF',
    );
    expect((await examine(bytes)).state).toBe('damaged');
  });
});

it('reads 100,000 real pages no further than it must', async () => {
  const [width, count] = [320, 320 * 320];
  const kids = (first: number, step: number) =>
    Array.from({ length: width }, (_, at) => `${first + at * step} 0 R`).join(' ');
  const objects = new Map<number, string | Buffer>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, `<< /Type /Pages /Kids [${kids(3, width + 1)}] /Count ${count} >>`],
  ]);
  for (let branch = 3; branch < 3 + width * (width + 1); branch += width + 1) {
    objects.set(branch, `<< /Type /Pages /Parent 2 0 R /Kids [${kids(branch + 1, 1)}] /Count ${width} >>`);
    for (let leaf = 1; leaf <= width; leaf++) {
      objects.set(branch + leaf, `<< /Type /Page /Parent ${branch} 0 R /MediaBox [0 0 9 9] >>`);
    }
  }
  const facts = await examine(rawPdf(objects));
  expect([facts.state, facts.pages, facts.hasText]).toEqual(['good', count, false]);
});

it('goes on with the next document after it had to stop one', async () => {
  const bomb = deflateSync(deflateSync(Buffer.alloc(900 * mebibyte, 32)));
  const root = makeFolder({
    'bukti/dinkes/a.pdf': onePage(streamBody(bomb, '/Filter [/FlateDecode /FlateDecode]')),
    'bukti/dinkes/b.pdf': await makePdf({ pages: [['Peraturan Bupati Nomor 12 Tahun 2023']] }),
  });
  const { facts } = await find(root, [row('a.pdf'), row('b.pdf')]);
  expect(facts.located).toMatchObject([
    { facts: { state: 'too-complex', pages: null, hasText: null } },
    { facts: { state: 'good', pages: 1, numbers: ['12 Tahun 2023'] } },
  ]);
});
