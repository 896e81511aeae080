import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Codes of systems without hard links, such as a USB stick formatted FAT. */
const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV']);

/**
 * Writes a new file whole or not at all, and never over another: at every moment, also after a kill, a file of this
 * name is complete. Two that want one name both get their file.
 * @param stem name without `.json`; `-2`, `-3` … is added if it is taken
 * @returns the name
 */
export async function writeNew(folder: string, stem: string, text: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${stem}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    for (let attempt = 1; ; attempt++) {
      const name = `${stem}${attempt === 1 ? '' : `-${attempt}`}.json`;
      if (await claim(temporary, join(folder, name))) return name;
    }
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Gives the file its name, unless the name is taken. */
async function claim(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!noLinks.has(String(code))) throw error;
    if (await exists(path)) return false;
    await rename(temporary, path);
    return true;
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Long enough for the slowest network folder: no run still writes a file as old. */
const abandonedAfter = 60 * 60 * 1000;

/** Removes what runs left behind that were ended in the middle of writing. */
export async function removeAbandoned(folder: string, now: Date): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => /^\..*\.tmp$/.test(one))) {
    const path = join(folder, name);
    const info = await stat(path).catch(() => null);
    if (info !== null && now.getTime() - info.mtimeMs > abandonedAfter) await rm(path, { force: true });
  }
}
