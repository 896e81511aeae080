import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rolldown';

/**
 * Writes the licences of all packages that the bundle holds into a file beside it, as these licences ask for. Beneath a package
 * its dependencies are named, too: some (docx) come with them melted into their own file.
 * @param leftOut packages that the bundle does without, though one in it names them as needed
 */
export function thirdPartyNotice(fileName: string, leftOut: readonly string[] = []): Plugin {
  return {
    name: 'third-party-notice',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
      const folders = new Set(modules.flatMap((id) => packageOf(id) ?? []));
      // A set that grows while it is walked through is walked through to its end.
      for (const folder of folders) for (const below of listDependencies(folder, leftOut)) folders.add(below);
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

/** Folders of the packages that one names as needed; those of types hold nothing that runs. */
function listDependencies(folder: string, leftOut: readonly string[]): string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return Object.keys(dependencies)
    .filter((name) => !name.startsWith('@types/') && !leftOut.includes(name))
    .map((name) => findPackage(name, folder));
}

/** As Node looks for it: in the nearest node_modules upwards. */
function findPackage(name: string, from: string): string {
  const candidate = join(from, 'node_modules', name);
  if (existsSync(join(candidate, 'package.json'))) return candidate.replaceAll('\\', '/');
  if (dirname(from) === from)
    throw new Error(`${name} is needed by a package in the bundle, and not installed`);
  return findPackage(name, dirname(from));
}

function describe(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = listNotices(folder);
  if (typeof license !== 'string')
    throw new Error(`${name} names no licence: it cannot be given away with spbe`);
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}

/** Licence and notice of a package, and what some keep in a folder of licences. */
function listNotices(folder: string): string[] {
  const isNotice = /^(licen[cs]es?|copying|notice)/i;
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => isNotice.test(name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(join(folder, entry.name)).map((name) => join(entry.name, name))
        : [entry.name],
    )
    .sort();
}
