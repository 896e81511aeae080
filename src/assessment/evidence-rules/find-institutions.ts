import { plainWords } from './plain-words.ts';

/** An institution that publishes papers, by its kind and its proper name. */
export interface Named {
  readonly kind: 'kabupaten' | 'kota' | 'provinsi';
  /** As `plainWords` writes it: `sleman`. */
  readonly name: string;
}

/** `Kabupaten Sleman`, `Kab. Sleman`, `Pemerintah Kabupaten Sleman`; null for a ministry or any other name. */
export function parseInstitution(institution: string): Named | null {
  const plain = plainWords(institution).replace(/^pemerintah (daerah )?/, '');
  const [head = '', ...name] = plain.split(' ');
  const kind = heads.get(head);
  return kind === undefined || name.length === 0 ? null : { kind, name: name.join(' ') };
}

const heads = new Map<string, Named['kind']>([
  ...(['kabupaten', 'kab', 'bupati', 'pemkab', 'perbup', 'kepbup'] as const).map(
    (word) => [word, 'kabupaten'] as const,
  ),
  ...(['kota', 'walikota', 'pemkot', 'perwal', 'perwali', 'kepwal'] as const).map(
    (word) => [word, 'kota'] as const,
  ),
  ...(['provinsi', 'propinsi', 'gubernur', 'pemprov', 'pergub', 'kepgub'] as const).map(
    (word) => [word, 'provinsi'] as const,
  ),
]);

export interface Mention extends Named {
  /** As the text has it: `bupati sleman`. */
  readonly text: string;
  /** The two words before it. */
  readonly before: string;
  /** Number of words before it. */
  readonly position: number;
}

const longestName = 6;

/**
 * Where a text names one of these institutions or its head, in order.
 * @param known by `kind name`
 */
export function findInstitutions(text: string, known: ReadonlySet<string>): Mention[] {
  const words = plainWords(text).split(' ');
  return words.flatMap((word, position): Mention[] => {
    const kind = heads.get(word);
    if (kind === undefined) return [];
    // The longest name first: Bolaang Mongondow Utara is not Bolaang Mongondow.
    for (let length = longestName; length > 0; length--) {
      const name = words.slice(position + 1, position + 1 + length).join(' ');
      if (!known.has(`${kind} ${name}`)) continue;
      const before = words.slice(Math.max(0, position - 2), position).join(' ');
      return [{ kind, name, text: `${word} ${name}`, before, position }];
    }
    return [];
  });
}
