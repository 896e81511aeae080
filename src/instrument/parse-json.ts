import { UserError } from '../problem.ts';
import type { Fault } from './check.ts';

/**
 * Parses the text of a data file.
 * @param name shown in messages, usually the file's path
 * @throws UserError if it is not JSON, or names a key `__proto__`
 */
export function parseJson(text: string, name: string): unknown {
  try {
    const parsed = inspectJson(text);
    if ('value' in parsed) return parsed.value;
    const lines = parsed.faults.map(({ path, reason }) => `  ${path}: ${reason}`);
    throw new UserError(`Berkas ${name} tidak dapat dipakai:\n${lines.join('\n')}`);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new UserError(`Berkas ${name} ${notJson(cause)}`, { cause });
  }
}

/** The same for a checker that reports all files at once: what is wrong is a fault like any other. */
export function tryJson(text: string): { readonly value: unknown } | { readonly faults: readonly Fault[] } {
  try {
    return inspectJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { faults: [{ path: formatPath([]), reason: notJson(error) }] };
  }
}

/** Path of a value as a reader of the file would write it: `groups[3].weight`. */
export function formatPath(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text.replace(/^\./, '') || '(akar)';
}

/** Where the first of the faults that zod found stands, in the same form. */
export function firstPath({
  issues,
}: {
  readonly issues: readonly { readonly path: readonly PropertyKey[] }[];
}): string {
  return formatPath(issues.slice(0, 1).flatMap(({ path }) => path));
}

/** @throws SyntaxError if it is not JSON */
function inspectJson(text: string): { readonly value: unknown } | { readonly faults: readonly Fault[] } {
  // Some editors put a byte order mark before the text.
  const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
  const paths: string[] = [];
  // The key may be written with escapes; else its absence shows in the text, without a walk through all values.
  if (/__proto__|\\u/.test(text)) findForbidden(value, [], paths);
  if (paths.length === 0) return { value };
  return { faults: paths.map((path) => ({ path, reason: 'kunci ini tidak boleh ada' })) };
}

function notJson({ message }: SyntaxError): string {
  return `bukan JSON yang sah: ${message}`;
}

/** zod passes over a key `__proto__`, even in a strict object. */
function findForbidden(value: unknown, path: readonly PropertyKey[], found: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, child] of entries) {
    if (key === '__proto__') found.push(formatPath([...path, key]));
    findForbidden(child, [...path, key], found);
  }
}
