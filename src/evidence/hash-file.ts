import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

const pieceLength = 1024 * 1024;

/**
 * SHA-256 of a file, in constant memory. The next piece is read while the last one is hashed.
 * @param size bytes to read at most, so that a file that grows meanwhile comes to an end
 * @param mark looked for on the way, since the file is read anyway; at most 64 bytes
 */
export async function hashFile(
  handle: FileHandle,
  size: number,
  mark: Buffer,
): Promise<{ sha256: string; hasMark: boolean }> {
  const hash = createHash('sha256');
  const buffers = [
    Buffer.allocUnsafe(Math.min(size, pieceLength)),
    Buffer.allocUnsafe(Math.min(size, pieceLength)),
  ];
  let hasMark = false;
  let tail = Buffer.alloc(0);
  let at = 0;
  const next = (turn: number) =>
    handle.read(buffers[turn % 2] as Buffer, 0, Math.min(pieceLength, size - at), at);
  let reading = size > 0 ? next(0) : null;
  for (let turn = 1; reading !== null; turn++) {
    const { bytesRead, buffer } = await reading;
    if (bytesRead === 0) break;
    at += bytesRead;
    reading = at < size ? next(turn) : null;
    const piece = buffer.subarray(0, bytesRead);
    hash.update(piece);
    // It may stand across two pieces.
    hasMark ||= piece.includes(mark) || Buffer.concat([tail, piece.subarray(0, 64)]).includes(mark);
    tail = Buffer.from(piece.subarray(-64));
  }
  return { sha256: hash.digest('hex'), hasMark };
}
