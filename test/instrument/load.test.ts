import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listInstruments, loadInstrument } from '../../src/instrument/load.ts';
import { parseInstrument } from '../../src/instrument/parse-instrument.ts';
import { UserError } from '../../src/problem.ts';

const id = 'permenpanrb-59-2020';
const url = new URL(`../../templates/instruments/${id}/instrument.json`, import.meta.url);
const shipped = readFileSync(url, 'utf8');

describe('the shipped 59/2020', async () => {
  const instrument = await loadInstrument(id);

  it('is listed', async () => {
    expect(await listInstruments()).toContain(id);
  });

  it('has 4 domains, 8 aspects and 47 indicators', () => {
    const kinds = instrument.groups.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'domain')).toHaveLength(4);
    expect(kinds.filter((kind) => kind === 'aspect')).toHaveLength(8);
    expect(instrument.indicators.map((indicator) => indicator.id)).toEqual(
      Array.from({ length: 47 }, (_, index) => String(index + 1)),
    );
  });

  it('has the weights of Tabel 7–9', () => {
    const weights = Object.fromEntries(instrument.groups.map((group) => [group.id, group.weight.valueOf()]));
    expect(weights).toEqual({
      ...{ D1: 13, D2: 25, D3: 16.5, D4: 45.5 },
      ...{ A1: 13, A2: 10, A3: 10, A4: 5, A5: 12, A6: 4.5, A7: 27.5, A8: 18 },
    });
    const weightOf = (number: number) =>
      number <= 10 ? 1.3 : number <= 20 ? 2.5 : number <= 31 ? 1.5 : number <= 41 ? 2.75 : 3;
    for (const indicator of instrument.indicators) {
      expect(indicator.weight.valueOf()).toBe(weightOf(Number(indicator.id)));
    }
  });
});

describe('loadInstrument', () => {
  it.each(['permenpanrb-1-1999', '..', '__proto__'])(
    'refuses %j and names what there is',
    async (unknown) => {
      await expect(loadInstrument(unknown)).rejects.toThrow(UserError);
      await expect(loadInstrument(unknown)).rejects.toThrow(id);
    },
  );
});

