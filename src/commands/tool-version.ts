import { readFileSync } from 'node:fs';
import { packageFolder } from '../package-folder.ts';

/** Version of this program, from package.json. */
export function toolVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('package.json', packageFolder), 'utf8'));
  return (manifest as { version: string }).version;
}
