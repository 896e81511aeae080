import { Fraction } from 'fraction.js';
import type { Group } from '../../instrument/instrument.ts';
import type { WorkbookSpec } from '../contents.ts';

/** Weight of a group's indicators in this workbook, percent of the whole index. */
export function heldWeight({ instrument, indicators }: WorkbookSpec, group: Group): number {
  const aspects = new Set(
    instrument.groups.flatMap(({ id, parent }) => (id === group.id || parent === group.id ? [id] : [])),
  );
  return instrument.indicators
    .filter((indicator) => aspects.has(indicator.group) && indicators.includes(indicator.id))
    .reduce((sum, { weight }) => sum.add(weight), new Fraction(0))
    .valueOf();
}
