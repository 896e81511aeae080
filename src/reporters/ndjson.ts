import { escapeUnseen } from './clean.ts';
import type { Reporter } from './report.ts';

/** The document in one line, so that the results of many runs can be put into one file, in any order. */
export const ndjson: Reporter = ({ document }) => escapeUnseen(`${JSON.stringify(document)}\n`);
