import { resolve } from 'node:path';
import { UserError } from '../problem.ts';
import type { Redact } from '../reporters/redact.ts';

/**
 * `--redact`, for the whole run: one process is one command. It is held here and not in an option of each, so that what
 * leaves the program passes one place (`finish`, `print`) that no command or reporter can forget.
 */
let isOn = false;
const secrets = new Set<string>();
let redact: Redact | null = null;

/**
 * Turns it on, and learns the names of persons of the project here and of those that the arguments name: a command that
 * reads no workbooks (`history`) may show texts that hold them.
 */
export async function startRedaction(args: readonly string[], cwd: string): Promise<void> {
  isOn = true;
  const { findProject } = await import('../project/find.ts');
  const { personsIn } = await import('./persons-in.ts');
  const { readInputs } = await import('./inputs.ts');
  for (const folder of ['.', ...args]) {
    try {
      const project = await findProject(resolve(cwd, folder), folder);
      if (project === null) continue;
      keepSecret(personsIn([], project));
      await readInputs([folder], { cwd, strict: false });
    } catch (error) {
      // What is wrong there the command itself will say.
      if (!(error instanceof UserError)) throw error;
    }
  }
}

export function isRedacting(): boolean {
  return isOn;
}

/** Notes names and numbers of persons that were read; from now on they are taken out wherever they stand. */
export function keepSecret(found: Iterable<string>): void {
  for (const one of found) if (one.trim() !== '') secrets.add(one);
  redact = null;
}

/** As it may leave the program: the same value, unless `--redact` is on. */
export async function redacted<T>(value: T): Promise<T> {
  if (!isOn) return value;
  const { makeRedact, redactDeep } = await import('../reporters/redact.ts');
  redact ??= makeRedact(secrets);
  return redactDeep(value, redact);
}

/**
 * For what copies whole workbooks or documents, which cannot be redacted.
 * @param what begins the sentence: `Lembar perbaikan`
 * @throws UserError if `--redact` is on
 */
export function refuseToCopy(what: string, instead: string): void {
  if (!isOn) return;
  throw new UserError(
    `${what} menyalin isi kertas kerja atau dokumen apa adanya, jadi tidak dapat disamarkan – ada --redact – ${instead}`,
  );
}
