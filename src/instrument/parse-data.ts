import type { z } from 'zod';
import { UserError } from '../problem.ts';
import { formatPath, parseJson } from './parse-json.ts';

/**
 * Parses the text of a data file that comes with the tool.
 * @param name shown in messages, usually the file's path
 * @throws UserError if it is not JSON or not of this shape (all faults named at once)
 */
export function parseData<Value>(schema: z.ZodType<Value>, text: string, name: string): Value {
  const parsed = schema.safeParse(parseJson(text, name));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${formatPath(path)}: ${message}`);
  throw new UserError(`Berkas ${name} tidak dapat dipakai:\n${lines.join('\n')}`);
}
