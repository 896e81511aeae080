import { UserError } from '../problem.ts';

/**
 * Parses the text of a data file.
 * @param name shown in messages, usually the file's path
 * @throws UserError if it is not JSON, or names a key `__proto__`: zod passes over that key, even in a strict object
 */
export function parseJson(text: string, name: string): unknown {
  const paths: string[] = [];
  const value = parse(text, name);
  findForbidden(value, [], paths);
  if (paths.length > 0) {
    const lines = paths.map((path) => `  ${path}: kunci ini tidak boleh ada`);
    throw new UserError(`Berkas ${name} tidak dapat dipakai:\n${lines.join('\n')}`);
  }
  return value;
}

/** Path of a value as a reader of the file would write it: `groups[3].weight`. */
export function formatPath(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text.replace(/^\./, '') || '(akar)';
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UserError(`Berkas ${name} bukan JSON yang sah: ${(cause as Error).message}`, { cause });
  }
}

function findForbidden(value: unknown, path: readonly PropertyKey[], found: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, child] of entries) {
    if (key === '__proto__') found.push(formatPath([...path, key]));
    findForbidden(child, [...path, key], found);
  }
}
