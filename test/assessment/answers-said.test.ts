import { describe, expect, test } from 'vitest';
import { opdOf, parseSubmission } from '../../src/assessment/answers.ts';
import type { Submission } from '../../src/assessment/submission.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { type DocumentTexts, makeSubmission, type Texts } from './make-submission.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');
const pemdi = await loadInstrument('permenpanrb-8-2026');

/** `B6: …` for each problem. */
const said = (submission: Submission, by = instrument) =>
  parseSubmission(submission, by).problems.map(({ at, message }) => `${at.address}: ${message}`);
const saidOf = (texts: Texts, by = instrument) => said(makeSubmission(texts), by);

describe('what is said of a level', () => {
  test('that is blank or not assessed', () => {
    expect(
      saidOf({
        answers: [
          ['1', ''],
          ['2', 'n/a'],
        ],
      }),
    ).toEqual([
      'F6: Tingkat indikator 1 kosong – dihitung sebagai tingkat 1 – pilih tingkat yang didukung bukti.',
      'F7: Indikator 2 belum dinilai – tertulis "n/a", dihitung sebagai tingkat 1 – semua indikator wajib dinilai; pilih tingkat yang didukung bukti.',
    ]);
  });

  test('on a scale with decimals names its ends only', () => {
    expect(
      saidOf({ meta: { instrument: pemdi.id }, answers: [['1', 'tiga', '', '', '', '9']] }, pemdi),
    ).toEqual([
      'F6: Tingkat indikator 1 tidak dikenal; dihitung sebagai kosong – tertulis "tiga" – isi angka 1 sampai 5.',
      'P6: Tingkat asesor indikator 1 tidak dikenal – tertulis "9" – isi angka 1 sampai 5, atau kosongkan.',
    ]);
  });

  test('is nothing where its whole column is lost', () => {
    const submission = makeSubmission({ answers: [['1', '']] });
    const answers = submission.answers.map((row) => ({
      ...row,
      level: { text: '', at: { file: 'a.xlsx' } },
    }));
    expect(said({ ...submission, answers })).toEqual([]);
  });

  test('a row with an unknown indicator or a level alone, not one with words alone', () => {
    const suggestion = 'isi nomor indikator 1 sampai 47';
    expect(
      saidOf({
        answers: [
          ['', '', 'Fakta.'],
          ['', '3'],
          ['x', ''],
        ],
      }),
    ).toEqual([
      expect.stringMatching(new RegExp(`^B7: .*${suggestion}`)),
      expect.stringMatching(new RegExp(`^B8: .*"x" – ${suggestion}`)),
    ]);
  });

  test('of two rows that are both not understood each is named', () => {
    expect(
      saidOf({
        answers: [
          ['1', 'satu'],
          ['1', 'dua'],
        ],
      }),
    ).toEqual([
      'F7: Tingkat indikator 1 tidak dikenal; dihitung sebagai kosong – tertulis "dua" – isi 1, 2, 3, 4 atau 5.',
      'F6: Tingkat indikator 1 tidak dikenal; dihitung sebagai kosong – tertulis "satu" – isi 1, 2, 3, 4 atau 5.',
    ]);
  });
});

describe('what is said of a document', () => {
  const saidOfRow = (...row: DocumentTexts) => saidOf({ documents: [row] });

  test('whose indicator, level or date is not understood, and that has neither title nor file', () => {
    expect(saidOfRow('48', '3', 'SK')).toEqual([
      'A6: Bukti tidak jelas untuk indikator mana; belum dihitung sebagai bukti – tertulis "48" – isi nomor indikator 1 sampai 47.',
    ]);
    expect(saidOfRow('12', 'tiga', 'SK')).toEqual([
      'B6: Tingkat pada bukti indikator 12 tidak dikenal – tertulis "tiga" – isi 1, 2, 3, 4 atau 5.',
    ]);
    expect(saidOfRow('12', '3', 'SK', '', '', '', '', '', '31 Februari 2025')).toEqual([
      expect.stringMatching(/^F6: .*indikator 12.*"31 Februari 2025"/),
    ]);
    expect(saidOfRow('12', '3', '', '', 'Kebijakan')).toEqual([expect.stringMatching(/^D6: .*indikator 12/)]);
    expect(saidOfRow('', '')).toEqual([]);
  });

  test('is taken with its own places, and the code of its OPD', () => {
    const documents: DocumentTexts[] = [
      ['12', '', '', 'sk.pdf', 'Kebijakan', 'Ya', 'Diterima', 'Baik', '17/8/2025'],
    ];
    const { evidence } = parseSubmission(makeSubmission({ documents }), instrument);
    const at = (address: string) => ({ file: 'a.xlsx', sheet: 'Bukti', address });
    expect(evidence).toEqual([
      {
        ...{ indicator: '12', opd: 'diskominfo', level: null, title: '', number: '', location: 'sk.pdf' },
        ...{ date: '17/8/2025', dated: { kind: 'day', iso: '2025-08-17' }, page: '', kind: 'Kebijakan' },
        ...{ signed: true, verdict: 'Diterima', remark: 'Baik', at: at('D6') },
        cells: {
          ...{ level: at('B6'), kind: at('C6'), number: at('E6'), date: at('F6') },
          ...{ location: at('G6'), signed: at('I6'), verdict: at('J6') },
        },
      },
    ]);
  });
});

describe('the OPD', () => {
  const own = { code: 'bappeda', name: 'Bappeda' };
  const plain = makeSubmission({ meta: null, answers: [['12', '3']], documents: [['12', '3', 'SK']] });
  const opdIn = (submission: Submission) => {
    const { answers, evidence } = parseSubmission(submission, instrument);
    return [opdOf(submission)?.name, answers[0]?.opd, evidence[0]?.opd];
  };

  test('is that of the file, or of what the project says of it; else nobody knows', () => {
    expect(opdIn({ ...plain, about: { instrument: null, region: null, opd: own } })).toEqual([
      'Bappeda',
      'bappeda',
      'bappeda',
    ]);
    expect(opdIn(plain)).toEqual([undefined, null, null]);
    expect(opdIn(makeSubmission({ answers: [['12', '3']], documents: [['12', '3', 'SK']] }))).toEqual([
      ...['Dinas Kominfo', 'diskominfo', 'diskominfo'],
    ]);
  });

  test('of a row of a rekapitulasi stands in the row', () => {
    const field = (text: string) => ({ text, at: { file: 'a.xlsx' } });
    const rows = (code: string): Submission => ({
      ...plain,
      answers: plain.answers.map((row) => ({ ...row, opd: field(code) })),
      documents: plain.documents.map((row) => ({ ...row, opd: field(code) })),
    });
    expect(opdIn(rows('bpkad'))).toEqual([undefined, 'bpkad', 'bpkad']);
    expect(opdIn({ ...rows(''), about: { instrument: null, region: null, opd: own } })).toEqual([
      'Bappeda',
      null,
      null,
    ]);
  });
});

test('ticks of the checklist are yes or no; anything else is none', () => {
  const at = { file: 'a.xlsx' };
  const checklist = new Map(['Ya', 'Belum', '', '?'].map((text, index) => [`12-L2-${index}`, { text, at }]));
  const { checklist: read } = parseSubmission({ ...makeSubmission({}), checklist }, instrument);
  expect([...read]).toEqual([
    ['12-L2-0', true],
    ['12-L2-1', false],
  ]);
});
