import type { ReportDocument } from '../../contract/report.ts';
import { dayOf, figure, regionName } from './figures.ts';
import { indicatorList } from './sentences.ts';

/*
 * What the letters of a self-assessment say. They are signed by people: what nobody told us is a dotted line.
 */

/** To be filled in by hand. */
export const blank = '....................';
export const longBlank = '......................................................';

/** `penilaian mandiri SPBE Kabupaten Contoh tahun 2026`. */
export function assessmentName(document: ReportDocument): string {
  return `penilaian mandiri SPBE ${regionOrBlank(document)} tahun ${document.year ?? blank}`;
}

export function regionOrBlank({ region }: Pick<ReportDocument, 'region'>): string {
  return region === null ? longBlank : regionName({ region });
}

/** `Indeks SPBE 2,98 dengan predikat Baik`. */
function resultWords({ indexName, score, decimals }: ReportDocument): string {
  return `${indexName} ${figure(score.index, decimals)} dengan predikat ${score.predicate}`;
}

/** The minutes of the self-assessment, up to the table of results. */
export function minutesOpening(document: ReportDocument): string[] {
  const { instrumentName, standing } = document;
  const { totals } = standing;
  const from =
    totals.opd === 0
      ? ''
      : ` Hasilnya disusun dari kertas kerja ${totals.present} dari ${totals.opd} OPD; ${totals.filled} dari ${totals.indicators} indikator sudah bertingkat.`;
  return [
    `Pada hari ini, ${blank} tanggal ${blank} bulan ${blank} tahun ${blank}, bertempat di ${blank}, kami yang bertanda tangan di bawah ini telah menyelesaikan ${assessmentName(document)} menurut ${instrumentName}.${from}`,
    `Penilaian tersebut menghasilkan ${resultWords(document)}, dengan rincian berikut.`,
  ];
}

export const minutesClosing =
  'Berita acara ini dibuat menurut keadaan yang sebenarnya dan menjadi dasar pengiriman hasil penilaian mandiri.';

/** What the coordinator agrees to when the result may be published. */
export function consentClauses(document: ReportDocument): string[] {
  return [
    `hasil ${assessmentName(document)}, yaitu ${resultWords(document)}, telah kami periksa dan kami ketahui;`,
    'jawaban dan bukti yang disampaikan dapat kami pertanggungjawabkan;',
    'kami setuju hasil pemantauan dan evaluasi SPBE atas penilaian mandiri tersebut dipublikasikan sesuai dengan ketentuan yang berlaku.',
  ];
}

/** Why an OPD gets its note: the region's result, and how much of it the OPD holds. */
export function memoOpening(document: ReportDocument, own: ReportDocument['opd'][number]): string {
  const share =
    own.pointsToWin > 0 ? `, dengan ${figure(own.pointsToWin, 4)} poin indeks yang masih dapat diraih` : '';
  return `Penilaian mandiri SPBE ${regionOrBlank(document)} tahun ${document.year ?? blank} menghasilkan ${resultWords(document)}. ${own.name} memegang ${own.assigned} indikator${share}. Sehubungan dengan itu, mohon kesediaan Saudara untuk:`;
}

/** What is asked of one OPD, in the order in which it is best done. */
export function memoRequests(document: ReportDocument, own: ReportDocument['opd'][number]): string[] {
  const { indicators, plan, counts } = document;
  const name = (ids: readonly string[]) => indicatorList(document, ids);
  const blanks = own.indicators.filter(({ stated }) => stated === null).map(({ id }) => id);
  const disputed = own.indicators.filter(({ conflict }) => conflict).map(({ id }) => id);
  const unproven = indicators.flatMap(({ id, unproven }) => (unproven === null ? [] : [id]));
  const steps = plan?.steps.map(({ indicator }) => indicator) ?? [];
  const faults = counts.error + counts.warning;
  const requests = [
    ...(own.present ? [] : ['mengirimkan kertas kerja yang belum kami terima;']),
    ...(own.present && blanks.length > 0
      ? [`mengisi tingkat indikator yang masih kosong: ${name(blanks)};`]
      : []),
    ...(disputed.length > 0
      ? [`menyepakati dengan OPD lain jawaban indikator yang masih berbeda: ${name(disputed)};`]
      : []),
    ...(unproven.length > 0
      ? [`melengkapi bukti indikator yang tingkatnya belum terbukti: ${name(unproven)};`]
      : []),
    ...(faults > 0
      ? [`memperbaiki ${counts.error} kesalahan dan ${counts.warning} peringatan pada kertas kerja;`]
      : []),
    ...(steps.length > 0 ? [`menaikkan tingkat indikator dalam rencana: ${name(steps)}.`] : []),
  ];
  if (requests.length === 0) {
    return ['menjaga tingkat yang sudah dicapai dan menyimpan buktinya dengan tertib.'];
  }
  return requests.map((text, index) => (index === requests.length - 1 ? text.replace(/;$/, '.') : text));
}

/** By when: the day of spbe.yaml, else the end of the plan, else to be filled in. */
export function memoDeadline({ closing, plan }: ReportDocument): string {
  const last = closing ?? plan?.schedule?.closing ?? null;
  const day = last === null ? blank : dayOf(last);
  return `Kertas kerja dan bukti yang sudah dilengkapi mohon kami terima paling lambat ${day}.`;
}

export const memoClosing = 'Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.';
