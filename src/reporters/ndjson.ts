import { escapeUnseen } from './clean.ts';
import type { Reporter } from './report.ts';

/** The document in one line, so that the results of many runs can be put into one file, in any order. */
export const ndjson: Reporter = ({ document }) => toLine(document);

/** A document of the contract as a line of such a file. */
export function toLine(document: unknown): string {
  return escapeUnseen(`${JSON.stringify(document)}\n`);
}
