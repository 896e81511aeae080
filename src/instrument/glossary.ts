import { z } from 'zod';
import { packageFolder } from '../package-folder.ts';
import { UserError } from '../problem.ts';
import { formatPath, parseJson } from './parse-json.ts';

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
  const parsed = glossarySchema.safeParse(parseJson(String(await packageFolder.read(name)), name));
  if (parsed.success) return parsed.data.terms;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${formatPath(path)}: ${message}`);
  throw new UserError(`Berkas ${name} tidak dapat dipakai:\n${lines.join('\n')}`);
}
