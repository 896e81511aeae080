import type { FileFacts } from '../facts.ts';
import type { ListedDocument } from './rule.ts';

/** The facts of the document's file; null if no file was found, or it cannot be read. */
export function factsOf({ located }: ListedDocument): FileFacts | null {
  return located.kind === 'file' ? located.facts : null;
}
