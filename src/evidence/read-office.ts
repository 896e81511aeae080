import { refusalOf } from '../archive/refusal.ts';
import { readRelationships, resolveTarget } from '../archive/relationships.ts';
import { openZip, type Zip } from '../archive/unzip.ts';
import type { DocumentType } from '../assessment/facts.ts';
import type { DocumentSource } from './document-source.ts';
import { collectText, enough, type TextBin } from './part-text.ts';
import type { Content } from './summarize.ts';

/** Bytes of a package; it stands in memory whole. */
const packageLimit = 64 * 1024 * 1024;

type Found = Omit<Content, 'state'>;

/**
 * Reads a zip: an office document (Office since 2007, OpenDocument) or any other archive, of which only the directory
 * is looked at.
 * @param guess type by the first bytes, kept if the directory cannot be read
 */
export function readOffice(source: DocumentSource, guess: DocumentType): Content {
  const nothing: Found = { type: guess, pages: null, title: null, text: '', expectsText: false };
  // Rar, 7z and gz are known by their first bytes alone.
  if (Buffer.from(source.read(0, 2)).toString('latin1') !== 'PK') return { ...nothing, state: 'good' };
  // What lies in an ordinary archive is not looked at, so its size is no hindrance.
  if (source.size > packageLimit) return { ...nothing, state: guess === 'zip' ? 'good' : 'too-large' };
  try {
    const zip = openZip(source.read(0, source.size));
    const found = readOoxml(zip) ?? readOpenDocument(zip);
    if (found === null) return { ...nothing, type: 'zip', state: zip.encrypted ? 'encrypted' : 'good' };
    return { ...found, state: isLocked(zip) ? 'encrypted' : 'good' };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    if (refusal.reason === 'encrypted') return { ...nothing, state: 'encrypted' };
    if (refusal.reason === 'too-large')
      return { ...nothing, state: guess === 'zip' ? 'good' : 'too-complex' };
    return { ...nothing, state: 'damaged' };
  }
}

interface Ooxml {
  readonly type: DocumentType;
  /** Parts that hold text, in reading order. */
  readonly parts: (zip: Zip, main: string) => readonly string[];
  /** Name of the property with the count of pages. */
  readonly pages: string;
  readonly expectsText: boolean;
}

/** By the folder of the main part. */
const ooxml: ReadonlyMap<string, Ooxml> = new Map([
  [
    'word',
    {
      type: 'docx',
      // Headers and footers too: there stand watermarks (DRAFT) and the words of digital signatures.
      parts: (zip, main) => [main, ...numbered(zip, /^word\/(?:header|footer)\d*\.xml$/)],
      pages: 'Pages',
      expectsText: true,
    },
  ],
  [
    'xl',
    {
      type: 'xlsx',
      // Some programs write each text into its cell instead of a part of its own.
      parts: (zip, main) => {
        const shared = numbered(zip, /^xl\/sharedstrings\.xml$/);
        return [main, ...(shared.length > 0 ? shared : numbered(zip, /^xl\/worksheets\/sheet\d+\.xml$/))];
      },
      pages: '',
      expectsText: false,
    },
  ],
  [
    'ppt',
    {
      type: 'pptx',
      parts: (zip) => numbered(zip, /^ppt\/slides\/slide\d+\.xml$/),
      pages: 'Slides',
      expectsText: true,
    },
  ],
]);

function readOoxml(zip: Zip): Found | null {
  if (!zip.has('[content_types].xml')) return null;
  const office = [...readRelationships(zip, '').values()].find(({ kind }) => kind === 'officeDocument');
  if (office === undefined) return null;
  const main = resolveTarget('', office.target);
  const kind = ooxml.get(main.replace(/\/.*/s, '').toLowerCase());
  if (kind === undefined) return null;
  // The binary workbook (xlsb) has no text that we could read.
  const parts = main.endsWith('.bin') ? [] : kind.parts(zip, main);
  const pages = Number(propertyOf(zip, 'docProps/app.xml', kind.pages));
  return {
    type: kind.type,
    pages: Number.isInteger(pages) && pages > 0 ? pages : null,
    title: propertyOf(zip, 'docProps/core.xml', 'title'),
    text: textOf(zip, parts),
    expectsText: kind.expectsText,
  };
}

const openDocuments: readonly (readonly [string, DocumentType, boolean])[] = [
  ['opendocument.text', 'odt', true],
  ['opendocument.spreadsheet', 'ods', false],
  ['opendocument.presentation', 'odp', true],
];

function readOpenDocument(zip: Zip): Found | null {
  const named = ['mimetype', manifest].find((name) => zip.has(name));
  const kind = openDocuments.find(([mark]) => named !== undefined && plainOf(zip, named).includes(mark));
  if (kind === undefined) return null;
  const [, type, expectsText] = kind;
  const found: Found = { type, pages: null, title: null, text: '', expectsText };
  if (isLocked(zip)) return found;
  const pages = Number(propertyOf(zip, 'meta.xml', 'document-statistic', 'meta:page-count'));
  return {
    ...found,
    pages: Number.isInteger(pages) && pages > 0 ? pages : null,
    title: propertyOf(zip, 'meta.xml', 'title'),
    text: textOf(zip, ['content.xml', 'styles.xml']),
  };
}

const manifest = 'META-INF/manifest.xml';

/** OpenDocument encrypts the parts and says so in the manifest. */
function isLocked(zip: Zip): boolean {
  return zip.has(manifest) && /<(?:[\w.-]+:)?encryption-data\b/.test(plainOf(zip, manifest));
}

function plainOf(zip: Zip, name: string): string {
  return Buffer.from(zip.read(name)).toString('latin1');
}

function textOf(zip: Zip, parts: readonly string[]): string {
  const bin: TextBin = { text: '' };
  for (const part of parts) {
    if (bin.text.length >= enough) break;
    if (zip.has(part)) collectText(zip.read(part), part, bin);
  }
  return bin.text;
}

/** Text of an element in the particulars of a document, or of one of its attributes; null if there is none. */
function propertyOf(zip: Zip, part: string, element: string, attribute?: string): string | null {
  if (element === '' || !zip.has(part)) return null;
  const bin: TextBin = { text: '' };
  collectText(zip.read(part), part, bin, { element, attribute });
  return bin.text.trim() || null;
}

const mostParts = 30;

/** Names that fit, by the number in them. */
function numbered(zip: Zip, pattern: RegExp): string[] {
  const number = (name: string) => Number(/\d+/.exec(name)?.[0] ?? 0);
  return [...zip.names]
    .filter((name) => pattern.test(name))
    .sort((a, b) => number(a) - number(b) || (a < b ? -1 : 1))
    .slice(0, mostParts);
}
