import type { IndicatorCriteria } from '../instrument/criteria-schema.ts';
import { formatDay } from '../problem.ts';
import type { EvidenceNeeds } from './evidence-needs.ts';
import { openItems } from './evidence-needs.ts';
import type { ReviewedDocument } from './review.ts';

/** A draft in the official form, to be checked and completed by a person. */
export interface DraftExplanation {
  readonly fact: string;
  readonly analysis: string;
  /** For the assessor. */
  readonly justification: string;
}

/** Begins every text that the tool drafts. */
const draftMark = '[DRAF – periksa dan lengkapi]';

/**
 * Drafts Fakta, Analisis and the assessor's Justifikasi of one indicator from its listed documents (form: PermenPANRB
 * 59/2020 pp. 85–86; Pedoman Menteri PANRB 3/2024 pp. 195–223). Says nothing that the lists do not say; null if no document
 * counts.
 */
export function draftExplanation(
  needs: EvidenceNeeds,
  criteria: IndicatorCriteria | undefined,
): DraftExplanation | null {
  const counting = needs.documents.filter(({ refusedFor }) => refusedFor === null);
  if (counting.length === 0) return null;
  const { claimed, proven } = needs;
  const level = criteria?.levels.find((one) => one.level === Math.ceil(claimed));
  const next = criteria?.levels.find((one) => one.level === Math.floor(proven) + 1);
  const shown = needs.items.filter(
    ({ state, level: at }) => state === 'present' && at === Math.ceil(claimed),
  );
  const open = openItems(needs);
  return {
    fact: [
      `${draftMark} Bukti yang dimiliki:`,
      ...counting.map((one, index) => `${index + 1}. ${describe(one)}`),
    ].join('\n'),
    analysis: [
      `${draftMark} Kriteria tingkat ${comma(claimed)}${level?.criterion ? `: ${level.criterion}` : '.'}`,
      ...shown.map(({ item, documents }) => `- ${item.text}: ${documents.map(nameOf).join('; ')}.`),
      ...(open.length > 0
        ? ['Belum ditunjukkan:', ...open.map(({ level: at, item }) => `- tingkat ${at}: ${item.text}.`)]
        : []),
    ].join('\n'),
    justification: [
      `${draftMark} Bukti yang dihitung mencapai tingkat ${comma(proven)}`,
      proven < claimed ? `, di bawah klaim tingkat ${comma(claimed)}.` : ', sesuai klaim.',
      proven < claimed && next?.criterion ? ` Tingkat ${next.level} belum terpenuhi: ${next.criterion}` : '',
    ].join(''),
  };
}

/** `Perbup Nomor 12 Tahun 2023, 17 Agustus 2023, halaman 3 (12.1.pdf)`. */
function describe({ evidence }: ReviewedDocument): string {
  const { title, number, date, dated, page, location } = evidence;
  const parts = [
    number === '' ? title : `${title} Nomor ${number.replace(/^(nomor|no)\b[.:]?\s*/i, '')}`,
    dated.kind === 'day' ? `tanggal ${formatDay(dated.iso)}` : date,
    page === '' ? '' : `halaman ${page}`,
  ].filter((part) => part !== '');
  return `${parts.join(', ')}${location === '' ? '' : ` (${location})`}.`;
}

function nameOf({ evidence }: ReviewedDocument): string {
  return evidence.title || evidence.location;
}

function comma(level: number): string {
  return String(level).replace('.', ',');
}
