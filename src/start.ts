import { toolVersion } from './commands/tool-version.ts';

/** Starts the program as the process asks; for its version nothing else is loaded. */
export async function start(): Promise<void> {
  // A reader that has seen enough (`spbe score | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const [first, ...others] = process.argv.slice(2);
  if (others.length === 0 && (first === '--version' || first === '-v')) {
    process.stdout.write(`${toolVersion()}\n`);
    return;
  }
  const { run } = await import('./cli.ts');
  process.exitCode = await run(process.argv);
}
