import type { Score } from '../assessment/score.ts';
import { formatExact, formatNumber } from './number.ts';
import type { Block } from './report.ts';

/** The index unrounded, and that it lies so close to a band's edge that rounding decides the predicate. */
export function exactIndexBlocks({ index, nearEdge }: Score): Block[] {
  const exactly = formatExact(index);
  const blocks: Block[] = [{ kind: 'paragraph', text: `Nilai eksak ${exactly}.`, tone: 'soft' }];
  if (nearEdge === null) return blocks;
  const { edge, below, above } = nearEdge;
  const text = `Dekat batas predikat: eksak ${exactly}, batas ${below}/${above} ${formatNumber(edge, 2)}. Cara membulatkan menentukan predikatnya; jangan mengandalkan angka ini.`;
  return [...blocks, { kind: 'paragraph', text, tone: 'caution' }];
}
