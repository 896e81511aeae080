import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseExternal } from '../src/assessment/external.ts';
import { checkSums } from '../src/assessment/external-sums.ts';
import { mergeSubmissions } from '../src/assessment/merge.ts';
import { usualPolicy } from '../src/assessment/merge-policy.ts';
import { reviewEvidence } from '../src/assessment/review.ts';
import { usualSettings, type Waiver } from '../src/assessment/rule-settings.ts';
import { parseYearResults } from '../src/assessment/year-results.ts';
import { readInputs } from '../src/commands/inputs.ts';
import { readKnownBook, readOwnSheet } from '../src/commands/read-book.ts';
import { listInstruments, loadInstrument } from '../src/instrument/load.ts';
import type { Place, Problem } from '../src/problem.ts';
import type { ProblemCode } from '../src/problem-kinds.ts';
import { readRecords } from '../src/project/records.ts';
import type { Book, Sheet } from '../src/workbook/book.ts';
import { parseMap } from '../src/workbook/column-map.ts';
import { readCsv } from '../src/workbook/csv.ts';
import {
  answersTable,
  criteriaTable,
  dashboardTable,
  documentsTable,
  markOf,
  type Table,
} from '../src/workbook/layout.ts';
import { type Read, readWorkbook } from '../src/workbook/read.ts';
import { readCsvAnswers } from '../src/workbook/read-csv.ts';
import { readExternalTable } from '../src/workbook/read-external.ts';
import { readYearResults } from '../src/workbook/read-year-results.ts';
import { actionPlanSamples } from './action-plan-samples.ts';
import { makeContext } from './assessment/make-context.ts';
import { evidenceSamples } from './evidence-samples.ts';
import { exchangeSamples } from './exchange-samples.ts';
import { explanationSamples } from './explanation-samples.ts';
import { bookOf } from './workbook/book-of.ts';

type Rows = readonly (readonly string[])[];
type Sheets = Record<string, Rows>;

const instrument = await loadInstrument('permenpanrb-59-2020');
const instruments = await Promise.all((await listInstruments()).map(loadInstrument));

