import { loadInstrument } from '../src/instrument/load.ts';
import { parseActionPlan } from '../src/plan/parse-action-plan.ts';
import type { Problem } from '../src/problem.ts';
import { actionMetaTable, actionTable } from '../src/workbook/action-plan-layout.ts';
import { markOf } from '../src/workbook/layout.ts';
import { readActionPlan } from '../src/workbook/read-action-plan.ts';
import { bookOf } from './workbook/book-of.ts';

type Row = Readonly<Partial<Record<(typeof actionTable.columns)[number]['key'], string>>>;

const usual: readonly Row[] = [
  { id: '12-L2', end: '2025-06-30', status: 'Selesai' },
  { id: '12-L3', end: '2025-12-31', status: 'Belum' },
];

/** One tiny action plan per code that yields this problem and no other. */
export const actionPlanSamples = {
  'plan-step-unknown': () => problemsOf([...usual, { id: '99-L3', status: 'Selesai' }]),
  'plan-step-missing': () => problemsOf(usual.slice(0, 1)),
  'plan-step-repeated': () => problemsOf([...usual, { id: '12-L3', status: 'Selesai' }]),
  'plan-status-unknown': () => problemsOf(usual.with(1, { id: '12-L3', status: 'hampir' })),
  'plan-date-invalid': () => problemsOf(usual.with(0, { ...usual[0], finished: 'bulan depan' })),
  'plan-step-skipped': () =>
    problemsOf([
      { id: '12-L2', status: 'Berjalan' },
      { id: '12-L3', status: 'Selesai' },
    ]),
};

async function problemsOf(rows: readonly Row[]): Promise<Problem[]> {
  const instrument = await loadInstrument('permenpanrb-59-2020');
  const meta = {
    kind: 'rencana-aksi',
    formatVersion: '1',
    instrument: instrument.id,
    region: 'Kabupaten Mojokerto',
    year: '2024',
    target: '3',
    targetLabel: '3,00',
    levels: '12=1',
    steps: '12-L2 12-L3',
  };
  const keys = actionTable.columns.map(({ key }) => key);
  const book = bookOf({
    Langkah: [
      keys.map((key) => markOf(actionTable, key)),
      actionTable.columns.map(({ header }) => header),
      ...rows.map((row) => keys.map((key) => row[key] ?? '')),
    ],
    _spbe: [actionMetaTable.columns.map(({ key }) => markOf(actionMetaTable, key)), ...Object.entries(meta)],
  });
  const { plan, problems } = readActionPlan(book, 'rencana-aksi.xlsx');
  return [...problems, ...(parseActionPlan(plan, instrument)?.problems ?? [])];
}
