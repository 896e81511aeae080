import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainEnvironment } from '../cli/spbe.ts';

/** Who runs what: a program for Linux by itself, one for Windows by Wine. */
export type System = 'linux' | 'win32';

const programs = fileURLToPath(new URL('../../exe/', import.meta.url));
/** Debian's package of Wine for 64 bit only has no command in the usual folders. */
const wine = '/usr/lib/wine/wine64';

const scratch = mkdtempSync(join(tmpdir(), 'spbe-exe-'));
const wineEnvironment = {
  ...plainEnvironment,
  LC_ALL: 'C.UTF-8',
  WINEPREFIX: join(scratch, 'prefix'),
  WINEDEBUG: '-all',
};

/** Runs one of the programs that need no Node; output goes through files, since Wine is poor at pipes and terminals. */
export function runProgram(
  system: System,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Ran {
  return system === 'linux'
    ? run(join(programs, 'spbe'), args, cwd, { ...plainEnvironment, ...env, PATH: '' })
    : run(wine, [join(programs, 'spbe.exe'), ...args], cwd, { ...wineEnvironment, ...env });
}

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Ran {
  const [out, aside] = [join(scratch, 'stdout'), join(scratch, 'stderr')];
  const files = [openSync(out, 'w'), openSync(aside, 'w')] as const;
  const { status, error } = spawnSync(program, args, { cwd, env, stdio: ['ignore', ...files] });
  for (const file of files) closeSync(file);
  if (error) throw error;
  return { code: status, stdout: readFileSync(out, 'utf8'), stderr: readFileSync(aside, 'utf8') };
}

/** A Windows of its own for the tests, no older than Node 20 asks for. */
export function startWine(): void {
  const version = ['reg', 'add', String.raw`HKCU\Software\Wine`, '/v', 'Version', '/d', 'win10', '/f'];
  const { code, stderr } = run(wine, version, scratch, wineEnvironment);
  if (code !== 0) throw new Error(`Wine does not start: ${stderr}`);
}

/** Ends all of that Windows, which holds its folder open for a while else, and takes the folder away. */
export function stopWine(): void {
  spawnSync('/usr/lib/wine/wineserver64', ['--kill', '--wait'], { env: wineEnvironment, stdio: 'ignore' });
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