/** One tiny input per code that yields this problem and no other: tests and docs/problems.md are held against them. */
export const problemSamples: Readonly<Record<ProblemCode, () => Problem[] | Promise<Problem[]>>> = {
  'file-unreadable': () => inFolder({ 'dinas.xlsx': '%PDF-1.7\n' }),
  'not-a-workbook': () => check({ 'dinas.xlsx': bookOf({ Sheet1: [['Daftar hadir']] }) }),
  'format-newer': () => check({ 'dinas.xlsx': workbook({ meta: { formatVersion: '99' } }) }),
  'instrument-mismatch': () => checkAmongGood({ instrument: 'permenpanrb-5-2018' }),
  'region-mismatch': () => checkAmongGood({ region: 'Kota Mojokerto' }),
  'year-mismatch': () => checkAmongGood({ year: '2023' }),
  'sheet-missing': () => {
    const { Bukti: _, ...sheets } = sheetsOf({});
    return check({ 'dinas.xlsx': bookOf(sheets) });
  },
  'sheet-copied': () => {
    const sheets = sheetsOf({});
    return check({ 'dinas.xlsx': bookOf({ ...sheets, 'Penilaian (2)': sheets['Penilaian'] ?? [] }) });
  },
  'csv-header-missing': () => readCsvAnswers(bookOf({ '': [['12', '3']] }), 'tingkat.csv').problems.slice(),
  'column-missing': () => {
    const without = documentsTable.columns.filter(({ key }) => key !== 'location');
    const table: Table = { ...documentsTable, columns: without };
    return check({ 'dinas.xlsx': bookOf({ ...sheetsOf({}), Bukti: tableRows(table, []) }) });
  },
  'column-guessed': () => {
    const [, ...unmarked] = tableRows(answersTable, [{ number: '12', level: '1' }]);
    return check({ 'dinas.xlsx': bookOf({ ...sheetsOf({}), Penilaian: unmarked }) });
  },
  'marks-lost': async () => {
    const [, ...answers] = tableRows(answersTable, [{ number: '12', level: '1' }]);
    const [, ...documents] = tableRows(documentsTable, []);
    return problemsOf(
      await readKnownBook(bookOf({ Sheet1: answers, Sheet2: documents }), 'dinas.xlsx', false),
    );
  },
  'checklist-unread': () => {
    const { Kriteria: _, ...sheets } = sheetsOf({});
    return check({ 'dinas.xlsx': bookOf(sheets) });
  },
  'cells-merged': () => {
    const { sheets } = workbook({
      documents: [{ indicator: '12', title: 'Perbup 12/2023' }, { title: 'Lampirannya' }],
    });
    const merge = (sheet: Sheet): Sheet => {
      const upper = sheet.rows[2]?.cells[0];
      return sheet.name === 'Bukti' && upper ? { ...sheet, merged: new Map([['A4', upper]]) } : sheet;
    };
    return check({ 'dinas.xlsx': { sheets: sheets.map(merge) } });
  },
  'indicator-missing': () => check({ 'dinas.xlsx': workbook({ answers: [], meta: { indicators: '12' } }) }),
  'indicator-mismatch': () =>
    check({
      'dinas.xlsx': workbook({
        answers: [
          { id: '12', number: '13', level: '1' },
          { number: '12', level: '1' },
        ],
        meta: { indicators: '12 13' },
      }),
    }),
  'indicator-unknown': () =>
    check({ 'dinas.xlsx': workbook({ answers: [{ number: '48', level: '1' }], meta: { indicators: '' } }) }),
  'row-unread': () =>
    check({
      'dinas.xlsx': workbook({ answers: [{ number: '12', level: '1' }, { fact: 'Lanjutan fakta.' }] }),
    }),
  'indicator-duplicate': () =>
    check({
      'dinas.xlsx': workbook({
        answers: [
          { number: '12', level: '1' },
          { number: '12', level: '2' },
        ],
      }),
    }),
  'level-invalid': () => check({ 'dinas.xlsx': workbook({ answers: [{ number: '12', level: 'tiga' }] }) }),
  'level-blank': () => check({ 'dinas.xlsx': workbook({ answers: [{ number: '12' }] }) }),
  'level-not-assessed': () =>
    check({ 'dinas.xlsx': workbook({ answers: [{ number: '12', level: 'n/a' }] }) }),
  'assessed-level-invalid': () =>
    check({ 'dinas.xlsx': workbook({ answers: [{ number: '12', level: '1', assessedLevel: '7' }] }) }),
  'evidence-indicator-unknown': () =>
    check({ 'dinas.xlsx': workbook({ documents: [{ indicator: '120', title: 'Perbup 12/2023' }] }) }),
  'evidence-level-invalid': () =>
    check({ 'dinas.xlsx': workbook({ documents: [{ indicator: '12', level: '6', title: 'Perbup' }] }) }),
  'evidence-incomplete': () =>
    check({ 'dinas.xlsx': workbook({ documents: [{ indicator: '12', level: '3' }] }) }),
  ...evidenceSamples,
  ...explanationSamples,
  ...actionPlanSamples,
  'evidence-date-invalid': () =>
    check({
      'dinas.xlsx': workbook({
        documents: [{ indicator: '12', title: 'Perbup 12/2023', date: '31 Februari 2025' }],
      }),
    }),
  'answer-conflict': () =>
    check({
      'bappeda.csv': bookOf({
        '': [
          ['indikator', 'tingkat'],
          ['12', '3'],
        ],
      }),
      'dinas.csv': bookOf({
        '': [
          ['indikator', 'tingkat'],
          ['12', '4'],
        ],
      }),
    }),
  'answer-overruled': () => byDecision('3', '4'),
  'answer-unassigned': () =>
    check({ 'dinas.xlsx': workbook({}) }, null, { ...usualPolicy, assigned: [bappeda] }),
  'workbook-duplicate': () => versions({ level: '1', note: 'Lama' }, { level: '1', note: 'Baru' }),
  'workbook-superseded': () => versions({ level: '1' }, { level: '1', note: 'Baru' }),
  'workbook-missing': () =>
    check(
      { 'dinas.xlsx': workbook({}) },
      { file: 'spbe.yaml' },
      { ...usualPolicy, assigned: [dinas, bappeda] },
    )
      // Of a region with two OPD most indicators lack an answer, too.
      .filter(({ code }) => code !== 'indicator-uncovered'),
  'indicator-uncovered': () =>
    check(
      {
        'tingkat.csv': bookOf({
          '': [['indikator', 'tingkat'], ...instrument.indicators.slice(0, 46).map(({ id }) => [id, '1'])],
        }),
      },
      { file: 'spbe.yaml' },
    ),
  'questionnaire-untouched': () => questionnaire({ untouched: 3 }),
  'cached-index-differs': async () => [
    ...check({
      'dinas.xlsx': bookOf({
        ...sheetsOf({ answers: [{ id: '12', number: '12', level: '1' }] }),
        Dasbor: overwritten,
      }),
    }),
    ...(await questionnaire({ stored: '2.6' })),
  ],
  'level-unproven': async () => {
    const context = await makeContext({
      answers: [{ indicator: '12', level: '4' }],
      documents: [{ indicator: '12', level: '4' }],
    });
    return [...reviewEvidence(context, usualSettings).problems];
  },
  'waiver-expired': () => reviewWith({ ...waiver, until: '2025-06-30' }),
  'waiver-unused': () => reviewWith(waiver),
  'map-needed': () => ownSheet(),
  'map-unmatched': () => ownSheet([], 'Urutan=indikator,Nilai=tingkat'),
  'indicator-name-unclear': () =>
    ownSheet([['48', 'Peta Rencana SPBEE', '3']], 'Uraian=indikator,Nilai=tingkat'),
  'indicator-name-differs': () => ownSheet([['1', 'Peta Rencana SPBE', '3']]),
  'record-damaged': () =>
    recorded({ '2026-11-21T10-15-00-000Z-score-0a1b2c3d.json': '{"schemaVersion": 1,' }),
  'external-header-missing': () => external([['12', '3']], []),
  'external-code-unknown': () => external([['A2009', '3']]),
  'external-value-invalid': () => external([['12', 'tiga']]),
  'external-duplicate': () => external([...allLevels, ['12', '3']]),
  'external-sum-differs': () => external([...allLevels, ['D2', '2,40']]),
  'external-incomplete': () => external(allLevels.slice(0, 45)),
  'trend-header-missing': () => years('2024,3.5'),
  'trend-year-invalid': () => years('tahun,indeks\n24,3.5'),
  'trend-instrument-unknown': () => years('tahun,indeks,instrumen\n2024,3.5,95/2018'),
  'trend-kind-unknown': () => years('tahun,indeks,jenis\n2024,3.5,sementara'),
  'trend-value-invalid': () => years('tahun,indeks\n2024,baik'),
  'trend-group-unknown': () => years('tahun,indeks,D4\n2019,1.55,2.00'),
  'trend-sum-differs': () => years('tahun,indeks,D1,D2,D3,D4\n2024,4.32,5.00,3.80,3.00,4.00'),
  ...exchangeSamples,
};

