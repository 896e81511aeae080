import { refuse } from './refusal.ts';
import type { Zip } from './unzip.ts';
import { readXml } from './xml.ts';

export interface Relationship {
  /** Last word of the type's URI, e.g. `worksheet`; the same in transitional and strict files. */
  readonly kind: string;
  /** As written in the file. */
  readonly target: string;
  readonly external: boolean;
}

/** Of one part. Bukti of a whole region has some 1,000: one a link. */
const relationshipLimit = 20_000;

/**
 * Relationships of a part, by their id.
 * @param part name of the part; empty for those of the whole package
 * @returns an empty map if the part has none
 * @throws refusal if it has more than any form needs
 */
export function readRelationships(zip: Zip, part: string): Map<string, Relationship> {
  const relationships = new Map<string, Relationship>();
  const slash = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  if (!zip.has(name)) return relationships;
  readXml(zip.read(name), name, {
    open(tag, { Id, Type, Target, TargetMode }, depth) {
      if (tag !== 'Relationship' || depth !== 2 || Id === undefined || Target === undefined) return;
      if (relationships.size === relationshipLimit) refuseTooMany();
      relationships.set(Id, {
        kind: Type?.slice(Type.lastIndexOf('/') + 1) ?? '',
        target: Target,
        external: TargetMode === 'External',
      });
    },
  });
  return relationships;
}

function refuseTooMany(): never {
  refuse(
    'too-large',
    'Salah satu lembar berisi lebih dari 20 ribu tautan. Hapus tautan yang tidak diperlukan, atau pisahkan menjadi beberapa berkas.',
  );
}

/** Name of the part that a relationship of `from` points at: targets are relative to `from`, or begin with `/`. */
export function resolveTarget(from: string, target: string): string {
  const base = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of decodeTarget(target).split('/')) {
    if (step === '..') base.pop();
    else if (step !== '' && step !== '.') base.push(step);
  }
  return base.join('/');
}

function decodeTarget(target: string): string {
  const slashed = target.replaceAll('\\', '/');
  try {
    return decodeURIComponent(slashed);
  } catch {
    return slashed;
  }
}
