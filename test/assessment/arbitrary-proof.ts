import fc from 'fast-check';
import type { ProvenInput, ProvingDocument } from '../../src/assessment/cover.ts';
import { lossReasons } from '../../src/assessment/loss-reason.ts';
import { type EvidenceKind, evidenceKinds } from '../../src/instrument/criteria-schema.ts';
import type { Instrument } from '../../src/instrument/instrument.ts';
import { loadInstrument } from '../../src/instrument/load.ts';
import { type Criteria, loadCriteria } from '../../src/instrument/load-criteria.ts';

export interface Pack {
  readonly instrument: Instrument;
  readonly criteria: Criteria;
}

const ids = ['permenpanrb-59-2020', 'permenpanrb-5-2018', 'permenpanrb-8-2026'];

export const packs: readonly Pack[] = await Promise.all(
  ids.map(async (id) => {
    const instrument = await loadInstrument(id);
    return { instrument, criteria: await loadCriteria(instrument) };
  }),
);

const kinds = Object.keys(evidenceKinds) as EvidenceKind[];
/** Around one year apart, so that a follow-up may be early, just in time or late. */
const dates = [
  '2022-05-05',
  '2023-05-05',
  '2024-02-29',
  '2024-05-04',
  '2024-05-05',
  '2025-02-28',
  '2025-06-01',
];

/** A level on the scale, with decimals where it has them. */
export function arbitraryLevel({ scale: { min, max, decimals } }: Instrument): fc.Arbitrary<number> {
  const units = 10 ** decimals;
  return fc.integer({ min: min * units, max: max * units }).map((level) => level / units);
}

export function arbitraryDate(): fc.Arbitrary<string | null> {
  return fc.option(fc.constantFrom(...dates));
}

/** A document that counts or not, of any kind, for any level: most of the time for one of these indicators. */
export function arbitraryDocument(
  { instrument }: Pack,
  indicators: readonly string[],
): fc.Arbitrary<ProvingDocument> {
  return fc.record({
    indicator: fc.constantFrom(...indicators),
    level: fc.option(arbitraryLevel(instrument)),
    kind: fc.option(fc.constantFrom(...kinds)),
    date: arbitraryDate(),
    refusedFor: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom(...lossReasons)),
  });
}

/** For each required item up to the level of the claim one document of its kind; follow-ups come late enough. */
export function fullSet({ criteria }: Pack, indicator: string, claimed: number): ProvingDocument[] {
  const levels = criteria.byIndicator.get(indicator)?.levels ?? [];
  return levels
    .filter(({ level }) => level <= Math.ceil(claimed))
    .flatMap(({ level, evidence }): ProvingDocument[] => {
      const required = evidence.filter((item) => item.required);
      const documents = required.map(({ kind }) => ({
        indicator,
        level,
        kind,
        date: kind === 'follow-up' ? '2025-06-01' : '2024-02-29',
        refusedFor: null,
      }));
      // Without any required item a level asks for one document of whatever kind.
      return documents.length > 0
        ? documents
        : [{ indicator, level, kind: 'document', date: null, refusedFor: null }];
    });
}

/**
 * A region that claims anything and lists anything: documents at random, and for some indicators most of a full set, so
 * that high levels are reached too.
 */
export function arbitraryProof(pack: Pack): fc.Arbitrary<ProvenInput> {
  const all = pack.instrument.indicators.map(({ id }) => id);
  return fc
    .uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 4 })
    .chain((chosen) =>
      fc.tuple(...chosen.map((id) => fc.tuple(fc.constant(id), arbitraryLevel(pack.instrument)))),
    )
    .chain((claims) => {
      const chosen = claims.map(([id]) => id);
      const full = claims.flatMap(([id, claimed]) => fullSet(pack, id, claimed));
      const items = chosen.flatMap((id) =>
        (pack.criteria.byIndicator.get(id)?.levels ?? []).flatMap(({ evidence }) =>
          evidence.map((item) => item.id),
        ),
      );
      return fc.record({
        instrument: fc.constant(pack.instrument),
        criteria: fc.constant(pack.criteria.byIndicator),
        coverage: fc.constant(pack.criteria.about.coverage.rule),
        claimed: fc.constant(new Map(claims)),
        documents: fc
          .tuple(
            fc.array(arbitraryDocument(pack, [...chosen, ...chosen, all[0] ?? '']), { maxLength: 12 }),
            fc.oneof(fc.constant([]), fc.constant(full), mostOf(full)),
          )
          .map(([some, most]) => [...some, ...most]),
        reference: fc.constantFrom('2025-12-31', '2026-06-30'),
        lacking: fc
          .oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.subarray(items, { maxLength: 3 }))
          .map((ids) => new Set(ids)),
      });
    });
}

/** Most documents as they are, a few gone or refused. */
function mostOf(documents: readonly ProvingDocument[]): fc.Arbitrary<ProvingDocument[]> {
  const fate = fc.oneof(
    { weight: 8, arbitrary: fc.constant('kept' as const) },
    fc.constant('gone' as const),
    fc.constantFrom(...lossReasons),
  );
  return fc.array(fate, { minLength: documents.length, maxLength: documents.length }).map((fates) =>
    documents.flatMap((one, position) => {
      const met = fates[position] ?? 'gone';
      if (met === 'gone') return [];
      return met === 'kept' ? [one] : [{ ...one, refusedFor: met }];
    }),
  );
}
