import type { Worksheet } from 'exceljs';
import type { Scale } from '../../instrument/instrument.ts';

/** One rule for a whole range; exceljs's types know only the per-cell form. */
export function addValidation(sheet: Worksheet, range: string, validation: object): void {
  const { dataValidations } = sheet as unknown as {
    dataValidations: { add(range: string, rule: object): void };
  };
  dataValidations.add(range, validation);
}

/** The whole levels of a scale, ascending. */
export function levelsOf({ min, max }: Scale): number[] {
  return Array.from({ length: max - min + 1 }, (_, index) => min + index);
}
