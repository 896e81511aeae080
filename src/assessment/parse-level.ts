import type { Capability, Scale } from '../instrument/instrument.ts';

export type ParsedLevel =
  | { readonly kind: 'level'; readonly level: number }
  | { readonly kind: 'blank' }
  /** The officer says it is not assessed: `-`, `n/a`, `belum dinilai`. Not the same as blank, nor as 0. */
  | { readonly kind: 'not-assessed' }
  | { readonly kind: 'invalid' };

const notAssessed = new Set([
  '-',
  '–',
  '—',
  'n/a',
  'na',
  'n.a.',
  'belum dinilai',
  'belum diisi',
  'belum ada penilaian',
  'tidak dinilai',
  'tidak relevan',
  'tidak berlaku',
]);
const roman = new Map([
  ['i', 1],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
  ['v', 5],
]);

/**
 * Understands what people really type for a level: `3`, ` 3`, `3,0`, `３`, `Level 3`, `III`, `3 - Terdefinisi`.
 * A number whose name contradicts it (`3 - Optimum`), a word (`tiga`) or a level off the scale is invalid: never a guess.
 */
export function parseLevel(text: string, scale: Scale, capability: Capability): ParsedLevel {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  if (plain === '') return { kind: 'blank' };
  if (notAssessed.has(plain)) return { kind: 'not-assessed' };
  const match =
    /^(?:(?:level|lvl|tingkat|tk)\.?(?: kematangan)?\s*[:=]?\s*)?(\d{1,3}(?:[.,]\d{1,10})?|i{1,3}|iv|v)(?:(?:\s*[-–—:.(]\s*|\s)(.+?)\)?)?$/.exec(
      plain,
    );
  if (!match?.[1]) return { kind: 'invalid' };
  const level = roman.get(match[1]) ?? Number(match[1].replace(',', '.'));
  if (match[2] !== undefined && match[2] !== nameOf(capability, level)) return { kind: 'invalid' };
  return isOnScale(level, scale) ? { kind: 'level', level } : { kind: 'invalid' };
}

function nameOf(capability: Capability, level: number): string | undefined {
  return capability.levels.find((step) => step.level === level)?.name?.toLowerCase();
}

function isOnScale(level: number, { min, max, decimals }: Scale): boolean {
  return level >= min && level <= max && Number(level.toFixed(decimals)) === level;
}
