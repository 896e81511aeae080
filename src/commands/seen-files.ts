import { createHash } from 'node:crypto';

export interface Fingerprint {
  readonly size: number;
  readonly sha256: string;
}

export interface SeenFiles {
  readonly onBytes: (path: string, bytes: Uint8Array) => void;
  /** By absolute path. */
  readonly files: ReadonlyMap<string, Fingerprint>;
}

/** Keeps the fingerprint of the very bytes that a command reads: what lies there a moment later may be another file. */
export function watchFiles(): SeenFiles {
  const files = new Map<string, Fingerprint>();
  const onBytes = (path: string, bytes: Uint8Array) => {
    files.set(path, { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  };
  return { onBytes, files };
}
