import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

/** bin/spbe.js runs dist: build it, once before all tests, unless it is newer than everything it is made from. */
export function setup(): void {
  if (Math.max(newest('src/'), newest('build/')) <= newest('dist/')) return;
  spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: fileURLToPath(root),
    shell: process.platform === 'win32',
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** Time of the last change in a folder; 0 if there is none. */
function newest(folder: string): number {
  const path = new URL(folder, root);
  try {
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' });
    return Math.max(0, ...files.map((file) => statSync(new URL(encodeURI(file), path)).mtimeMs));
  } catch {
    return 0;
  }
}
