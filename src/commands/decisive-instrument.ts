import { instrumentOf } from '../assessment/foreign.ts';
import type { Inputs } from './inputs.ts';

/** The instrument that must be named to get the same result anywhere: files of csv name none, and took what lay around them. */
export function decisiveInstrument(
  { assessment, project, submissions }: Pick<Inputs, 'assessment' | 'project' | 'submissions'>,
  asked: string | undefined,
): { readonly instrument?: string } {
  const isNamed = project !== null || submissions.some((one) => instrumentOf(one) !== undefined);
  const instrument = asked ?? (isNamed ? undefined : assessment.instrument.id);
  return instrument === undefined ? {} : { instrument };
}
