import { refuseDamaged } from '../archive/refusal.ts';
import { readXml } from '../archive/xml.ts';
import { decodeEscapes } from './plain-text.ts';

const stringLimit = 2_000_000;

/**
 * The texts that cells share, in their order; rich text joined, phonetic readings left out.
 * Longer texts than Excel's 32,767 characters are kept: LibreOffice writes them, and the part's size bounds them.
 */
export function readSharedStrings(bytes: Uint8Array, part: string): string[] {
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
      else if (name === 'si') {
        if (strings.length === stringLimit) refuseDamaged(`bagian ${part} memuat terlalu banyak teks`);
        strings.push(decodeEscapes(text));
      }
    },
  });
  return strings;
}
