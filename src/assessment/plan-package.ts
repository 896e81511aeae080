import type { Answer } from './answers.ts';
import { type EvidenceNeeds, openItems } from './evidence-needs.ts';
import type { ReviewedDocument } from './review.ts';

/** One document on its way into the package. */
export interface PackedDocument {
  readonly document: ReviewedDocument;
  /** Folder and name inside the package, with `/`: `12/12.a.Peta-Rencana-SPBE-2024.pdf`; null for a link. */
  readonly target: string | null;
}

/** The part of the package for one indicator. */
export interface PackedIndicator {
  readonly needs: EvidenceNeeds;
  /** Folder inside the package. */
  readonly folder: string;
  readonly answer: Answer | null;
  readonly documents: readonly PackedDocument[];
  /** Texts of the items that are still open. */
  readonly open: readonly string[];
}

/**
 * Names what goes to the portal: the documents that count, one folder an indicator, as the guideline's examples are named
 * (Pedoman Menteri PANRB 3/2024: the name begins with the indicator and says what is inside). The order is that of the
 * levels, then of the rows.
 */
export function planPackage(
  needs: readonly EvidenceNeeds[],
  answers: ReadonlyMap<string, Answer>,
): PackedIndicator[] {
  return needs.map((one) => {
    const folder = one.indicator.padStart(2, '0');
    const counting = one.documents
      .filter(
        ({ refusedFor, located: { kind } }) => refusedFor === null && (kind === 'file' || kind === 'link'),
      )
      .toSorted((a, b) => levelOf(a, one) - levelOf(b, one));
    let position = 0;
    return {
      needs: one,
      folder,
      answer: answers.get(one.indicator) ?? null,
      documents: counting.map((document): PackedDocument => {
        if (document.located.kind !== 'file') return { document, target: null };
        const name = nameDocument(one.indicator, position++, document);
        return { document, target: `${folder}/${name}` };
      }),
      open:
        one.stake.compare(0) > 0
          ? openItems(one).map(({ level, item }) => `tingkat ${level}: ${item.text}`)
          : [],
    };
  });
}

function levelOf({ evidence }: ReviewedDocument, { claimed }: EvidenceNeeds): number {
  return evidence.level ?? claimed;
}

const longestTitle = 60;

/** `12.a.Peta-Rencana-SPBE-2024.pdf`: letters, digits, dots and hyphens only, so that every system and portal takes it. */
function nameDocument(indicator: string, position: number, { evidence, located }: ReviewedDocument): string {
  const path = located.kind === 'file' ? located.facts.path : '';
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(path)?.[0].toLowerCase() ?? '';
  const bare = path.slice(path.lastIndexOf('/') + 1, path.length - ending.length);
  const title = slug(evidence.title) || slug(bare) || 'Dokumen';
  return `${indicator}.${letterOf(position)}.${title}${ending}`;
}

/** Words keep their capitals: `Peta-Rencana-SPBE-2024`. */
function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longestTitle)
    .replace(/-+$/, '');
}

/** a, b … z, aa, ab … */
function letterOf(position: number): string {
  const letter = String.fromCharCode(97 + (position % 26));
  return position < 26 ? letter : letterOf(Math.floor(position / 26) - 1) + letter;
}
