import { onTestFinished, vi } from 'vitest';
import { run } from '../../src/cli.ts';

/**
 * Runs a command as `bin/spbe.js` would, but in this process: quicker, and a test may stand in for the terminal.
 * Not for `--redact`, `--quiet` and `--verbose`, which hold for the whole process.
 * @param env beside 80 columns without colour; undefined takes a variable away
 */
export async function runHere(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string | undefined>> = {},
) {
  const before = process.cwd();
  const texts = { stdout: '', stderr: '' };
  for (const [name, value] of Object.entries({ COLUMNS: '80', NO_COLOR: '1', ...env }))
    vi.stubEnv(name, value);
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      texts[name] += text;
      return true;
    }),
  );
  process.chdir(cwd);
  try {
    return { code: await run(['node', 'spbe', ...args]), ...texts };
  } finally {
    process.chdir(before);
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}

/** Lets the program think until the end of the test that a person sits at the terminal. */
export function sitDown(columns = 80): void {
  const here = { isTTY: true, columns };
  for (const stream of [process.stdin, process.stdout]) {
    for (const [name, value] of Object.entries(here)) {
      const before = Object.getOwnPropertyDescriptor(stream, name);
      Object.defineProperty(stream, name, { value, configurable: true, writable: true });
      onTestFinished(() => {
        if (before) Object.defineProperty(stream, name, before);
        else Reflect.deleteProperty(stream, name);
      });
    }
  }
  const before = process.env['CI'];
  delete process.env['CI'];
  onTestFinished(() => {
    if (before !== undefined) process.env['CI'] = before;
  });
}
