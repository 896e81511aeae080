import { instrumentOf } from '../assessment/foreign.ts';
import type { Inputs } from './inputs.ts';

/** The instrument that must be named to get the same result anywhere: files that name none, as csv, took what lay around them. */
export function decisiveInstrument(
  { assessment, submissions }: Pick<Inputs, 'assessment' | 'submissions'>,
  asked: string | undefined,
): { readonly instrument?: string } {
  const isNamed = submissions.some((one) => instrumentOf(one) !== undefined);
  const instrument = asked ?? (isNamed ? undefined : assessment.instrument.id);
  return instrument === undefined ? {} : { instrument };
}
