import type {
  Known,
  Trend,
  TrendPart,
  TrendParts,
  TrendPoint,
  TrendStatement,
  YearResult,
} from '../assessment/trend.ts';
import type { TrendDocument } from '../contract/trend.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { exactText, roundedNumber } from './number.ts';
import type { Traced } from './trend.ts';

type Segment = TrendDocument['segments'][number];

/** The document of the contract. */
export function trendDocumentOf({ region, trend, leftOut, problems }: Traced): TrendDocument {
  return {
    schemaVersion: 1,
    region,
    cautions: cautionsOf(trend),
    segments: trend.segments.map(({ measure, instrument, points, changes }) => ({
      measure,
      instrument: instrument.id,
      points: points.map((point) => toPoint(point, instrument)),
      changes: changes.map(({ from, to, difference, uncertainty, direction, byTop, byAspect }) => ({
        from: from.year,
        to: to.year,
        difference: exactText(difference),
        uncertainty: exactText(uncertainty),
        direction,
        byTop: toParts(byTop),
        byAspect: toParts(byAspect),
      })),
    })),
    statements: trend.statements.map((one) => toStatement(one, trend)),
    leftOut: [...leftOut],
    problems: problems.map((one) => ({ ...one, at: { ...one.at } })),
  };
}

/** Each once. */
export function cautionsOf({ segments }: Trend): string[] {
  return [...new Set(segments.flatMap(({ instrument }) => instrument.caution ?? []))];
}

function toKnown({ value, decimals }: Known) {
  return { value: exactText(value), isExact: decimals === null };
}

function toResult({ year, kind, index, source }: YearResult, { rounding }: Instrument) {
  return { year, kind, index: roundedNumber(index.value, rounding.decimals), ...toKnown(index), source };
}

function toPoint(point: TrendPoint, instrument: Instrument): Segment['points'][number] {
  const { predicate, otherPredicate, blanks, groups, others } = point;
  return {
    ...toResult(point, instrument),
    ...{ predicate, otherPredicate, blanks },
    groups: [...groups].map(([id, value]) => ({ id, ...toKnown(value) })),
    others: others.map(({ result, relation }) => ({ ...toResult(result, instrument), relation })),
  };
}

function toParts(found: TrendParts | null): Segment['changes'][number]['byTop'] {
  if (found === null) return null;
  const { parts, unknown, rest, isExact } = found;
  return {
    parts: parts.map(({ group, from, to, points, uncertainty }: TrendPart) => ({
      id: group.id,
      from: exactText(from.value),
      to: exactText(to.value),
      points: exactText(points),
      uncertainty: exactText(uncertainty),
    })),
    unknown: unknown.map(({ id }) => id),
    rest: exactText(rest),
    isExact,
  };
}

function toStatement(statement: TrendStatement, trend: Trend): TrendDocument['statements'][number] {
  const at = ({ measure, instrument, year }: TrendPoint) => ({ measure, instrument, year });
  switch (statement.kind) {
    case 'change': {
      const { from, to, direction, difference } = statement.change;
      return { kind: 'change', ...at(to), from: from.year, direction, difference: exactText(difference) };
    }
    case 'predicate':
      return { kind: 'predicate', ...at(statement.change.to), from: statement.from, to: statement.to };
    case 'years-missing':
      return { kind: 'years-missing', ...at(statement.change.to), years: [...statement.years] };
    case 'single':
    case 'early-stage':
      return { kind: statement.kind, ...at(statement.point) };
    case 'blanks':
      return { kind: 'blanks', ...at(statement.point), blanks: statement.point.blanks };
    case 'instrument-break': {
      const { from, to, comparability } = statement;
      return {
        kind: 'instrument-break',
        ...at(to),
        from: { instrument: from.instrument, year: from.year },
        comparability: comparability && { ...comparability },
      };
    }
    case 'measures-apart':
      return { kind: 'measures-apart', measures: [...statement.measures] };
    case 'sources-differ': {
      const { point, other } = statement;
      const own = trend.segments.find(({ points }) => points.includes(point));
      if (own === undefined) throw new Error(`No segment of ${point.year}`);
      return {
        kind: 'sources-differ',
        ...at(point),
        used: point.source,
        other: toResult(other, own.instrument),
      };
    }
    case 'target': {
      const { target, point, distance, isUncertain } = statement;
      return {
        ...{ kind: 'target', ...at(point), target: exactText(target.index), label: target.label },
        ...{ targetYear: target.year, distance: exactText(distance), isUncertain },
      };
    }
  }
}
