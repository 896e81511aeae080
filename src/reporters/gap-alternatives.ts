import type { Assessment } from '../assessment/merge.ts';
import type { Gap } from '../plan/gap.ts';
import type { GapResult } from '../plan/gap-result.ts';
import { nameIndicators } from './name-indicators.ts';
import { formatNumber } from './number.ts';
import type { Block } from './report.ts';

/** Other plans, and what changes against the first; nothing unless asked for. */
export function alternativeTable({ instrument }: Assessment, { gap, alternatives }: GapResult): Block[] {
  if (alternatives.length === 0) return [];
  const named = nameIndicators(instrument);
  const name = (id: string) => `${id} ${named(id).shortName}`.trim();
  const row = (one: Gap, position: number) => [
    { text: String(position + 1) },
    { text: String(one.levelSteps) },
    { text: formatNumber(one.reached.index, 4) },
    { text: position === 0 ? 'rencana di atas' : describeDifference(gap, one, name) },
  ];
  return [
    { kind: 'section', text: 'Rencana lain yang berbeda' },
    {
      kind: 'table',
      columns: [
        { header: 'No', align: 'right' },
        { header: 'Langkah', align: 'right' },
        { header: 'Indeks', align: 'right' },
        { header: 'Yang berubah', flexible: true },
      ],
      rows: [gap, ...alternatives].map(row),
    },
    {
      kind: 'paragraph',
      text: 'Indikator yang setara (bobot, tingkat dan biayanya sama) boleh saling ditukar; itu tidak dihitung sebagai rencana lain.',
      tone: 'soft',
    },
  ];
}

/** `12 Peta Rencana 1 → 3 (semula 4); tanpa 26 Manajemen Pengetahuan` */
function describeDifference(first: Gap, other: Gap, name: (id: string) => string): string {
  const ids = first.question.ladders.flatMap((ladder) => ladder.slice(0, 1));
  const parts = ids.flatMap(({ indicator, from }) => {
    const [before, after] = [first.plan.get(indicator), other.plan.get(indicator)];
    if (before === after) return [];
    if (after === undefined) return [`tanpa ${name(indicator)}`];
    const instead = before === undefined ? 'tambahan' : `semula ${before}`;
    return [`${name(indicator)} ${String(from).replace('.', ',')} → ${after} (${instead})`];
  });
  return parts.join('; ');
}
