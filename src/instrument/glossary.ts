import { z } from 'zod';
import { packageFolder } from '../package-folder.ts';
import { parseData } from './parse-data.ts';

const glossarySchema = z.strictObject({
  $schema: z.string().optional(),
  terms: z.array(
    z.strictObject({
      term: z.string().min(1),
      aliases: z.array(z.string().min(1)),
      /** One sentence. */
      definition: z.string().min(1).max(300),
      source: z.string().min(1),
    }),
  ),
});

export type GlossaryTerm = z.infer<typeof glossarySchema>['terms'][number];

/** Loads the terms of the field with one-sentence definitions. */
export async function loadGlossary(): Promise<GlossaryTerm[]> {
  const name = 'templates/glossary.json';
  return parseData(glossarySchema, String(await packageFolder.read(name)), name).terms;
}
