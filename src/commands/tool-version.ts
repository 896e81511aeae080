import { packageFolder } from '../package-folder.ts';

/** Version of this program, from package.json. */
export function toolVersion(): string {
  const manifest = JSON.parse(String(packageFolder.readNow('package.json')));
  return (manifest as { version: string }).version;
}