/** What is found in a table of results of several years. */
function years(csv: string): Problem[] {
  const { rows, problems } = readYearResults(readCsv(Buffer.from(csv)), 'tren.csv');
  return [...problems, ...parseYearResults(rows, instruments).problems];
}

const allLevels: Rows = instrument.indicators.map(({ id }) => [id, '3']);

/** A result that others made, as `spbe external import` looks at it. */
function external(rows: Rows, header: Rows = [['indikator', 'nilai']]): Problem[] {
  const file = 'hasil.csv';
  const read = readExternalTable(bookOf({ '': [...header, ...rows] }), file);
  const { values, problems } = parseExternal(read.rows, instrument, { index: 'indeks', groups: {} });
  return [...read.problems, ...problems, ...checkSums(values, instrument, { file })];
}

/** What lies in `riwayat/`. */
async function recorded(files: Readonly<Record<string, string>>): Promise<Problem[]> {
  const root = await mkdtemp(join(tmpdir(), 'spbe-'));
  try {
    await mkdir(join(root, 'riwayat'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(root, 'riwayat', name), text);
    return [...(await readRecords(root)).problems];
  } finally {
    await rm(root, { recursive: true });
  }
}

/** Dasbor with a number where the formula of the index stood. */
const overwritten: Rows = [
  ['Dasbor'],
  [],
  dashboardTable.columns.map(({ key }) => markOf(dashboardTable, key)),
  ['Rata-rata tertimbang OPD ini (sementara)', '3.5'],
];

/** The Ministry's questionnaire of 2018: option 3, which is level 2, for each indicator but the first untouched ones. */
async function questionnaire({ untouched = 0, stored = '' }): Promise<Problem[]> {
  const { indicators } = await loadInstrument('permenpanrb-5-2018');
  const rows = indicators.map(({ id }, index) => [id, index < untouched ? '1' : '3']);
  const [[first = '', option = ''] = [], ...others] = rows;
  const book = bookOf({
    Rekap: [['Indikator', 'N', 'V', 'W', 'RI', 'Indeks SPBE'], [first, option, '', '', stored], ...others],
  });
  return problemsOf(await readKnownBook(book, 'kuesioner.xlsx', false));
}

/** A region's own sheet of all indicators; other rows stand in the place of the first. */
async function ownSheet(
  rows: Rows = [],
  map = rows.length > 0 ? 'No=indikator,Nilai=tingkat' : '',
): Promise<Problem[]> {
  const all = instrument.indicators.map(({ id, name }) => [id, name, '2']);
  const book = bookOf({ Nilai: [['No', 'Uraian', 'Nilai'], ...rows, ...all.slice(rows.length)] });
  const columns = parseMap(map);
  return problemsOf(await readOwnSheet(book, 'nilai.xlsx', instrument, columns ? { map: columns } : {}));
}

const dinas = { code: 'dinas', name: 'Dinas', indicators: ['12'] };
const bappeda = { code: 'bappeda', name: 'Bappeda', indicators: ['13'] };

/** One workbook twice, saved under two names. */
function versions(
  older: Readonly<Record<string, string>>,
  newer: Readonly<Record<string, string>>,
): Problem[] {
  const version = (answer: Readonly<Record<string, string>>, savedAt: string): Book => ({
    ...workbook({ answers: [{ number: '12', ...answer }], meta: { workbookId: 'a1' } }),
    savedAt,
  });
  return check({
    'dinas (1).xlsx': version(older, '2025-03-01T08:00:00.000Z'),
    'dinas (2).xlsx': version(newer, '2025-03-02T08:00:00.000Z'),
  });
}

function byDecision(stated: string, decided: string): Problem[] {
  const decision = {
    indicator: '12',
    level: Number(decided),
    reason: 'Peta rencana berlaku di semua OPD',
    by: 'Sekretaris Daerah',
    date: '2025-04-17',
    at: { file: 'spbe.yaml' },
  };
  const rows = [
    ['indikator', 'tingkat'],
    ['12', stated],
  ];
  const policy = { ...usualPolicy, decisions: new Map([['12', decision]]) };
  return check({ 'tingkat.csv': bookOf({ '': rows }) }, null, policy);
}

const waiver: Waiver = {
  code: 'evidence-missing',
  indicator: '12',
  opd: null,
  document: null,
  reason: 'Menunggu tanda tangan Bupati',
  by: 'Sekretaris Daerah',
  until: '2026-12-31',
  at: { file: 'spbe.yaml' },
};

async function reviewWith(one: Waiver): Promise<Problem[]> {
  const review = reviewEvidence(await makeContext({}), { severities: new Map(), waivers: [one] });
  return [...review.problems];
}

function problemsOf(read: Read | null): Problem[] {
  if (read === null) throw new Error('A form that nobody knows');
  return [...read.problems];
}

interface Contents {
  readonly answers?: readonly Readonly<Record<string, string>>[];
  readonly documents?: readonly Readonly<Record<string, string>>[];
  readonly meta?: Readonly<Record<string, string>>;
}

function workbook(contents: Contents): Book {
  return bookOf(sheetsOf(contents));
}

/** A workbook for indicator 12, at level 1: without a problem, unless the contents say otherwise. */
function sheetsOf({ answers = [{ number: '12', level: '1' }], documents = [], meta = {} }: Contents): Sheets {
  const entries = {
    formatVersion: '1',
    instrument: instrument.id,
    region: 'Kabupaten Mojokerto',
    year: '2025',
    opdCode: 'dinas',
    opdName: 'Dinas',
    indicators: '12',
    ...meta,
  };
  return {
    Penilaian: tableRows(answersTable, answers),
    Bukti: tableRows(documentsTable, documents),
    Kriteria: tableRows(criteriaTable, []),
    _spbe: [['_spbe.meta.id', '_spbe.meta.value'], ...Object.entries(entries)],
  };
}

/** Marks, header and rows, as on the sheet. */
function tableRows(table: Table, rows: readonly Readonly<Record<string, string>>[]): Rows {
  const keys = table.columns.map(({ key }) => key);
  return [
    keys.map((key) => markOf(table, key)),
    table.columns.map(({ header }) => header),
    ...rows.map((row) => keys.map((key) => row[key] ?? '')),
  ];
}

function check(
  files: Readonly<Record<string, Book>>,
  whole: Place | null = null,
  policy = usualPolicy,
): Problem[] {
  const read = Object.entries(files).map(([file, book]) =>
    book.sheets[0]?.name === '' ? readCsvAnswers(book, file) : readWorkbook(book, file),
  );
  const submissions = read.flatMap(({ submission }) => (submission ? [submission] : []));
  const merged = mergeSubmissions(submissions, instrument, { region: null, year: null }, whole, policy);
  return [...read.flatMap(({ problems }) => problems), ...merged.problems];
}

/** A strange workbook beside two that agree. */
function checkAmongGood(meta: Readonly<Record<string, string>>): Problem[] {
  return check({ 'a.xlsx': workbook({}), 'b.xlsx': workbook({}), 'dinas.xlsx': workbook({ meta }) });
}

/** As `spbe check` finds them on a disk. */
async function inFolder(files: Readonly<Record<string, string>>): Promise<Problem[]> {
  const cwd = await mkdtemp(join(tmpdir(), 'spbe-'));
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(cwd, name), content);
    const { assessment } = await readInputs(Object.keys(files), { cwd, strict: false });
    return [...assessment.problems];
  } finally {
    await rm(cwd, { recursive: true });
  }
}
