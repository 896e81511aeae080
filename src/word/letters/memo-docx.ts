import type { ReportDocument } from '../../contract/report.ts';
import { dayOf, figure, levelFigure } from '../../reporters/full-report/figures.ts';
import {
  assessmentName,
  longBlank,
  memoClosing,
  memoDeadline,
  memoOpening,
  memoRequests,
} from '../../reporters/full-report/letter-sentences.ts';
import type { Piece, Row } from '../piece.ts';
import { itemList } from '../report/recommendations.ts';
import { packLetter } from './pack-letter.ts';
import { signatures } from './signature.ts';

/** A nota dinas to one OPD: its indicators, its steps with their days, the evidence that is missing. */
export function memoDocx(document: ReportDocument): Promise<Uint8Array> {
  const { addressee, opd } = document;
  const [own] = opd;
  if (addressee === null || own === undefined)
    throw new Error('A nota dinas is made from the report of one OPD');
  const line = (label: string, text: string) => ({ label, texts: [`: ${text}`] });
  const pieces: Piece[] = [
    { kind: 'text', style: 'letterhead', text: 'NOTA DINAS' },
    {
      kind: 'particulars',
      isOfLetter: true,
      labelShare: 16,
      rows: [
        line('Kepada', `Kepala ${addressee.name}`),
        line('Dari', longBlank),
        line('Nomor', longBlank),
        line('Tanggal', longBlank),
        line('Hal', `Tindak lanjut ${assessmentName(document)}`),
      ],
    },
    { kind: 'text', text: memoOpening(document, own) },
    { kind: 'list', isOrdered: true, items: memoRequests(document, own) },
    ...askedTable(document),
    { kind: 'text', text: memoDeadline(document) },
    { kind: 'text', text: memoClosing },
    signatures([['Koordinator SPBE,']]),
  ];
  return packLetter(document, `Nota Dinas ${addressee.name}`, pieces);
}

function askedTable(document: ReportDocument): Piece[] {
  const rows = document.indicators.flatMap((one) => toRow(document, one));
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { header: 'No', share: 8, align: 'right' },
        { header: 'Indikator', share: 28 },
        { header: 'Tingkat', share: 13, align: 'center' },
        { header: 'Selesai', share: 19 },
        { header: 'Bukti yang belum ada', share: 42 },
      ],
      rows,
    },
  ];
}

/** None for an indicator of which nothing is asked. */
function toRow(document: ReportDocument, one: ReportDocument['indicators'][number]): Row[] {
  const { id, shortName, level, unproven, nextEvidence } = one;
  const { plan, scale } = document;
  const step = plan?.steps.find(({ indicator }) => indicator === id);
  if (step === undefined && unproven === null && level !== null) return [];
  const schedules = [plan?.schedule, ...(plan?.path ?? []).map(({ schedule }) => schedule)];
  const last = schedules
    .flatMap((schedule) => schedule?.tasks ?? [])
    .filter(({ indicator }) => indicator === id)
    .map(({ end }) => end)
    .toSorted()
    .at(-1);
  const now = levelFigure(level, document);
  const missing = [...(unproven?.missing ?? []), ...(step === undefined ? [] : nextEvidence)];
  return [
    {
      cells: [
        id,
        shortName,
        step === undefined ? now : `${now} ke ${figure(step.to, scale.decimals)}`,
        last === undefined ? '–' : dayOf(last),
        itemList(missing),
      ],
    },
  ];
}
