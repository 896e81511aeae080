import type { ReportDocument } from '../../contract/report.ts';
import { reportTitle } from '../../reporters/full-report/detail-sentences.ts';
import { dayOf, regionName } from '../../reporters/full-report/figures.ts';
import { pack } from '../pack.ts';
import { completeReport } from './complete-report.ts';
import { leadersPage } from './leaders-page.ts';
import { opdReport } from './opd-report.ts';

/** A report as a Word document that can be edited. The same report gives the same bytes. */
export async function reportDocx(document: ReportDocument): Promise<Uint8Array> {
  const { audience, year, date, seal, sealShort, addressee } = document;
  const title = reportTitle(document);
  const subject = [addressee?.name, regionName(document), year].filter((part) => part != null).join(' · ');
  return pack({
    title: `${title} ${subject}`,
    pieces: piecesFor(document),
    header: [subject, title],
    footer: [`spbe, ${dayOf(date)}`, ...(sealShort === null ? [] : [`segel ${sealShort}`])].join(' · '),
    hasCover: audience === 'koordinator',
    date,
    seal,
  });
}

function piecesFor(document: ReportDocument) {
  if (document.addressee) return opdReport(document, document.addressee);
  return document.audience === 'pimpinan' ? leadersPage(document) : completeReport(document);
}
