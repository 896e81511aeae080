import { refusalOf } from '../archive/refusal.ts';
import { readRelationships, resolveTarget } from '../archive/relationships.ts';
import type { Zip } from '../archive/unzip.ts';
import { readXml } from '../archive/xml.ts';

const longest = 40;

/**
 * When a package says it was saved last: of xlsx `dcterms:modified` (docProps/core.xml), of ods `dc:date` (meta.xml).
 * @returns ISO time in UTC; undefined if it does not say, or not in a way that can be read
 */
export function readSavedAt(zip: Zip): string | undefined {
  try {
    const core = [...readRelationships(zip, '').values()].find(({ kind }) => kind === 'core-properties');
    const name = core ? resolveTarget('', core.target) : 'meta.xml';
    return zip.has(name) ? findTime(zip.read(name), name) : undefined;
  } catch (error) {
    // The answers can be read all the same.
    if (refusalOf(error) === null) throw error;
    return undefined;
  }
}

function findTime(bytes: Uint8Array, part: string): string | undefined {
  let isTime = false;
  let text = '';
  readXml(bytes, part, {
    open: (name) => {
      isTime = text === '' && (name === 'modified' || (name === 'date' && part === 'meta.xml'));
    },
    text: (piece) => {
      if (isTime && text.length < longest) text += piece.slice(0, longest);
    },
    close: () => {
      isTime = false;
    },
  });
  const match = /^\s*(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?\s*$/.exec(text);
  const time = match ? Date.parse(`${match[1]}${match[2] ?? 'Z'}`) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
