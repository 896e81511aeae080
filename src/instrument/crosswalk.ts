import { z } from 'zod';
import { packageFolder } from '../package-folder.ts';
import { parseData } from './parse-data.ts';

const crosswalkSchema = z.strictObject({
  $schema: z.string().optional(),
  /** Ids of the older and the newer instrument. */
  from: z.string(),
  to: z.string(),
  note: z.string().min(1),
  links: z.array(
    z.strictObject({
      /** Indicator of the older instrument; null for one that is new. */
      from: z.string().nullable(),
      /** Indicator of the newer instrument; null for one that ended. */
      to: z.string().nullable(),
      certainty: z.enum(['high', 'medium', 'low']),
      reason: z.string().min(1).max(220),
      /** What of the old evidence is still useful; null if nothing is. */
      evidence: z.string().min(1).max(220).nullable(),
    }),
  ),
});

export type Crosswalk = z.infer<typeof crosswalkSchema>;
export type CrosswalkLink = Crosswalk['links'][number];

const folder = 'templates/crosswalks';

/** Every crosswalk: which indicator of one instrument continues where in the next. */
export async function loadCrosswalks(): Promise<Crosswalk[]> {
  const names = (await packageFolder.list(folder)).filter((name) => name.endsWith('.json'));
  return Promise.all(
    names.map(async (name) => {
      const shown = `${folder}/${name}`;
      return parseData(crosswalkSchema, String(await packageFolder.read(shown)), shown);
    }),
  );
}

export interface Continuation {
  /** Instrument and indicator at the other end; indicator null = began or ended here. */
  readonly instrument: string;
  readonly indicator: string | null;
  readonly direction: 'earlier' | 'later';
  readonly link: CrosswalkLink;
}

/** Where an indicator came from and where it went. */
export function continuationsOf(
  crosswalks: readonly Crosswalk[],
  instrument: string,
  indicator: string,
): Continuation[] {
  return crosswalks.flatMap(({ from, to, links }) => [
    ...links
      .filter((link) => to === instrument && link.to === indicator)
      .map((link) => ({ instrument: from, indicator: link.from, direction: 'earlier' as const, link })),
    ...links
      .filter((link) => from === instrument && link.from === indicator)
      .map((link) => ({ instrument: to, indicator: link.to, direction: 'later' as const, link })),
  ]);
}
