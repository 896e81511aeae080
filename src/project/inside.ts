import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';

/**
 * The way from a project's folder to something in it, with forward slashes and through no link that leads outside.
 * @returns null if it lies outside; '' for the folder itself
 * @throws the system's error if either is not there
 */
export async function pathInside(root: string, path: string): Promise<string | null> {
  const way = relative(await realpath(root), await realpath(path));
  if (isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`)) return null;
  return way.split(sep).join('/');
}
