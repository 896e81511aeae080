import { expect, test } from 'vitest';
import type { VerifyDocument } from '../../src/contract/verify.ts';
import { loadCrosswalks } from '../../src/instrument/crosswalk.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { loadCriteria } from '../../src/instrument/load-criteria.ts';
import { reportIndex, reportTerm } from '../../src/reporters/explain.ts';
import { type Explained, reportIndicator } from '../../src/reporters/explain-indicator.ts';
import { reportInstrument } from '../../src/reporters/instruments.ts';
import { reportDiff } from '../../src/reporters/instruments-diff.ts';
import { reportVerify } from '../../src/reporters/verify.ts';
import { makeAnswer } from '../assessment/make-answer.ts';
import { smallInstrument } from '../plan/small-instrument.ts';
import { shown } from './small-assessment.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const criteria = await loadCriteria(instrument);
const [indicator] = instrument.indicators.filter(({ id }) => id === '12');
const texts = criteria.byIndicator.get('12');
if (!indicator || !texts) throw new Error('no indicator 12');

const explain = (more: Partial<Explained>): string => {
  const { blocks } = reportIndicator({
    ...{ instrument, criteria, indicator, continuations: [], otherNames: new Map(), answer: undefined },
    ...{ settlement: null, level: null, converted: null, ...more },
  });
  return shown(blocks).replace(/\s+/g, ' ');
};

/** The criteria of indicator 12 with some parts otherwise. */
const criteriaWith = (more: Partial<NonNullable<typeof texts>>) => ({
  ...criteria,
  byIndicator: new Map([['12', { ...texts, ...more }]]),
});

test('what was decided stands beside the answers that differ', () => {
  const decision = {
    ...{ indicator: '12', level: 3, reason: 'rapat', by: 'Sekda', date: '2026-05-04' },
    at: { file: 'spbe.yaml' },
  };
  const candidates = [makeAnswer('kominfo', 4), makeAnswer(null, null, 'a.csv')];
  const settlement = {
    ...{ indicator: '12', level: 3, basis: 'decision' as const, carrier: null, lead: null, isOpen: false },
    ...{ decision, candidates },
  };
  expect(explain({ answer: makeAnswer('kominfo', 3), settlement })).toContain(
    'Daerah ini: tingkat 3 (keputusan tertulis). Naik ke tingkat 4 menambah 0,025 poin indeks; yang diminta ada di bawah. Keputusan di spbe.yaml: rapat (Sekda, 4 Mei 2026). Jawaban OPD: kominfo 4 (kominfo.xlsx › Penilaian!F6); tanpa OPD kosong (a.csv › Penilaian!F6).',
  );
  expect(
    explain({ answer: makeAnswer('kominfo', 3), settlement: { ...settlement, candidates: [] } }),
  ).toContain('Tidak ada jawaban OPD.');
});

test('nothing is said of refusals and other instruments where there are none', () => {
  const text = explain({ criteria: criteriaWith({ refusals: [] }) });
  expect(text).not.toContain('Sering ditolak');
  expect(text).not.toContain('Di instrumen lain');
  const link = { from: '12', to: '7', certainty: 'low', reason: 'Digabung.', evidence: null } as const;
  const continuations = [
    { instrument: 'permenpanrb-8-2026', indicator: '7', direction: 'later', link },
  ] as const;
  expect(explain({ continuations })).toContain('ke permenpanrb-8-2026: indikator 7 (perkiraan) – Digabung.');
});

test('a level without a name, criterion or evidence is a number with what is known', () => {
  const bare = {
    level: 3,
    criterion: null,
    fulfilment: null,
    requires: [],
    evidence: [],
    note: 'Belum ada sumber.',
  };
  const nameless = { ...instrument, capabilities: new Map() };
  const text = explain({
    instrument: nameless,
    criteria: criteriaWith({ levels: [bare], pattern: null }),
    level: 3,
  });
  expect(text).toMatch(/poin indeks Tingkat 3 Catatan: Belum ada sumber\.$/);
});

test('an instrument without criteria for it is a bug', () => {
  expect(() => explain({ criteria: { ...criteria, byIndicator: new Map() } })).toThrow(
    'No criteria for indicator 12',
  );
});