/** What is broken, by which values at which paths, and what the message must say: path in the file and reason. */
const broken: [string, Record<string, unknown>, string[]][] = [
  [
    'a sum of 99.9',
    { 'indicators.0.weight': '1.2', 'groups.4.weight': '12.9', 'groups.0.weight': '12.9' },
    ['groups: jumlah bobot teratas 999/10, harus tepat 100'],
  ],
  [
    'an aspect whose indicators do not add up',
    { 'indicators.10.weight': '2.4' },
    ['groups[5].weight: bobot "A2" 10.00, padahal jumlah isinya 99/10'],
  ],
  [
    'a hole in the bands',
    { 'bands.1.from': '1.81' },
    ['bands[1].from: predikat berlubang: "Cukup" mulai 1.81, seharusnya 1.8'],
  ],
  [
    'an overlap in the bands',
    { 'bands.1.from': '1.79' },
    ['bands[1].from: predikat tumpang tindih: "Cukup" mulai 1.79, seharusnya 1.8'],
  ],
  [
    'bands that end below the top',
    { 'bands.4.to': '4.9' },
    ['bands[4].to: predikat berakhir di 4.9, seharusnya 5'],
  ],
  ['a duplicate indicator', { 'indicators.2.id': '2' }, ['indicators[2].id: "2" dipakai dua kali']],
  [
    'an unknown parent',
    { 'groups.4.parent': 'D9' },
    ['groups[4].parent: aspek "A1" harus berinduk pada domain, bukan "D9"'],
  ],
  ['an unknown aspect', { 'indicators.46.group': 'A9' }, ['indicators[46].group: aspek "A9" tidak dikenal']],
  [
    'an unknown capability',
    { 'indicators.0.capability': 'sihir' },
    ['indicators[0].capability: kapabilitas "sihir" tidak dikenal'],
  ],
  [
    'a level missing and another twice',
    { 'capabilities.0.levels.2.level': 4 },
    ['capabilities[0].levels: tingkat 3 pada "proses" tidak ada', 'tingkat 4 pada "proses" ada 2 kali'],
  ],
  [
    'a level missing',
    { 'capabilities.1.levels': [1, 2, 3, 4].map(aLevel) },
    ['capabilities[1].levels: tingkat 5 pada "layanan" tidak ada'],
  ],
  [
    'a level twice',
    { 'capabilities.1.levels': [1, 2, 3, 4, 5, 5].map(aLevel) },
    ['capabilities[1].levels: tingkat 5 pada "layanan" ada 2 kali'],
  ],
  ['a weight as a float', { 'indicators.3.weight': 1.3 }, ['indicators[3].weight: harus angka eksak']],
  ['a weight with a comma', { 'indicators.3.weight': '1,30' }, ['indicators[3].weight: harus angka eksak']],
  ['an unknown key', { 'indicators.3.wieght': '1.30' }, ['indicators[3]: ', 'wieght']],
  ['an empty name', { 'indicators.3.name': '  ' }, ['indicators[3].name: tidak boleh kosong']],
  [
    'a short name of 41 characters',
    { 'indicators.3.shortName': 'x'.repeat(41) },
    ['indicators[3].shortName: paling panjang 40 huruf'],
  ],
  ['a floor off the scale', { 'scale.floor': 0 }, ['scale.floor: 0 di luar skala 1–5']],
  [
    'an unknown source',
    { 'scale.source': 'kabar-angin' },
    ['scale.source: sumber "kabar-angin" tidak dikenal'],
  ],
  [
    'a scale whose ends are one',
    { 'scale.min': 5, 'scale.floor': 5 },
    ['scale: min 5 harus di bawah max 5', 'capabilities[0].levels: tingkat 4 pada "proses" di luar skala'],
  ],
  [
    'a domain within a domain',
    { 'groups.1.parent': 'D1' },
    ['groups[1].parent: domain "D2" tidak boleh punya induk'],
  ],
  [
    'an aspect at the top beside domains',
    { 'groups.4.parent': null },
    ['groups[4].parent: aspek "A1" harus berinduk pada domain, bukan "null"'],
  ],
  [
    'a group without weight',
    { 'groups.0.weight': '0' },
    [
      'groups[0].weight: bobot "D1" 0, padahal jumlah isinya 13',
      'groups[0].weight: bobot "D1" tidak boleh nol',
    ],
  ],
  [
    'a band that ends where it begins',
    { 'bands.2.to': '2.60', 'bands.3.from': '2.60' },
    ['bands[2].to: "Baik" berakhir sebelum mulai'],
  ],
  ['years the wrong way round', { 'years.to': 2020 }, ['years: from 2021 sesudah to 2020']],
  ['a list that is missing', { bands: undefined }, ['bands: ']],
  [
    'several faults of both kinds, all named at once',
    { name: '', extra: true, 'indicators.10.weight': '2.4', 'bands.1.from': '1.81', 'scale.floor': 0 },
    [
      'name: tidak boleh',
      'extra',
      'groups[5].weight: bobot "A2"',
      'bands[1].from: predikat',
      'scale.floor: 0',
    ],
  ],
  [
    'an unreadable weight, which hides the sums but not the bands',
    { 'indicators.0.weight': 'banyak', 'bands.1.from': '1.81' },
    ['indicators[0].weight: harus angka eksak', 'bands[1].from: predikat berlubang'],
  ],
];

describe('a broken pack', () => {
  it.each(broken)('is refused: %s', (_what, changes, expected) => {
    const pack = JSON.parse(shipped);
    for (const [path, value] of Object.entries(changes)) setAt(pack, path.split('.'), value);
    const message = refusal(JSON.stringify(pack));
    expect(message).toContain('rusak/instrument.json');
    for (const part of expected) expect(message).toContain(part);
  });

  it.each([
    ['at the top', shipped.replace('{', '{"__proto__": {"id": "x"},'), '__proto__: kunci ini'],
    [
      'in an indicator',
      shipped.replace('"indicators": [\n    {', '"indicators": [{ "__proto__": {"weight": "9"},'),
      'indicators[0].__proto__: kunci ini',
    ],
    [
      'where keys are free',
      shipped.replace('"byYear": {', '"byYear": { "__proto__": "exact",'),
      'bandEdge.byYear.__proto__: kunci ini',
    ],
  ])('is refused: a key __proto__ %s', (_where, text, expected) => {
    expect(text).not.toBe(shipped);
    expect(refusal(text)).toContain(expected);
    expect(refusal(text)).toContain('rusak/instrument.json');
  });

  it.each(['', '{', 'name: x', '{"id": 1,}', '\u0000'])('is refused: %j is not JSON', (text) => {
    expect(refusal(text)).toMatch(/rusak\/instrument\.json bukan JSON yang sah/);
  });

  it.each(['null', '[]', '"x"', '1'])('is refused: %s is not an object', (text) => {
    expect(refusal(text)).toMatch(/rusak\/instrument\.json tidak dapat dipakai:\n {2}\(akar\): /);
  });
});

/** The message of the UserError that this text must meet. */
function refusal(text: string): string {
  try {
    parseInstrument(text, 'rusak/instrument.json');
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message;
  }
  throw new Error('the pack was accepted');
}

function aLevel(level: number) {
  return { level, name: 'Nama', definition: 'Arti' };
}

function setAt(pack: Record<string, unknown>, [key = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) pack[key] = value;
  else setAt(pack[key] as Record<string, unknown>, rest, value);
}
