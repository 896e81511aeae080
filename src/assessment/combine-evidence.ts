import type { Evidence, ParsedSubmission } from './answers.ts';

/** The documents of all files; those of a regional workbook only where no file of an OPD lists the same. */
export function combineEvidence(parsed: readonly ParsedSubmission[]): Evidence[] {
  const regional = parsed.filter(({ submission }) => submission.regional !== undefined);
  if (regional.length === 0) return parsed.flatMap(({ evidence }) => evidence);
  const own = parsed.filter((one) => !regional.includes(one)).flatMap(({ evidence }) => evidence);
  const listed = new Set(own.map(asText));
  return [...own, ...regional.flatMap(({ evidence }) => evidence.filter((one) => !listed.has(asText(one))))];
}

/** All that is said of a document but where it is said. */
function asText({ at: _at, cells: _cells, ...said }: Evidence): string {
  return JSON.stringify(Object.values(said));
}
