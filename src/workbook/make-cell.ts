import { columnName } from './address.ts';
import type { Cell } from './book.ts';
import type { Budget } from './budget.ts';
import { readValue, type ValueContext } from './cell-value.ts';
import { linkOfFormula } from './sheet-links.ts';

export interface CellContext extends ValueContext {
  readonly budget: Budget;
}

/** A cell of SpreadsheetML as it is written. */
export interface CellParts {
  /** `t`; undefined is a number. */
  readonly type: string | undefined;
  /** `s`. */
  readonly style: string | undefined;
  /** Text of `v`. */
  readonly value: string;
  /** Text of `is`. */
  readonly inline: string;
  /** Text of `f`; null without one. */
  readonly formula: string | null;
}

/**
 * The cell at a place; null if it only has a style.
 * @throws refusal if a shared string does not exist, or the file holds more than the limits
 */
export function makeCell(row: number, column: number, parts: CellParts, context: CellContext): Cell | null {
  const { type, style, value, inline, formula } = parts;
  if (value === '' && inline === '' && formula === null) return null;
  const { text, kind } = readValue(type, type === 'inlineStr' ? inline : value, style, context);
  if (text === '' && formula === null) return null;
  context.budget.spend(text.length);
  const isFormula = formula !== null && !isConstant(formula);
  const cell = { address: columnName(column) + row, row, column, text, kind, formula: isFormula };
  const link = formula ? linkOfFormula(formula) : null;
  return link === null ? cell : { ...cell, link };
}

/** LibreOffice writes a typed TRUE or #N/A as a formula. */
export function isConstant(formula: string): boolean {
  return formula === 'TRUE()' || formula === 'FALSE()' || /^#[A-Z\d/]+[!?]?$/.test(formula);
}
