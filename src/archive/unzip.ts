import { inflateRawSync } from 'node:zlib';
import { crc32 } from './crc32.ts';
import { refuse, refuseDamaged } from './refusal.ts';
import { type Entry, readDirectory } from './zip-directory.ts';

const mebibyte = 1024 * 1024;
/** One part, unpacked. A sheet of 100,000 rows by 10 columns takes about 45 MB, one of a kertas kerja less than 1 MB. */
export const partLimit = 40 * mebibyte;
/** All parts read, unpacked. */
export const totalLimit = 60 * mebibyte;
/** A part may unpack to this many times its packed size; sheets of one repeated row reach about 50. */
const ratioLimit = 250;
/** Small parts are let through whatever their ratio: they cannot do harm. */
const ratioFreeSize = 4 * mebibyte;

/** A zip archive whose parts are unpacked only when asked for. */
export interface Zip {
  /** Lower-case names of all entries. */
  readonly names: ReadonlySet<string>;
  /** Whether any part asks for a password. */
  readonly encrypted: boolean;
  /** Whether there is such a part; upper and lower case do not matter. */
  has(name: string): boolean;
  /**
   * Unpacks one part. Memory stays within the limits whatever the sizes in the file claim.
   * @throws refusal if it is missing, duplicate, encrypted or damaged, or a limit is passed
   */
  read(name: string): Uint8Array;
}

/**
 * Opens a zip archive.
 * @throws refusal if its directory is missing, damaged or too long
 */
export function openZip(bytes: Uint8Array): Zip {
  const entries = readDirectory(bytes);
  let unpacked = 0;
  return {
    names: new Set(entries.keys()),
    encrypted: [...entries.values()].some(({ encrypted }) => encrypted),
    has: (name) => entries.has(name.toLowerCase()),
    read(name) {
      const entry = entries.get(name.toLowerCase()) ?? refuseDamaged(`bagian ${name} tidak ada`);
      if (entry.duplicate) refuseDamaged(`bagian ${name} ada lebih dari satu`);
      if (entry.encrypted) {
        refuse(
          'encrypted',
          'Berkas dilindungi kata sandi. Simpan salinan tanpa kata sandi, lalu kirim salinan itu.',
        );
      }
      const part = unpack(entry, packedBytes(bytes, entry), totalLimit - unpacked);
      unpacked += part.length;
      return part;
    },
  };
}

function packedBytes(bytes: Uint8Array, entry: Entry): Uint8Array {
  const { offset, packedSize, name } = entry;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const localLength = 30;
  if (offset < 0 || offset + localLength > bytes.length || view.getUint32(offset, true) !== 0x04034b50) {
    refuseDamaged(`bagian ${name} tidak ditemukan`);
  }
  // The local header's own name and extra field; the sizes in it may be zero, so the directory's count.
  const start = offset + localLength + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) refuseDamaged(`bagian ${name} terpotong`);
  return bytes.subarray(start, start + packedSize);
}

function unpack(entry: Entry, packed: Uint8Array, left: number): Uint8Array {
  const allowed = Math.min(partLimit, left, Math.max(ratioFreeSize, packed.length * ratioLimit));
  if (entry.method !== 0 && entry.method !== 8)
    refuseDamaged(`cara pemampatan bagian ${entry.name} tidak dikenal`);
  if (entry.method === 0 && packed.length > allowed) refuseTooLarge();
  const part = entry.method === 0 ? packed : inflate(entry, packed, allowed);
  if (crc32(part) !== entry.crc) refuseDamaged(`isi bagian ${entry.name} berubah`);
  return part;
}

/**
 * zlib of Node rather than fflate: it is twice as fast, and `maxOutputLength` makes it stop with an error as soon as the
 * output passes the limit, where fflate either trusts a size or grows without end.
 */
function inflate(entry: Entry, packed: Uint8Array, allowed: number): Uint8Array {
  // Only a hint for the size of the pieces: right for honest files, harmless for others.
  const chunkSize = Math.min(Math.max(entry.unpackedSize, 1024), mebibyte);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(allowed, 1), chunkSize });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') refuseTooLarge();
    return refuseDamaged(`bagian ${entry.name} tidak dapat dibuka`);
  }
}

function refuseTooLarge(): never {
  refuse(
    'too-large',
    'Isi berkas terlalu besar bila dibuka. Hapus baris dan kolom kosong yang ikut diberi format di bawah dan di kanan tabel (pilih, lalu Hapus), simpan, dan coba lagi.',
  );
}
