import { settlementWords } from '../../assessment/settlement-words.ts';
import type { ReportDocument } from '../../contract/report.ts';
import { dayOf, exactFigure, figure, levelFigure } from './figures.ts';
import { indicatorLabel, lossWord } from './sentences.ts';

type Indicator = ReportDocument['indicators'][number];
type Group = ReportDocument['groups'][number];

/*
 * What only the long forms of a report say: of one aspect, of one indicator, of one number's origin.
 */

/** `Laporan Penilaian Mandiri SPBE`; an external stage is no self-assessment. */
export function reportTitle({ stage, addressee }: Pick<ReportDocument, 'stage' | 'addressee'>): string {
  const what = stage === 'self' ? 'Laporan Penilaian Mandiri SPBE' : 'Laporan Penilaian SPBE';
  return addressee ? `${what} untuk OPD` : what;
}

/** File of a level. To one OPD the files of the others are not named. */
export function originFile({ addressee }: Pick<ReportDocument, 'addressee'>, { at, opd }: Indicator): string {
  if (at !== null) return at.file;
  const isOfOther = addressee !== null && opd !== null && opd.code !== addressee.code;
  return isOfOther ? `di berkas ${opd.name}` : 'tidak ada di berkas mana pun';
}

/** A strength: the level, and whether the evidence carries it. */
export function strengthSentence(document: ReportDocument, one: Indicator): string {
  const doubt =
    one.unproven === null
      ? ''
      : `; bukti baru menunjukkan tingkat ${levelFigure(one.proven, document)}, jadi lengkapi dulu buktinya`;
  return `${indicatorLabel(document, one)}${doubt}`;
}

/** A weakness, with what it costs. */
export function weaknessSentence(document: ReportDocument, one: Indicator): string {
  return `${indicatorLabel(document, one)}: ${figure(one.lost, 4)} poin indeks hilang`;
}

/** Where an aspect stands, before its strengths and weaknesses. */
export function aspectSentence({ decimals }: ReportDocument, group: Group): string {
  const proven = group.proven === null ? '' : `, terbukti ${figure(group.proven, decimals)}`;
  const weight = exactFigure(group.weight);
  return `Nilai ${figure(group.index, decimals)}${proven}; bobot ${weight}%; ${figure(group.lost, 4)} poin indeks masih dapat diraih.`;
}

/** Why the evidence carries less than is claimed; null if it carries it. */
export function unprovenSentence(document: ReportDocument, one: Indicator): string | null {
  if (one.unproven === null) return null;
  const { reason, stopsAt } = one.unproven;
  return `Diisi tingkat ${levelFigure(one.claimed, document)}, terbukti tingkat ${levelFigure(one.proven, document)}; pada tingkat ${figure(stopsAt, document.scale.decimals)} ${lossWord(reason)}.`;
}

/** What a level rests on where it is more than one OPD's single answer; null otherwise. */
export function settledSentence(document: ReportDocument, { settled, level }: Indicator): string | null {
  if (settled === null) return null;
  const { basis, decision, answers, open } = settled;
  if (decision) {
    return `Tingkat ${levelFigure(decision.level, document)} ditetapkan ${decision.by}, ${dayOf(decision.date)}: ${decision.reason}.`;
  }
  if (answers.length < 2) return null;
  const levels = answers.map((one) => levelFigure(one.level, document)).join(', ');
  const conflict = open ? ' Jawabannya berbeda dan belum diputuskan.' : '';
  return `Dijawab ${answers.length} OPD (${levels}); dipakai ${levelFigure(level, document)}: ${settlementWords[basis]}.${conflict}`;
}

/** The seal as it is printed, and how to check it; nothing without one. */
export function sealSentences({ seal, sealShort }: ReportDocument, file: string): string[] {
  if (sealShort === null) return [];
  const numbers = `Segel ${sealShort}: sidik ringkas dari isi semua berkas, instrumen, dan hasil yang menjadi dasar laporan ini. Laporan dengan segel yang sama berasal dari perhitungan yang sama.`;
  if (seal === null) return [numbers];
  return [
    numbers,
    `Untuk memeriksa apakah angkanya masih sesuai dengan berkasnya, jalankan di folder proyek: spbe verify ${file}`,
  ];
}
