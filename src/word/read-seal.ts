import { refusalOf } from '../archive/refusal.ts';
import { readRelationships, resolveTarget } from '../archive/relationships.ts';
import { openZip, type Zip } from '../archive/unzip.ts';
import { type Attributes, attributeOf, readXml } from '../archive/xml.ts';
import { UserError } from '../problem.ts';
import { indexBookmark, sealElement, sealNamespace } from './seal-part.ts';

const main = 'word/document.xml';
/** Of the bookmarked figure: what is longer is none. */
const longestFigure = 200;

/** What a report says of itself: the sealed record as JSON, and the index as it stands where people read it. */
export interface ReadSeal {
  readonly json: string;
  /** With a decimal point; null if it was not found. */
  readonly shownIndex: string | null;
}

/**
 * The seal of a report in docx; anybody may have changed it since.
 * @param name of the file, for the message
 * @returns null if the document carries none, or more than one: then nobody knows which is meant
 * @throws UserError if the bytes are no docx, or a damaged one, or pass a limit
 */
export function readSealFromDocx(bytes: Uint8Array, name: string): ReadSeal | null {
  try {
    const zip = openZip(bytes);
    const found = [...readRelationships(zip, main).values()].flatMap(({ kind, target, external }) => {
      const part = resolveTarget(main, target);
      return kind === 'customXml' && !external && zip.has(part) ? (readSealPart(zip, part) ?? []) : [];
    });
    const [json] = found;
    if (json === undefined || found.length > 1) return null;
    return { json, shownIndex: readShownIndex(zip) };
  } catch (error) {
    const unreadable = refusalOf(error);
    if (unreadable === null) throw error;
    throw new UserError(`${name} tidak dapat dibaca sebagai laporan – ${unreadable.message}`, {
      cause: error,
    });
  }
}

/** Custom XML may be of any program; ours is known by its namespace. */
function readSealPart(zip: Zip, part: string): string | null {
  let isSeal = false;
  const pieces: string[] = [];
  readXml(zip.read(part), part, {
    open(name, attributes, depth) {
      if (depth === 1) isSeal = name === sealElement && namespaces(attributes).includes(sealNamespace);
    },
    text(text) {
      if (isSeal) pieces.push(text);
    },
  });
  return isSeal ? pieces.join('') : null;
}

/** Editors may give the namespace a prefix. */
function namespaces(attributes: Attributes): (string | undefined)[] {
  return Object.keys(attributes)
    .filter((key) => key === 'xmlns' || key.startsWith('xmlns:'))
    .map((key) => attributes[key]);
}

/** Of the text between the ends of the bookmark, the first number. */
function readShownIndex(zip: Zip): string | null {
  let id: string | undefined;
  let isText = false;
  let shown = '';
  readXml(zip.read(main), main, {
    open(name, attributes) {
      isText = name === 't';
      const own = attributeOf(attributes, 'id');
      if (name === 'bookmarkStart' && attributeOf(attributes, 'name') === indexBookmark) id = own;
      if (name === 'bookmarkEnd' && own === id) id = undefined;
    },
    text(text) {
      if (id !== undefined && isText && shown.length < longestFigure) shown += text;
    },
    close() {
      isText = false;
    },
  });
  return /\d+(?:[.,]\d+)?/.exec(shown)?.[0].replace(',', '.') ?? null;
}
