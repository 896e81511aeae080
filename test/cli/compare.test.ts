import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exchangeFile } from '../../src/contract/exchange.ts';
import { exchangeOf } from '../exchange-samples.ts';
import { readPublished } from '../published-results.ts';
import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { compare } from './compare-json.ts';
import { fixtures, makeFolder, spbe, transcript, transcripts } from './spbe.ts';

const levels = readFileSync(join(fixtures, 'kota-bandar-lampung-2024/levels.csv'), 'utf8');

describe('one region among the published ones', () => {
  test('Kota Mojokerto 2024 stands where a count by hand puts it, in every format', async () => {
    const args = ['compare', '--region', 'Pemkot Mojokerto', '--with', 'Kota Surabaya,Kab. Gresik'];
    for (const [format, text] of await transcripts(args)) {
      await expect(text).toMatchFileSnapshot(`transcripts/compare-mojokerto-${format}.md`);
    }
    const kota = readPublished().filter(({ year, type }) => year === 2024 && type === 'kota');
    const own = kota.find(({ name }) => name === 'Pemerintah Kota Mojokerto')?.index ?? '';
    const { published } = await compare(args.slice(1));
    expect(own).toBe('4.32');
    expect(published?.groups[0]).toMatchObject({
      rank: 4,
      of: 93,
      sharedWith: kota
        .filter(({ name, index }) => index === own && name !== 'Pemerintah Kota Mojokerto')
        .map(({ name }) => name),
    });
    expect(kota.filter(({ index }) => Number(index) > Number(own))).toHaveLength(3);
    expect(kota).toHaveLength(93);
  });

  test('scored levels are ranked with their domains, wide', async () => {
    const cwd = await makeFolder({ 'tingkat.csv': levels });
    const wide = await transcript([['compare', 'tingkat.csv', '--region', 'Kota Bandar Lampung']], {
      cwd,
      columns: 120,
    });
    await expect(wide).toMatchFileSnapshot('transcripts/compare-bandar-lampung-wide.md');
  });

  test('single steps that pass the next one do so', async () => {
    // A little below the lowest kota of all: one level more on a heavy indicator is enough.
    const kota = readPublished().filter(({ year, type }) => year === 2024 && type === 'kota');
    const above = Math.min(...kota.map(({ index }) => Number(index)).filter((index) => index > 1.5));
    const cwd = await makeFolder({ 'a.csv': lowLevels(above) });
    const { published, own } = await compare(['a.csv', '--region', 'Kota Contoh'], cwd);
    const next = published?.groups[0]?.next?.peers[0]?.value ?? 0;
    expect(published?.steps.length).toBeGreaterThan(0);
    for (const { index } of published?.steps ?? []) expect(index).toBeGreaterThan(next);
    expect(own?.index).toBeLessThan(next);
  });

  test('2023 and 2024 are told apart', async () => {
    const [before, after] = [
      await compare(['--region', 'NTB', '--year', '2023']),
      await compare(['--region', 'NTB']),
    ];
    const printed = (year: number, name: string) =>
      Number(readPublished().find((row) => row.year === year && row.name === name)?.index);
    expect(before.own?.index).toBe(printed(2023, 'Pemerintah Provinsi NTB'));
    expect(after.own?.index).toBe(printed(2024, 'Pemerintah Provinsi Nusa Tenggara Barat'));
    expect([before, after].map(({ published }) => published?.groups[0]?.of)).toEqual([37, 38]);
  });

  test('what cannot be ranked says why and what to do', async () => {
    const cwd = await makeFolder({ 'tingkat.csv': levels });
    const refused = await transcript(
      [
        ['compare', '--region', 'Mojokerto'],
        ['compare', '--region', 'Kota Mojokrto'],
        ['compare', '--region', 'Kota Malang', '--with', 'Kab. Gersik'],
        ['compare', '--region', 'Kota Malang', '--year', '2025'],
        ['compare', '--index', '4.32'],
        ['compare', '--index', '7', '--region', 'Kota Malang'],
        ['compare', '--index', '4.1', '--region', 'Kota Malang', '--instrument', 'permenpanrb-8-2026'],
        ['compare', 'tingkat.csv'],
        ['compare', 'tingkat.csv', '--region', 'Kota Bandar Lampung', '--anonymous'],
        ['compare', '--region', 'Kota Malang', '--export', 'tukar.json'],
        ['compare', 'tingkat.csv', '--exchange', 'tidak-ada.json'],
      ],
      { cwd },
    );
    await expect(refused).toMatchFileSnapshot('transcripts/compare-refused.md');
  });
});

