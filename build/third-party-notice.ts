import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/** Writes the licences of all packages that the bundle holds into a file beside it, as these licences ask for. */
export function thirdPartyNotice(fileName: string): Plugin {
  return {
    name: 'third-party-notice',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
      const folders = new Set(modules.flatMap((id) => packageOf(id) ?? []));
      const notices = [...folders].map(describe).sort();
      this.emitFile({
        type: 'asset',
        fileName,
        source: `${[...new Set(notices)].join(`\n${'─'.repeat(80)}\n\n`)}`,
      });
    },
  };
}

/** Folder of the package that a module belongs to; null for our own. */
function packageOf(id: string): string | null {
  const path = id.replace(/^\0/, '').replaceAll('\\', '/');
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? null;
}

function describe(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  if (typeof license !== 'string')
    throw new Error(`${name} names no licence: it cannot be given away with spbe`);
  const texts = files
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}
