import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const bin = fileURLToPath(new URL('../../bin/spbe.js', import.meta.url));
export const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

export interface RunOptions {
  /** Where it runs; the fixtures if absent. */
  readonly cwd?: string;
  /** Options of Node itself. */
  readonly node?: readonly string[];
  /** Width of the terminal; 80 if absent. */
  readonly columns?: number;
}

/** Plain and narrow, whatever the machine; nobody sits at the terminal. */
export const plainEnvironment = {
  PATH: process.env['PATH'],
  HOME: tmpdir(),
  NO_COLOR: '1',
  COLUMNS: '80',
  ...measuredEnvironment(),
};

/** Empty unless `npm run coverage` runs the tests. */
function measuredEnvironment() {
  const folder = process.env['NODE_V8_COVERAGE'];
  return folder === undefined ? {} : { NODE_V8_COVERAGE: folder };
}

/** Runs the program as a user does, through bin/spbe.js. */
export function spbe(
  args: readonly string[],
  { cwd = fixtures, node = [], columns = 80 }: RunOptions = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { ...plainEnvironment, COLUMNS: String(columns) };
    const options = { cwd, env, maxBuffer: 32 * 1024 * 1024 };
    const child = execFile(process.execPath, [...node, bin, ...args], options, (error, stdout, stderr) =>
      resolve({ stdout, stderr, code: typeof error?.code === 'number' ? error.code : error ? -1 : 0 }),
    );
    child.stdin?.end();
  });
}

/** What a terminal would show of these commands, which must not need one another: to be kept as a golden file. */
export async function transcript(
  commands: readonly (readonly string[])[],
  options: RunOptions = {},
): Promise<string> {
  const parts = await Promise.all(
    commands.map(async (args) => {
      const { stdout, stderr, code } = await spbe(args, options);
      return `${show(args)}\n${stdout}${stderr}\nExit code: ${code}\n`;
    }),
  );
  // Blanks at the end of a line would be lost in an editor, carriage returns in git.
  return parts
    .join('\n')
    .replace(/[ \t]+$/gm, '')
    .replaceAll('\r', '␍');
}

/** The same command in every format at once, by format. */
export async function transcripts(
  args: readonly string[],
  options: RunOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const all = (['table', 'json', 'csv', 'md'] as const).map(
    async (format): Promise<[string, string]> => [
      format,
      await transcript([[...args, '--format', format]], options),
    ],
  );
  return new Map(await Promise.all(all));
}

function show(args: readonly string[]): string {
  return ['$ spbe', ...args.map((arg) => (/^[\w./:=-]+$/.test(arg) ? arg : `"${arg}"`))].join(' ');
}

/** A folder with these files, gone after the test. */
export async function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'spbe-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return folder;
}