test('how the index is made: an aspect of one indicator, and years for which nothing was announced', () => {
  const average = (group: string, year: number, index: string) => ({
    ...{ instrument: 'small', year, group, index, domains: [], aspects: null },
  });
  const { blocks } = reportIndex(smallInstrument([1, 1, 1]), [
    average('Nasional', 2023, '2.79'),
    average('Kota', 2024, '3.10'),
  ]);
  expect(shown(blocks)).toMatchInlineSnapshot(`
    "Cara menghitung Indeks
    Kecil – Kecil

    Nilai aspek = Σ (bobot indikator × tingkat) ÷ bobot aspek. Nilai domain = Σ (bobot aspek × nilai
    aspek) ÷ bobot domain. Indeks = Σ (bobot × nilai) ÷ 100. Semua dihitung eksak; dibulatkan sekali di
    akhir, setengah ke atas, 2 desimal.

    Bobot
    Domain / aspek   Bobot  Indikator  Bobot masing-masing
    Domain          100,00
      A1             66,67  i1–i3                    33,33
      A2             33,33  i2                       33,33

    Predikat
    Predikat     Mulai         Sampai
    Kurang        1,00  di bawah 2,60
    Sangat Baik   2,60           5,00

    Rata-rata indeks yang diumumkan
    Kelompok  2023  2024
    Nasional  2,79     –
    Kota         –  3,10
    Sumber: ."
  `);
});

test('a term without another name is only a term', () => {
  const term = { term: 'SPBE', aliases: [], definition: 'Sistem.', source: 'Perpres 95/2018' };
  expect(shown(reportTerm(instrument, term, []).blocks)).toBe(
    'SPBE\nistilah\n\nSistem.\nSumber: Perpres 95/2018.',
  );
});

test('known misprints of the official text are named with their page', () => {
  const [source] = instrument.sources;
  if (!source) throw new Error('no source');
  const errata = [{ source: source.id, page: 'hlm. 24', text: 'Bobot tertulis 1,2.' }];
  const said = (own: typeof errata) =>
    shown(reportInstrument({ instrument: { ...instrument, errata: own }, criteria }).blocks).replace(
      /\s+/g,
      ' ',
    );
  const title = source.title.replace(/\s+/g, ' ');
  expect(said(errata)).toContain(
    `Kekeliruan yang diketahui dalam naskah • ${title}, hlm. 24: Bobot tertulis 1,2.`,
  );
  expect(said([])).not.toContain('Kekeliruan');
});

test('two instruments side by side: what goes on, what is new, and what nobody compared', async () => {
  const older = await loadInstrument('permenpanrb-5-2018');
  const pack = async (one: typeof instrument) => ({ instrument: one, criteria: await loadCriteria(one) });
  const [a, b] = [await pack(older), await pack(instrument)];
  const crosswalk = (await loadCrosswalks()).find(
    ({ from, to }) => from === older.id && to === instrument.id,
  );
  if (!crosswalk) throw new Error('no crosswalk');
  const said = (own: typeof crosswalk | null) => shown(reportDiff(a, b, own).blocks);
  expect(said(null)).toContain('Belum ada tabel padanan indikator untuk kedua instrumen ini.');
  // Every indicator of the newer one goes on from one of the older.
  const [first] = older.indicators;
  const links = instrument.indicators.map(({ id }) => ({
    ...{ from: first?.id ?? '', to: id, certainty: 'high' as const, reason: 'Sama.', evidence: null },
  }));
  expect(said({ ...crosswalk, links })).not.toContain(`Hanya di ${instrument.name}`);
  expect(said(crosswalk)).toContain(`Hanya di ${instrument.name}: indikator `);
});

test('a record that cannot be computed again says so, with the reason where one is known', () => {
  const document = (reason: string | null): VerifyDocument => ({
    ...{ schemaVersion: 1, source: 'record', record: 'a.json', same: false, sameResult: null, reason },
    ...{ tool: { recorded: '0.1.0', now: '0.1.0' }, differences: [] },
  });
  const said = (reason: string | null) => shown(reportVerify(document(reason)).blocks);
  expect(said('Berkas hilang.')).toContain('Tidak dapat dihitung ulang. Berkas hilang.');
  expect(said(null)).toMatch(/Tidak dapat dihitung ulang\.$/);
});
