import { UserError } from '../problem.ts';
import type { Redact } from '../reporters/redact.ts';

/**
 * `--redact`, for the whole run: one process is one command. It is held here and not in an option of each, so that what
 * leaves the program passes one place (`finish`, `print`) that no command or reporter can forget.
 */
let isOn = false;
const secrets = new Set<string>();
let redact: Redact | null = null;

export function startRedaction(): void {
  isOn = true;
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
