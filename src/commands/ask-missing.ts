import { kindOfName } from '../assessment/institution-name.ts';
import { UserError } from '../problem.ts';
import { regionKinds } from '../project/regions.ts';
import type { InitOptions } from './init.ts';
import { isWatched } from './is-watched.ts';

export interface Particulars {
  readonly region: string;
  readonly kind: (typeof regionKinds)[number];
  readonly year: number;
}

/**
 * Region, kind and year: from the options, else asked where a person sits at the terminal; never asked otherwise.
 * @throws UserError naming every missing option, or one that makes no sense
 */
export async function askMissing(options: InitOptions): Promise<Particulars> {
  const canAsk = isWatched();
  const region = options.region?.trim() || (canAsk ? await askRegion() : undefined);
  const guessed = regionKinds.find((kind) => kind === options.kind) ?? (region ? kindOfName(region) : null);
  const kind = guessed ?? (canAsk ? await askKind() : undefined);
  const year = options.year ?? (canAsk ? await askYear() : undefined);
  const missing = [
    region ? '' : '--region "Kabupaten …"',
    kind ? '' : `--kind ${regionKinds.join('|')}`,
    year ? '' : '--year 2025',
  ].filter((option) => option !== '');
  if (!region || !kind || !year) {
    throw new UserError(
      `Belum disebut: ${missing.join(', ')}. Contoh: spbe init --region "Kabupaten Mojokerto" --year 2025.`,
    );
  }
  return { region, kind, year: parseYear(year) };
}

const earliest = 2018;
const latest = 2100;

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text.trim()) && Number(text) >= earliest && Number(text) <= latest;
}

function parseYear(text: string): number {
  if (!isYear(text)) {
    throw new UserError(`Tahun "${text}" tidak sah. Tulis empat angka, misalnya --year 2025.`);
  }
  return Number(text);
}

async function askRegion(): Promise<string> {
  const { text } = await import('@clack/prompts');
  return orStop(
    await text({
      message: 'Nama instansi',
      placeholder: 'Kabupaten Mojokerto',
      validate: (value) => (value?.trim() ? undefined : 'Tulis nama instansinya.'),
    }),
  );
}

async function askKind(): Promise<(typeof regionKinds)[number]> {
  const { select } = await import('@clack/prompts');
  return orStop(
    await select({
      message: 'Jenis instansi (↑ ↓ memilih)',
      showInstructions: false,
      options: regionKinds.map((value) => ({ value, label: value })),
    }),
  );
}

async function askYear(): Promise<string> {
  const { text } = await import('@clack/prompts');
  const initialValue = String(new Date().getFullYear());
  return orStop(
    await text({
      message: 'Tahun penilaian',
      initialValue,
      validate: (value = '') =>
        isYear(value) ? undefined : `Tulis tahun dari ${earliest} sampai ${latest}.`,
    }),
  );
}

/** The library answers with a symbol when the person presses Ctrl-C. */
export function orStop<T>(answer: T): Exclude<T, symbol> {
  if (typeof answer === 'symbol') throw new UserError('Dibatalkan. Tidak ada yang ditulis.');
  return answer as Exclude<T, symbol>;
}
