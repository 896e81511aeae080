import { readFile, stat } from 'node:fs/promises';

/** Code of the error for a pipe or a device: to read one could wait or go on for ever. */
export const notRegular = 'ENOTFILE';

/**
 * Bytes of an ordinary file.
 * @returns null if it is larger than `limit`; its bytes are not read then
 * @throws the system's error, or one with the code `notRegular`
 */
export async function readRegular(path: string, limit: number): Promise<Buffer | null> {
  const info = await stat(path);
  if (!info.isFile() && !info.isDirectory())
    throw Object.assign(new Error('not a regular file'), { code: notRegular });
  return info.size > limit ? null : readFile(path);
}
