import { lossReasons } from '../../assessment/loss-reason.ts';
import { stageWords } from '../../assessment/stage.ts';
import type { ReportDocument } from '../../contract/report.ts';
import { lossWords } from '../proven.ts';
import { dayOf, exactFigure, figure, levelFigure, regionName, signedFigure } from './figures.ts';

type Indicator = ReportDocument['indicators'][number];
type Decision = ReportDocument['decisions'][number];

/*
 * What a report says in words, for all of its formats: each fact has one sentence, and this is where it stands.
 */

/** `Indeks SPBE Kota Bandar Lampung 2024 menurut isian sendiri: 2,98 (Baik).` */
export function headlineSentence(document: ReportDocument): string {
  const { score, indexName, year, decimals } = document;
  const when = year === null ? '' : ` ${year}`;
  return `${indexName} ${regionName(document)}${when} ${basisWords(document)}: ${figure(score.index, decimals)} (${score.predicate}).`;
}

/** Whose levels the index rests on. */
export function basisWords({ stage }: Pick<ReportDocument, 'stage'>): string {
  if (stage === 'self') return 'menurut penilaian mandiri';
  if (stage === 'assessor') return 'menurut asesor internal';
  return `menurut hasil luar, tahap ${stageWords[stage]}`;
}

/** What keeps the index from being taken as it stands: range, conflicts, edge, proof. Empty if nothing does. */
export function cautionSentences(document: ReportDocument): string[] {
  const { score, caution, decimals, scale, notes } = document;
  const { range, unanswered, conflictRange, nearEdge, carried } = score;
  const value = (number: number) => figure(number, decimals);
  return [
    ...(caution === null ? [] : [`Perhatian: ${caution}`]),
    ...notes.map((note) => `Catatan berkas: ${note}`),
    ...(unanswered.length > 0
      ? [
          `${unanswered.length} indikator belum bertingkat dan dihitung tingkat ${scale.floor}; bila semuanya terisi indeks berada antara ${value(range.low)} dan ${value(range.high)}.`,
        ]
      : []),
    ...(conflictRange
      ? [
          `${conflictRange.open.length} indikator dijawab berbeda oleh OPD dan belum diputuskan; selama itu indeks antara ${value(conflictRange.low)} dan ${value(conflictRange.high)}.`,
        ]
      : []),
    ...(carried.length > 0
      ? [`Tahap ini tidak memuat ${carried.length} indikator; tingkat tahap sebelumnya yang dipakai.`]
      : []),
    ...(nearEdge
      ? [
          `Nilai eksak ${exactFigure(score.indexExact)} dekat batas ${nearEdge.below}/${nearEdge.above} ${exactFigure(nearEdge.edge)}; cara membulatkan menentukan predikatnya.`,
        ]
      : []),
  ];
}

/** The claimed index against the one that the evidence carries; null where no evidence was listed. */
export function provenSentence(document: ReportDocument): string | null {
  const { proven } = document.score;
  if (proven === null) return null;
  const loss = proven.losses.reduce((sum, { points }) => sum + points, 0);
  const shown = figure(proven.index, document.decimals);
  const how = proven.isExamined ? '' : ' (baru menurut daftar bukti; berkasnya belum diperiksa)';
  return loss === 0
    ? `Seluruh tingkat yang diisi didukung bukti: indeks terbukti ${shown}${how}.`
    : `Yang didukung bukti ${shown} (${proven.predicate})${how}: ${figure(loss, 4)} poin belum terbukti.`;
}

/** What takes points from the proven index, dearest first; nothing where nothing is lost. */
export function dearestLosses({ score: { proven } }: Pick<ReportDocument, 'score'>) {
  return (proven?.losses ?? []).toSorted((a, b) => b.points - a.points);
}

/** `butir wajib belum ada`. */
export function lossWord(reason: string): string {
  const known = lossReasons.find((one) => one === reason);
  return known ? lossWords[known] : reason;
}

/** How the plan reaches its target; null without a plan. */
export function planSentence({ plan, decimals, addressee }: ReportDocument): string | null {
  if (plan === null) return null;
  const target = plan.target === null ? 'target' : `target ${exactFigure(plan.target.label)}`;
  if (plan.status === 'reached') return `Indeks sudah mencapai ${target}; tidak ada langkah yang diperlukan.`;
  if (plan.status === 'impossible') return `Tidak ada rencana yang memenuhi ${target} dengan batas yang ada.`;
  const climb = `dari ${figure(plan.from.index, decimals)} ke ${figure(plan.reached.index, decimals)} (${plan.reached.predicate})`;
  if (addressee) {
    const own = plan.steps.length === 0 ? 'tidak ada langkah' : `${plan.steps.length} indikator`;
    return `Rencana daerah membawa indeks ${climb}; bagian OPD ini: ${own}.`;
  }
  const more = plan.baseline.lowestFirst.levelSteps - plan.levelSteps;
  const saved = more > 0 ? `, ${more} lebih sedikit daripada menaikkan yang terendah dulu` : '';
  const proof = plan.optimal ? ', terbukti paling sedikit' : '';
  return `${plan.levelSteps} langkah tingkat pada ${plan.steps.length} indikator${proof}${saved}, membawa indeks ${climb}.`;
}

