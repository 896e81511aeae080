import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rolldown';

const root = new URL('../', import.meta.url);

/**
 * Writes the declarations that users of the library see into a folder of the bundle: those of `entry` and what they name,
 * out of all that the compiler makes.
 * @param entry its declaration, relative to src
 */
export function declarations(entry: string, folder: string): Plugin {
  return {
    name: 'declarations',
    writeBundle({ dir = 'dist' }) {
      const made = mkdtempSync(join(tmpdir(), 'spbe-types-'));
      try {
        compile(made);
        for (const file of listReachable(made, entry)) {
          const target = join(dir, folder, file);
          mkdirSync(dirname(target), { recursive: true });
          copyFileSync(join(made, file), target);
        }
      } finally {
        rmSync(made, { recursive: true });
      }
    },
  };
}

function compile(outDir: string): void {
  const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
  const config = fileURLToPath(new URL('tsconfig.types.json', root));
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', config, '--outDir', outDir], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`No declarations:\n${stdout}`);
}

/** Files named by imports of declarations, from `entry` on; relative to `folder`. */
function listReachable(folder: string, entry: string): Set<string> {
  const reached = new Set([entry]);
  // A set that grows while it is walked through is walked through to its end.
  for (const file of reached) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, from = ''] of text.matchAll(/(?:\bfrom|\bimport\()\s*['"](\.[^'"]+)['"]/g)) {
      reached.add(join(dirname(file), from.replace(/\.[jt]s$/, '.d.ts')));
    }
  }
  return reached;
}
