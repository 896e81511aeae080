import { escapeUnseen } from './clean.ts';
import type { Reporter } from './report.ts';

/** The document of the contract, one value, two blanks of indent. */
export const json: Reporter = ({ document }) => escapeUnseen(`${JSON.stringify(document, null, 2)}\n`);
