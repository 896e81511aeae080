import type { ReportDocument } from '../../contract/report.ts';
import { blank, consentClauses, regionOrBlank } from '../../reporters/full-report/letter-sentences.ts';
import type { Piece } from '../piece.ts';
import { packLetter } from './pack-letter.ts';
import { person, signatures } from './signature.ts';

/** Pernyataan Persetujuan Publikasi (PermenPANRB 59/2020, hlm. 86), to be signed by the Koordinator SPBE. */
export function consentDocx(document: ReportDocument): Promise<Uint8Array> {
  const pieces: Piece[] = [
    { kind: 'text', style: 'letterhead', text: 'PERNYATAAN PERSETUJUAN PUBLIKASI' },
    { kind: 'text', style: 'letterhead', text: 'HASIL PEMANTAUAN DAN EVALUASI SPBE' },
    { kind: 'text', style: 'centered', text: `Nomor: ${blank}` },
    { kind: 'text', text: 'Yang bertanda tangan di bawah ini:' },
    person(`Koordinator SPBE ${regionOrBlank(document)}`),
    { kind: 'text', text: 'menyatakan bahwa:' },
    { kind: 'list', isOrdered: true, items: consentClauses(document) },
    { kind: 'text', text: 'Pernyataan ini dibuat dengan sadar dan tanpa paksaan.' },
    signatures([[`${blank}, ${blank}`, 'Koordinator SPBE,']]),
  ];
  return packLetter(document, 'Pernyataan Persetujuan Publikasi', pieces);
}
