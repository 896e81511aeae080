/** Where in the input something stands. `sheet` is absent for csv files, `address` for whole-file problems. */
export interface Place {
  /** Path as the user gave it, or relative to the project folder. */
  readonly file: string;
  readonly sheet?: string;
  /** A1 address, exactly as read; never recomputed from an array index. */
  readonly address?: string;
}

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** Something wrong in a workbook or its evidence: a value, collected, never thrown. */
export interface Problem {
  /** Stable code, listed in docs/problems.md. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong – what was found – what to do, in Bahasa Indonesia. */
  readonly message: string;
  readonly at: Place;
  readonly details: Readonly<Record<string, string | number>>;
  /** A decision of the region lets it pass; its severity is `info` then. */
  readonly waiver?: {
    readonly reason: string;
    readonly by: string;
    /** Last ISO day on which it holds. */
    readonly until: string;
  };
}

/** The command cannot be carried out: caught once in cli.ts, shown without a stack trace, exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

const mostFaults = 20;
const longestFault = 300;

/** Lines for a UserError, one a fault: a file that is wrong throughout must not flood the screen, nor forge a line. */
export function listFaults(faults: readonly string[]): string {
  const lines = faults
    .slice(0, mostFaults)
    .map((fault) => (fault.length > longestFault ? `${fault.slice(0, longestFault)}…` : fault))
    .map((fault) => `  ${fault.replace(/\s+/g, ' ')}`);
  const left = faults.length - lines.length;
  return [...lines, ...(left > 0 ? [`  … dan ${left} kesalahan lagi`] : [])].join('\n');
}

/** `Berkas.xlsx › Penilaian!F12`, the form in which every place is shown. */
export function formatPlace({ file, sheet, address }: Place): string {
  const inFile = [sheet, address].filter((part) => part !== undefined && part !== '').join('!');
  return [file, inFile].filter((part) => part !== '').join(' › ');
}

/** The same for a reader who is at `from`: a place in that file goes without its name. */
export function formatPlaceFrom(place: Place, from: Place): string {
  return formatPlace(place.file === from.file ? { ...place, file: '' } : place);
}

/** January first. */
export const monthNames: readonly string[] = [
  ...['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni'],
  ...['Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
];

/** `2026-11-21` → `21 November 2026`, the form in which people read every day. */
export function formatDay(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} ${monthNames[(month ?? 1) - 1]} ${year}`;
}

/** Problems by file, sheet, row and column; file-level ones first. The one place where their order is made. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems
    .map((value) => ({ value, key: sortKey(value.at) }))
    .sort((a, b) => compareKeys(a.key, b.key) || compareText(a.value.code, b.value.code))
    .map(({ value }) => value);
}

function sortKey({ file, sheet, address }: Place): [string, string, number, string] {
  const [, column = '', row = '0'] = /^([A-Z]+)(\d+)$/.exec(address ?? '') ?? [];
  return [file, sheet ?? '', Number(row), column.padStart(3)];
}

function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] as string | number;
    const order = typeof left === 'number' ? left - (right as number) : compareText(left, right as string);
    if (order !== 0) return order;
  }
  return 0;
}

/** By code unit, so that every machine and locale sorts alike. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
