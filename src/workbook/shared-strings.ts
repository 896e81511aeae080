import { refuse } from '../archive/refusal.ts';
import { readXml } from '../archive/xml.ts';
import { decodeEscapes } from './plain-text.ts';

/** Different texts of one file. The workbook of a whole region has some 5,000. */
const stringLimit = 150_000;

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
        if (strings.length === stringLimit) refuseTooMany();
        strings.push(decodeEscapes(text));
      }
    },
  });
  return strings;
}

function refuseTooMany(): never {
  refuse(
    'too-large',
    'Berkas berisi lebih dari 150 ribu teks yang berbeda. Pisahkan menjadi beberapa berkas, atau hapus lembar yang tidak diperlukan.',
  );
}
