import type { ReportDocument } from '../../contract/report.ts';
import { regionName } from '../../reporters/full-report/figures.ts';
import { pack } from '../pack.ts';
import type { Piece } from '../piece.ts';

/** A letter: the form of a report without its seal, whose short form stands in the foot. */
export function packLetter(
  document: ReportDocument,
  title: string,
  pieces: readonly Piece[],
): Promise<Uint8Array> {
  const { sealShort, date, year } = document;
  const subject = [regionName(document), year].filter((part) => part !== null).join(' · ');
  return pack({
    title: `${title} ${subject}`,
    pieces,
    header: ['', subject],
    footer: sealShort === null ? '' : `Segel ${sealShort}`,
    hasCover: false,
    date,
    seal: null,
  });
}