/** Against the newest earlier result; null if none is known. */
export function pastSentence({ past, score, decimals }: ReportDocument): string | null {
  if (past === null) return null;
  const before = `${figure(past.index, decimals)} pada ${past.year}`;
  if (!past.isComparable) {
    return `Hasil terakhir yang diketahui ${before} memakai instrumen lain (${past.instrument}) dan tidak dapat dibandingkan langsung.`;
  }
  return `Dibanding ${before} (${past.source}): ${signedFigure(score.index - past.index, decimals)}.`;
}

/** Rank among peers; null if not known. */
export function peersSentence({ peers, decimals }: ReportDocument): string | null {
  if (peers === null) return null;
  const tied = peers.tied > 0 ? ` (bersama ${peers.tied} lainnya)` : '';
  return `Peringkat ${peers.rank}${tied} dari ${peers.count} ${peers.kind} menurut hasil ${peers.year}; median ${figure(peers.median, decimals)}, rata-rata ${figure(peers.mean, decimals)}.`;
}

/** `Indikator 12 Pusat Data (tingkat 2)`. */
export function indicatorLabel(document: ReportDocument, { id, shortName, level }: Indicator): string {
  return `${id} ${shortName} (tingkat ${levelFigure(level, document)})`;
}

/** The indicators that take most from the index, dearest first. */
export function dearest({ indicators }: Pick<ReportDocument, 'indicators'>, count: number): Indicator[] {
  return indicators
    .filter(({ lost }) => lost > 0)
    .toSorted((a, b) => b.lost - a.lost)
    .slice(0, count);
}

/** What is to be decided, as a sentence that a leader can say; without what it brings. */
export function decisionSentence(document: ReportDocument, decision: Decision): string {
  const { kind, opd, indicators } = decision;
  const list = indicatorList(document, indicators);
  const count = `${indicators.length} indikator`;
  switch (kind) {
    case 'prove':
      return `Lengkapi bukti ${count} yang tingkatnya diisi tetapi belum terbukti: ${list}.`;
    case 'settle':
      return `Putuskan jawaban mana yang berlaku untuk ${count} yang dijawab berbeda: ${list}.`;
    case 'fill':
      return `Minta OPD mengisi ${count} yang masih kosong: ${list}.`;
    case 'assign':
      return `Tetapkan OPD pengampu untuk ${count} dalam rencana: ${list}.`;
    case 'raise':
      return opd === null
        ? `Naikkan ${list}.`
        : `Tugaskan ${opdName(document, opd)} menaikkan ${count}: ${list}.`;
  }
}

/** `Minta OPD mengisi 2 indikator yang masih kosong: 4 …, 5 …. Hasilnya paling banyak +0,1200 poin indeks.` */
export function decisionWithGain(document: ReportDocument, decision: Decision): string {
  return `${decisionSentence(document, decision)} Hasilnya ${decisionGain(decision)}.`;
}

/** `+0,1200 poin indeks`, `paling banyak +0,1200 poin indeks`. */
export function decisionGain({ points, isUpTo }: Decision): string {
  return `${isUpTo ? 'paling banyak ' : ''}${signedFigure(points, 4)} poin indeks`;
}

export function opdName({ opd }: Pick<ReportDocument, 'opd'>, code: string): string {
  return opd.find((one) => one.code === code)?.name ?? code;
}

/** Of an indicator of the document. */
export function shortNameOf({ indicators }: Pick<ReportDocument, 'indicators'>, id: string): string {
  return indicators.find((one) => one.id === id)?.shortName ?? id;
}

const mostNamed = 6;

/** `11 Arsitektur SPBE, 12 Peta Rencana SPBE, dan 4 lainnya`. */
export function indicatorList({ indicators }: ReportDocument, ids: readonly string[]): string {
  const named = ids.slice(0, mostNamed).map((id) => {
    const found = indicators.find((one) => one.id === id);
    return found ? `${id} ${found.shortName}` : id;
  });
  const rest = ids.length - named.length;
  return `${named.join(', ')}${rest > 0 ? `, dan ${rest} lainnya` : ''}`;
}

/** How the figures come about, and where the rules stand. */
export function methodSentences(document: ReportDocument): string[] {
  const { instrumentName, scale, decimals, score, plan, peers, date } = document;
  return [
    `Instrumen: ${instrumentName}. Indeks = jumlah bobot × tingkat ÷ 100; nilai aspek dan domain = rata-rata tertimbang; dihitung eksak dan dibulatkan sekali, ke ${decimals} desimal, setengah ke atas.`,
    `Poin hilang = bobot × (tingkat ${scale.max} − tingkat sekarang) ÷ 100. Indikator kosong dihitung tingkat ${scale.floor}.`,
    ...(score.proven
      ? [
          'Terbukti = tingkat tertinggi yang seluruh butir bukti wajibnya, dan tingkat di bawahnya, didukung dokumen yang dapat dihitung; penilaian resmi tetap pada asesor.',
        ]
      : []),
    ...(plan
      ? [
          'Rencana: kombinasi langkah tingkat yang paling sedikit menurut pemecah program bilangan bulat, dengan pembanding "naikkan yang terendah dulu".',
        ]
      : []),
    ...(plan?.assumption ? [plan.assumption] : []),
    ...(peers ? [`Pembanding: ${peers.source}. Peringkat sama dibagi, peringkat berikutnya melompat.`] : []),
    `Laporan dibuat ${dayOf(date)} dengan spbe, luring; tidak ada data yang keluar dari komputer ini.`,
  ];
}
