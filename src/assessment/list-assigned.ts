import type { Instrument } from '../instrument/instrument.ts';
import { groupBy } from './group-by.ts';
import type { AssignedOpd, MergePolicy } from './merge-policy.ts';
import type { Settlement } from './settle.ts';
import type { Submission } from './submission.ts';

/** Who was given what: as the project says, else what each OPD's workbooks were made with, or it has answered. */
export function listAssigned(
  files: readonly Submission[],
  settlements: ReadonlyMap<string, Settlement>,
  { indicators }: Instrument,
  { assigned }: MergePolicy,
): AssignedOpd[] {
  if (assigned !== null) return [...assigned];
  const held = [
    ...files.flatMap(({ meta, regional }) =>
      meta && regional === undefined ? meta.indicators.map((id) => ({ ...meta.opd, id })) : [],
    ),
    ...files.flatMap(({ regional }) =>
      (regional?.stated ?? []).flatMap(({ opd, opdName, indicator }) =>
        opd?.text ? [{ code: opd.text, name: opdName?.text || opd.text, id: indicator.text }] : [],
      ),
    ),
  ];
  const answered = listAnswered(settlements);
  return [...groupBy(held, ({ code }) => code)]
    .map(([code, own]) => {
      const ids = new Set([...own, ...(answered.get(code) ?? [])].map(({ id }) => id));
      const wanted = indicators.flatMap(({ id }) => (ids.has(id) ? [id] : []));
      return { code, name: own[0]?.name ?? code, indicators: wanted };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** OPD code → indicators it gave a level. Gone through once: a province may hand over ten thousand workbooks. */
function listAnswered(settlements: ReadonlyMap<string, Settlement>) {
  const answers = [...settlements].flatMap(([id, { candidates }]) =>
    candidates.flatMap(({ opd, level }) => (level === null ? [] : [{ opd, id }])),
  );
  return groupBy(answers, ({ opd }) => opd);
}
