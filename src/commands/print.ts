import { redacted } from './redaction.ts';

/** Writes to the screen what is no report; redacted where that is asked for. */
export async function print(text: string): Promise<void> {
  process.stdout.write(await redacted(text));
}

/** Writes notes and complaints, apart from results. */
export async function printAside(text: string): Promise<void> {
  process.stderr.write(await redacted(text));
}
