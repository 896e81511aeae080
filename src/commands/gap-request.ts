import { Fraction } from 'fraction.js';
import type { Measure } from '../plan/constraint.ts';
import type { Aim } from '../plan/gap-result.ts';
import { firstWholeMonth, lastWholeMonth, type Month } from '../plan/month.ts';
import { parseAmount } from '../plan/parse-amount.ts';
import { parseTargets, type Targets } from '../plan/parse-targets.ts';
import { UserError } from '../problem.ts';
import type { PlanSection, TargetSection } from '../project/plan-section.ts';
import type { GapCommandOptions } from './gap.ts';
import type { PlanInputs } from './plan-inputs.ts';

/** What the user asks of `spbe gap`, from the options and spbe.yaml, checked. */
export interface GapRequest {
  readonly targets: Targets;
  readonly floor: number | null;
  readonly aim: Aim;
  readonly budget: { readonly measure: Measure; readonly amount: Fraction } | null;
  readonly until: string | null;
  /** First month of work. */
  readonly start: Month;
  /** Steps an OPD can finish in a quarter; null = no limit known. */
  readonly capacity: NonNullable<PlanSection['capacity']> | null;
  readonly isScheduled: boolean;
  readonly risk: Fraction | null;
  readonly confidence: Fraction | null;
}

/** @throws UserError for the first thing that cannot be meant */
export function toGapRequest(inputs: PlanInputs, options: GapCommandOptions, today: Date): GapRequest {
  const { instrument } = inputs.assessment;
  const section = inputs.project?.plan ?? {};
  const asked: AskedTexts = options.target
    ? { texts: options.target }
    : targetTexts(inputs.project?.target, options.maximize === true);
  const floorText = options.floor ?? asked.floor;
  const until = options.until === undefined ? section.closing : parseDate(options.until, '--until');
  const start = options.start === undefined ? section.start : parseDate(options.start, '--start');
  const capacity = options.capacity === undefined ? section.capacity : parseCapacity(options.capacity);
  const request: GapRequest = {
    targets: parseTargets(asked.texts, instrument),
    floor: floorText === undefined ? null : parseFloor(floorText, inputs),
    aim: options.maximize ? 'index' : options.minimize,
    budget: options.budget === undefined ? null : parseAmount(options.budget, 'Anggaran'),
    until: until === undefined ? null : assertDate(until, 'plan.closing'),
    start: firstWholeMonth(start === undefined ? localDay(today) : assertDate(start, 'plan.start')),
    capacity: capacity ?? null,
    isScheduled:
      options.schedule === true ||
      options.plan !== undefined ||
      options.ics !== undefined ||
      until !== undefined ||
      capacity !== undefined ||
      options.minimize === 'time',
    risk: options.risk === undefined ? null : parseChance(options.risk, '--risk'),
    confidence: options.confidence === undefined ? null : parseChance(options.confidence, '--confidence'),
  };
  assertSensible(request, inputs);
  return request;
}

/** Last month of work before a day; in a path, the same day of that year. */
export function closingMonth({ until }: GapRequest, year?: number): Month | null {
  if (until === null) return null;
  return lastWholeMonth(year === undefined ? until : `${year}${until.slice(4)}`);
}

interface AskedTexts {
  readonly texts: readonly string[];
  readonly floor?: string;
}

/**
 * The targets of spbe.yaml as they would be written after --target.
 * @param maximize the highest index is looked for: of the project's targets only the others hold then
 */
export function targetTexts(section: TargetSection | undefined, maximize = false): AskedTexts {
  if (section === undefined) return { texts: [] };
  if (typeof section !== 'object') return { texts: maximize ? [] : [String(section)] };
  const { floor, ...others } = section;
  const texts = Object.entries(others)
    .filter(([key]) => !maximize || !/^(index|\d{4})$/.test(key))
    .map(([key, value]) => (key === 'index' ? String(value) : `${key}=${value}`));
  return { texts, ...(floor === undefined ? {} : { floor: String(floor) }) };
}

function assertSensible(request: GapRequest, { opdOf }: PlanInputs): void {
  const { targets, floor, aim, budget, until, capacity, risk, confidence } = request;
  const hasTarget = targets.index !== null || targets.groups.length > 0 || floor !== null;
  const isPath = targets.byYear.length > 0;
  if (!hasTarget && !isPath && aim !== 'index') {
    throw new UserError(
      'Target belum disebut. Tambahkan --target, misalnya --target 3.5 atau --target "sangat baik".',
    );
  }
  if (aim === 'index' && (targets.index !== null || isPath)) {
    throw new UserError('--maximize mencari indeks tertinggi; hapus --target indeks, atau hapus --maximize.');
  }
  if (aim === 'index' && budget === null && until === null) {
    throw new UserError(
      '--maximize perlu batas: tambahkan --budget (500jt, "20 langkah") atau --until 2026-09-15.',
    );
  }
  if ((capacity !== null || aim === 'opd') && opdOf.size === 0) {
    throw new UserError(
      'OPD pengampu belum diketahui: csv tidak memuatnya. Pakai kertas kerja per OPD, atau tulis bagian opd di spbe.yaml.',
    );
  }
  if (isPath && request.confidence !== null) {
    throw new UserError(
      '--confidence berlaku untuk satu target; hapus target per tahun, atau hapus --confidence.',
    );
  }
  if (confidence !== null && risk === null) {
    throw new UserError('--confidence perlu --risk, peluang sebuah langkah gagal, misalnya --risk 0.1.');
  }
  if (risk !== null && !hasTarget) {
    throw new UserError(
      '--risk menghitung peluang target bertahan; sebutkan satu target, bukan jalur per tahun.',
    );
  }
  if (confidence !== null && targets.index === null) {
    throw new UserError('--confidence perlu target indeks, misalnya --target 3.5.');
  }
}

function parseFloor(text: string, { assessment: { instrument } }: PlanInputs): number {
  const { min, max } = instrument.scale;
  const level = /^\d$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(level > min && level <= max)) {
    throw new UserError(`Tingkat minimal "${text.slice(0, 40)}" tidak ada. Tulis ${min + 1} sampai ${max}.`);
  }
  return level;
}

function parseCapacity(text: string): number {
  if (!/^\d{1,4}$/.test(text.trim()) || Number(text) === 0) {
    throw new UserError(
      `Kapasitas "${text.slice(0, 40)}" tidak dimengerti. Tulis jumlah langkah per triwulan, misalnya 3.`,
    );
  }
  return Number(text);
}

function parseChance(text: string, option: string): Fraction {
  const found = text.trim().replace(',', '.');
  if (!/^(0?\.\d{1,6}|0|1)$/.test(found)) {
    throw new UserError(
      `${option} "${text.slice(0, 40)}" bukan peluang. Tulis angka 0 sampai 1, misalnya 0.1.`,
    );
  }
  return new Fraction(found);
}

function parseDate(text: string, name: string): string {
  return assertDate(text.trim(), name);
}

/** A day that exists, between 2018 and 2100. */
function assertDate(text: string, name: string): string {
  const time = /^(20[1-9]\d|2100)-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new UserError(
      `Tanggal ${name} "${text.slice(0, 40)}" tidak ada. Tulis tahun-bulan-hari, misalnya 2026-09-15.`,
    );
  }
  return text;
}

function localDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
