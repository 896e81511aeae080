import { problem } from '../../problem-kinds.ts';
import type { LyingFile } from '../facts.ts';
import { groupBy } from '../group-by.ts';
import { shorten } from './describe-document.ts';
import type { EvidenceContext, EvidenceRule } from './rule.ts';

const mostNamed = 3;

/** What lies in the evidence folder and is listed by no row: one note for each folder of an OPD. */
export const evidenceUnlisted: EvidenceRule = {
  code: 'evidence-unlisted',
  reason: null,
  source: 'Penilaian kami: yang tidak didaftarkan tidak dinilai',
  find: (context) => {
    const isListed = listedPaths(context);
    const unlisted = (context.lying ?? []).filter(({ path }) => !isListed(path));
    return [...groupBy(unlisted, folderOf)].map(([folder, files]) => {
      const names = files
        .slice(0, mostNamed)
        .map(({ path }) => `"${shorten(path.slice(folder.length + 1))}"`);
      const details = {
        folder,
        count: files.length,
        names: `${names.join(', ')}${files.length > mostNamed ? ', …' : ''}`,
        opd: folder.split('/')[1] ?? '',
      };
      return { problem: problem('evidence-unlisted', { file: folder }, details), document: null };
    });
  },
};

/** `bukti/diskominfo` for all that lies below it; `bukti` for what lies in no folder of an OPD. */
function folderOf({ path }: LyingFile): string {
  const parts = path.split('/');
  return parts.slice(0, Math.min(2, parts.length - 1)).join('/');
}

/** A file is listed if a row points at it, at a folder above it, or at a name that could be it. */
function listedPaths({ documents }: EvidenceContext): (path: string) => boolean {
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const { located } of documents) {
    if (located.kind === 'file') files.add(located.facts.path);
    if (located.kind === 'ambiguous') for (const path of located.candidates) files.add(path);
    if (located.kind === 'folder') folders.add(located.path);
  }
  return (path) => {
    if (files.has(path)) return true;
    if (folders.size === 0) return false;
    const parts = path.split('/');
    return parts.some((_, end) => folders.has(parts.slice(0, end).join('/')));
  };
}
