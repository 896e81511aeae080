import { UserError } from '../problem.ts';
import { notRegular } from '../project/read-regular.ts';
import { clean } from '../reporters/clean.ts';

/** Why a file that the user named cannot be read. */
export function cannotRead(name: string, cause: unknown): UserError {
  return new UserError(`"${clean(name)}" ${whyUnreadable(cause)}.`, { cause });
}

/** Goes on from the name of the file. */
export function whyUnreadable(cause: unknown): string {
  const { code } = cause as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    ENOENT: 'tidak ditemukan. Periksa ejaan nama dan foldernya',
    ENOTDIR: 'tidak ditemukan. Periksa ejaan nama dan foldernya',
    EACCES: 'tidak boleh dibaca. Periksa izin berkasnya',
    EPERM: 'tidak boleh dibaca. Periksa izin berkasnya',
    EBUSY: 'sedang dipakai program lain. Tutup dulu di Excel',
    [notRegular]: 'bukan berkas biasa. Sebutkan berkas kertas kerja',
  };
  return reasons[String(code)] ?? `tidak dapat dibaca (${code ?? String(cause)})`;
}
