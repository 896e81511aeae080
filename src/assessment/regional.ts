import type { Instrument } from '../instrument/instrument.ts';
import { type Answer, type ParsedSubmission, parseSubmission } from './answers.ts';
import { groupBy } from './group-by.ts';
import { type Decision, mergeRules } from './merge-policy.ts';
import { normalizeIndicator } from './normalize-indicator.ts';
import { type Basis, isStated, type Settlement, statedLevels } from './settle.ts';
import type { AnswerRow, SettledRow } from './submission.ts';

/** Stands in a regional workbook (rekapitulasi) where others have the code of an OPD. */
export const regionalOpd = { code: 'gabungan', name: 'Rekapitulasi semua OPD' } as const;

/** What a regional workbook says of one indicator. */
export interface RegionalAnswer {
  /** Every level stated, as its OPD stated it; one that was typed into the regional workbook itself comes last. */
  readonly candidates: readonly Answer[];
  /** The level it shows, and what that rests on: counts where no other file answers the indicator. */
  readonly settlement: Settlement;
}

/**
 * Finds what the regional workbook was made from. A level that was changed in it afterwards is an answer of its own (OPD
 * `gabungan`): it shows in the workbook, so it counts there, and contradicts the others openly.
 * @param parsed a file with `regional`
 */
export function readRegional(parsed: ParsedSubmission, instrument: Instrument): Map<string, RegionalAnswer> {
  const { regional } = parsed.submission;
  const settled = new Map(
    (regional?.settled ?? []).map((row) => [normalizeIndicator(row.indicator.text), row] as const),
  );
  const stated = groupBy(readStated(parsed, instrument), ({ indicator }) => indicator);
  // It has a row for every indicator, also for those that no file held.
  const held = parsed.answers.filter(({ indicator, level }) => level !== null || settled.has(indicator));
  return new Map(
    held.map((final) => [
      final.indicator,
      toAnswer(final, settled.get(final.indicator), (stated.get(final.indicator) ?? []).filter(isStated)),
    ]),
  );
}

function toAnswer(final: Answer, row: SettledRow | undefined, stated: readonly Answer[]): RegionalAnswer {
  const { indicator, level } = final;
  const lead = row?.lead.text || null;
  const isChanged = row !== undefined && row.level.text !== (level === null ? '' : String(level));
  if (isChanged || row === undefined) {
    const own = { ...final, opd: regionalOpd.code };
    const candidates = level === null ? stated : [...stated, own];
    const basis = level === null ? 'blank' : candidates.length === 1 ? 'single' : 'regional';
    const isOpen = level !== null && statedLevels(candidates).length > 1;
    return {
      candidates,
      settlement: { indicator, level, basis, lead, decision: null, carrier: own, candidates, isOpen },
    };
  }
  const decision = level === null ? null : readDecision(row, level);
  const said = parseBasis(row.basis.text);
  const basis = said === 'decision' && decision === null ? 'regional' : said;
  const { candidates, carrier } = unfold(final, stated, decision !== null);
  const isOpen =
    ['lowest', 'median', 'weighted', 'regional'].includes(basis) && statedLevels(candidates).length > 1;
  return { candidates, settlement: { indicator, level, basis, lead, decision, carrier, candidates, isOpen } };
}

/** The deciding answer stands in Penilaian; the others only among the answers that are kept. */
function unfold(final: Answer, stated: readonly Answer[], isDecided: boolean) {
  if (stated.length > 0) {
    const first = stated.findIndex((one) => one.opd === final.opd && one.level === final.level);
    return { candidates: stated.map((one, index) => (index === first ? final : one)), carrier: final };
  }
  // Decided where nobody stated a level: the level is not that of an answer.
  if (!isDecided) return { candidates: [final], carrier: final };
  return final.opd === null
    ? { candidates: [], carrier: null }
    : { candidates: [{ ...final, level: null }], carrier: final };
}

/** The answers of every OPD, under its own code; what is wrong with them was said when they were first read. */
function readStated({ submission }: ParsedSubmission, instrument: Instrument): Answer[] {
  const { regional, ...rest } = submission;
  const plain = { ...rest, documents: [], checklist: new Map() };
  // One file has one answer an indicator, so the second answers of all are parsed as a file of their own, and so on.
  const sources: AnswerRow[][] = [];
  const seen = new Map<string, number>();
  for (const row of regional?.stated ?? []) {
    const id = normalizeIndicator(row.indicator.text);
    const nth = seen.get(id) ?? 0;
    seen.set(id, nth + 1);
    const source = sources[nth] ?? [];
    sources[nth] = source;
    source.push(row);
  }
  return sources.flatMap((answers) => parseSubmission({ ...plain, answers }, instrument).answers);
}

const bases: readonly Basis[] = [
  ...['blank' as const, 'single' as const, 'agreed' as const, 'decision' as const, 'regional' as const],
  ...mergeRules,
];

function parseBasis(text: string): Basis {
  return bases.find((basis) => basis === text) ?? 'regional';
}

/** null where the row holds none, or not all of it: then nobody can say who decided what. */
function readDecision(row: SettledRow, level: number): Decision | null {
  const { basis, reason, by, date, indicator } = row;
  if (basis.text !== 'decision' || reason.text === '' || by.text === '') return null;
  if (!/^\d{4}-\d\d-\d\d$/.test(date.text)) return null;
  return {
    indicator: normalizeIndicator(indicator.text),
    level,
    reason: reason.text,
    by: by.text,
    date: date.text,
    at: row.level.at,
  };
}
