import { refuse } from '../archive/refusal.ts';
import { attributesForm, hasTwice, resolveEntities, usualText } from '../archive/usual-xml.ts';
import { readXml } from '../archive/xml.ts';
import { decodeEscapes } from './plain-text.ts';

/** Different texts of one file. The workbook of a whole region has some 5,000. */
const stringLimit = 150_000;

/**
 * The texts that cells share, in their order; rich text joined, phonetic readings left out.
 * Longer texts than Excel's 32,767 characters are kept: LibreOffice writes them, and the part's size bounds them.
 */
export function readSharedStrings(bytes: Uint8Array, part: string): string[] {
  return scanUsual(bytes) ?? parse(bytes, part);
}

function parse(bytes: Uint8Array, part: string): string[] {
  const strings: string[] = [];
  let text = '';
  let collecting = false;
  let phonetic = false;
  readXml(bytes, part, {
    open(name) {
      if (name === 't') collecting = !phonetic;
      else if (name === 'rPh') phonetic = true;
      else if (name === 'si') text = '';
    },
    text(piece) {
      if (collecting) text += piece;
    },
    close(name) {
      if (name === 't') collecting = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') add(strings, text);
    },
  });
  return strings;
}

const textForm = String.raw`(?:<t(?: xml:space="preserve")?>[^<]*<\/t>|<t\/>)`;
const runForm = String.raw`<r>(?:<rPr>(?:<\w+(?: \w+="[^"<&]*")?\/>)*<\/rPr>)?${textForm}<\/r>`;
const start = new RegExp(`^<sst(${attributesForm})>`);
/** The text itself, or else one or more runs of rich text. */
const item = new RegExp(
  String.raw`<si>(?:<t(?: xml:space="preserve")?>([^<]*)<\/t>|((?:${runForm}){1,100})|<t\/>)<\/si>`,
  'y',
);

/** The same of a part in the form that programs write; null if it is not in that form. */
function scanUsual(bytes: Uint8Array): string[] | null {
  const xml = usualText(bytes);
  const head = xml === null ? null : start.exec(xml);
  if (xml === null || head === null || hasTwice(head[1] ?? '')) return null;
  const strings: string[] = [];
  item.lastIndex = head[0].length;
  let end = item.lastIndex;
  for (let found = item.exec(xml); found !== null; found = item.exec(xml)) {
    const [, plain, runs = ''] = found;
    const text = resolveEntities(plain ?? runs.replace(/<[^>]*>/g, ''));
    if (text === null) return null;
    add(strings, text);
    end = item.lastIndex;
  }
  return /^<\/sst>\s*$/.test(xml.slice(end)) ? strings : null;
}

function add(strings: string[], text: string): void {
  if (strings.length === stringLimit) refuseTooMany();
  strings.push(decodeEscapes(text));
}

function refuseTooMany(): never {
  refuse(
    'too-large',
    'Berkas berisi lebih dari 150 ribu teks yang berbeda. Pisahkan menjadi beberapa berkas, atau hapus lembar yang tidak diperlukan.',
  );
}
