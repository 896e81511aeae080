import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../problem.ts';

/**
 * Copies a document of the project, never following a link, and makes sure that the copy is what was judged.
 * @param path relative to the project folder
 * @throws UserError if the file is another one than when it was looked at, or cannot be copied
 */
export async function copyDocument(
  root: string,
  path: string,
  sha256: string,
  target: string,
): Promise<void> {
  const hash = createHash('sha256');
  const listen = new Transform({
    transform(piece: Buffer, _, done) {
      hash.update(piece);
      done(null, piece);
    },
  });
  const source = await open(join(root, path), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(
    (cause: unknown) => {
      throw new UserError(
        `Bukti "${path}" tidak dapat dibaca. Periksa izin berkasnya, atau tutup di program lain.`,
        { cause },
      );
    },
  );
  try {
    if (!(await source.stat()).isFile()) throw new UserError(`Bukti "${path}" bukan berkas biasa.`);
    const copy = await open(target, 'wx');
    try {
      await pipeline(source.createReadStream({ autoClose: false }), listen, copy.createWriteStream());
    } finally {
      await copy.close().catch(() => undefined);
    }
  } finally {
    await source.close();
  }
  if (hash.digest('hex') !== sha256) {
    throw new UserError(`Bukti "${path}" berubah selagi paket dibuat. Ulangi perintahnya.`);
  }
}