/** Levels of 59/2020 whose index lies a little below this one: ones, raised one after the other. */
function lowLevels(below: number): string {
  let index = 1;
  const weights = weightsOf();
  const rows = Object.entries(weights).map(([id, weight]) => {
    let level = 1;
    while (level < 5 && index + weight / 100 < below - 0.005) {
      level++;
      index += weight / 100;
    }
    return `${id},${level}`;
  });
  return `indikator,tingkat\n${rows.join('\n')}\n`;
}

function weightsOf(): Record<string, number> {
  const pack = new URL('../../templates/instruments/permenpanrb-59-2020/instrument.json', import.meta.url);
  const { indicators } = JSON.parse(readFileSync(pack, 'utf8'));
  return Object.fromEntries(
    indicators.map(({ id, weight }: { id: string; weight: string }) => [id, Number(weight)]),
  );
}

describe('exchange files', () => {
  test('hold levels and sums, nothing else; anonymous ones no name', async () => {
    const cwd = await makeFolder({
      'Rahasia 0812/tingkat.csv': `${levels.trim().replace(/^(.*)$/m, '$1')}\n`,
    });
    const args = ['compare', 'Rahasia 0812/tingkat.csv', '--region', 'Kota Bandar Lampung'];
    expect((await spbe([...args, '--export', 'a.json'], { cwd })).code).toBe(0);
    expect((await spbe([...args, '--export', 'b.json', '--anonymous'], { cwd })).code).toBe(0);
    const [named, unnamed] = await Promise.all(
      ['a.json', 'b.json'].map((name) => readFile(join(cwd, name), 'utf8')),
    );
    const content = exchangeFile.parse(JSON.parse(named ?? ''));
    expect(content).toMatchObject({ region: 'Kota Bandar Lampung', kind: 'kota', indexExact: '2.9795' });
    expect(exchangeFile.parse(JSON.parse(unnamed ?? ''))).toEqual({ ...content, region: null });
    expect(unnamed).not.toContain('Lampung');
    // Exact values may be fractions; no other stroke stands there.
    expect(named?.replace(/"\d+\/\d+"/g, '')).not.toMatch(/Rahasia|0812|\.csv|[/\\@]/);
  });

  test('carry no text of the workbook, whatever officers wrote', async () => {
    const book = await load(await makeWorkbook(['12'], { region: 'Kabupaten Contoh' }));
    fillIn(book, {
      answers: { 12: [3, 'Budi, NIP 197001012000031001, budi@contoh.go.id', null, 'hub. 0812345678'] },
      documents: [[12, 3, 'SK Budi']],
    });
    const cwd = await makeFolder({ 'kominfo.xlsx': await save(book) });
    await spbe(['compare', 'kominfo.xlsx', '--export', 'a.json'], { cwd });
    const text = await readFile(join(cwd, 'a.json'), 'utf8');
    expect(exchangeFile.parse(JSON.parse(text)).indicators.find(({ id }) => id === '12')?.level).toBe(3);
    expect(text).not.toMatch(/Budi|NIP|1970|@|0812|SK|xlsx|kominfo/i);
  });

  test('workbooks of one region are not ranked as another, and blanks are told of', async () => {
    const book = await makeWorkbook(['12'], { region: 'Kabupaten Gresik' });
    const cwd = await makeFolder({ 'kominfo.xlsx': book });
    const { code, stderr } = await spbe(['compare', 'kominfo.xlsx', '--region', 'Kota Gresik'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('milik Kabupaten Gresik, bukan Kota Gresik')]);
    const { stdout } = await spbe(['compare', 'kominfo.xlsx', '--region', 'Gresik'], { cwd });
    expect(stdout).toContain('47 indikator kosong dan dihitung di tingkat 1');
  });

  test('a region whose name is more than a name is not written out', async () => {
    const cwd = await makeFolder({ 'tingkat.csv': levels });
    const args = ['compare', 'tingkat.csv', '--region', 'Kota X, hub. 0812345678', '--export', 'a.json'];
    const { code, stderr } = await spbe(args, { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('--anonymous')]);
    await expect(readFile(join(cwd, 'a.json'))).rejects.toThrow('ENOENT');
  });

  test('of other regions are ranked, set side by side, and show where others stand higher', async () => {
    const cwd = await exchangeProject();
    const args = ['compare', 'tingkat.csv', '--region', 'Kota Bandar Lampung'];
    const shown = await transcript([[...args, '--exchange', 'kiriman', '--exchange', 'kab-gresik.json']], {
      cwd,
    });
    await expect(shown).toMatchFileSnapshot('transcripts/compare-exchange.md');
  });

  test('from anywhere do no harm: each is named, the others are compared', async () => {
    const hostile: Record<string, string> = {
      'besar.json': ' '.repeat(300 * 1024),
      'dalam.json': '['.repeat(100_000),
      'kosong.json': '',
      'proto.json': JSON.stringify(exchangeOf('Kab. Tuban')).replace(
        '"year":2024',
        '"__proto__":{"year":2024}',
      ),
      'tingkat.json': JSON.stringify(exchangeOf('Kab. Tuban')).replace('"level":3', '"level":9'),
      'lebih.json': JSON.stringify({ ...exchangeOf('Kab. Tuban'), catatan: 'x' }),
      'nama.json': JSON.stringify({ ...exchangeOf('Kab. Tuban'), region: '\u001b]0;x\u0007Kab. Tuban' }),
      'dua.json': JSON.stringify(exchangeOf('Kab. Tuban')).replace('"id":"2"', '"id":"1"'),
      'baik.json': JSON.stringify(exchangeOf('Kab. Tuban', 4)),
    };
    const cwd = await makeFolder({ 'tingkat.csv': levels });
    await mkdir(join(cwd, 'kiriman'));
    for (const [name, text] of Object.entries(hostile)) await writeFile(join(cwd, 'kiriman', name), text);
    const args = ['tingkat.csv', '--region', 'Kota Bandar Lampung', '--exchange', 'kiriman'];
    const { regions, problems, exchange } = await compare(args, cwd);
    expect(regions.map(({ label, index }) => [label, index])).toEqual([
      ['Kota Bandar Lampung', 2.98],
      ['Kab. Tuban', 4],
    ]);
    expect(exchange).toMatchObject({ rank: 2, of: 2 });
    const named = problems.map(({ at, code }) => [at.file.replace(/^.*[/\\]/, ''), code]);
    const bad = Object.keys(hostile).filter((name) => name !== 'baik.json');
    expect(named).toEqual(bad.toSorted().map((name) => [name, 'exchange-unusable']));
    expect(JSON.stringify(problems)).not.toContain('\u001b');
  });

  test('make a comparison under an instrument without published results', async () => {
    const cwd = await makeFolder({ 'tingkat.csv': 'indikator,tingkat\n1,3\n' });
    const args = ['tingkat.csv', '--instrument', 'permenpanrb-8-2026', '--region', 'Kota Batu'];
    expect((await spbe(['compare', ...args, '--export', 'a.json'], { cwd })).code).not.toBe(2);
    const { published, reason, regions } = await compare(
      ['tingkat.csv', '--instrument', 'permenpanrb-8-2026', '--exchange', 'a.json'],
      cwd,
    );
    expect(published).toBeNull();
    expect(reason).toContain('PermenPANRB 59/2020');
    expect(regions.map(({ label }) => label)).toEqual(['tingkat.csv', 'Kota Batu']);
  });
});

async function exchangeProject(): Promise<string> {
  const cwd = await makeFolder({
    'tingkat.csv': levels,
    'kab-gresik.json': JSON.stringify(exchangeOf('Kab. Gresik', 4)),
  });
  await mkdir(join(cwd, 'kiriman'));
  const send = (name: string, content: object) =>
    writeFile(join(cwd, 'kiriman', name), JSON.stringify(content));
  await send('a.json', { ...exchangeOf('Kab. Tuban'), region: null });
  await send('b.json', exchangeOf('Kota Batu', 2));
  await send('sendiri.json', exchangeOf('KOTA BANDARLAMPUNG', 2));
  await send('lain.json', { ...exchangeOf('Kab. Jombang'), instrument: 'permenpanrb-5-2018' });
  return cwd;
}
