import { relative, resolve } from 'node:path';
import type { Evaluation } from '../assessment/evaluate.ts';
import type { Score } from '../assessment/score.ts';
import { type RecordDocument, recordDocument } from '../contract/record.ts';
import { hashPack } from '../instrument/pack-hash.ts';
import { formatPath } from '../instrument/parse-json.ts';
import { type Place, UserError } from '../problem.ts';
import { pathInside } from '../project/inside.ts';
import { clean } from '../reporters/clean.ts';
import { exactText, roundedNumber } from '../reporters/number.ts';
import { countBySeverity } from '../reporters/problems.ts';
import type { Inputs } from './inputs.ts';
import type { Fingerprint } from './seen-files.ts';
import { toolVersion } from './tool-version.ts';

/** A result, and what it was made of. */
export interface Computed {
  readonly command: RecordDocument['command'];
  readonly options: Readonly<Record<string, string>>;
  readonly inputs: Inputs;
  readonly score: Score;
  readonly evaluation: Evaluation;
  /** By absolute path. */
  readonly files: ReadonlyMap<string, Fingerprint>;
}

export interface Circumstances {
  /** Folder of the project. */
  readonly root: string;
  /** Where the paths and the names of files start. */
  readonly cwd: string;
  readonly paths: readonly string[];
  /** ISO, with offset. */
  readonly at: string;
  readonly note: string | null;
}

/**
 * Puts a result down as a record.
 * @throws UserError if a file lies outside the project, or has a name that no record can hold
 */
export async function makeRecord(computed: Computed, circumstances: Circumstances): Promise<RecordDocument> {
  const { inputs, score, evaluation, command, options } = computed;
  const { proven } = evaluation;
  const { instrument, region, year, answers, problems } = inputs.assessment;
  const { root, cwd, paths, at, note } = circumstances;
  const inside = (path: string) => requireInside(root, resolve(cwd, path), relative(cwd, resolve(cwd, path)));
  const { decimals } = instrument.rounding;
  const both = ({ index }: Pick<Score, 'index'>) => ({
    index: roundedNumber(index, decimals),
    indexExact: exactText(index),
  });
  const listed = await Promise.all(
    [...computed.files].map(async ([path, print]) => ({ path: await inside(path), ...print })),
  );
  const placed = new Map<string, string>();
  for (const { at: place } of answers.values()) {
    if (!placed.has(place.file)) placed.set(place.file, await inside(place.file));
  }
  const moved = (place: Place): Place => ({ ...place, file: placed.get(place.file) ?? place.file });
  return checked({
    schemaVersion: 1,
    command,
    options: { ...options },
    paths: await Promise.all(paths.map(async (path) => (await inside(path)) || '.')),
    at,
    tool: toolVersion(),
    note,
    region,
    year,
    instrument: { id: instrument.id, sha256: await hashPack(instrument.id) },
    inputs: [...listed, ...listEvidence(evaluation)].sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...both(score),
    predicate: score.band.name,
    proven: proven && { ...both(proven), predicate: proven.band.name },
    groups: score.groups.map(({ group, index }) => ({ id: group.id, ...both({ index }) })),
    indicators: score.indicators.map(({ id, level }) => {
      const answer = answers.get(id);
      return { id, level, opd: answer?.opd ?? null, at: answer ? moved(answer.at) : null };
    }),
    problems: countBySeverity(problems),
  });
}

/** The documents that were looked at, each once; one that could not be read has no fingerprint. */
function listEvidence({ review }: Evaluation): RecordDocument['inputs'] {
  const found = new Map(
    review?.documents.flatMap(({ located }): [string, RecordDocument['inputs'][number]][] => {
      if (located.kind !== 'file' || located.facts.sha256 === '') return [];
      const { path, size, sha256 } = located.facts;
      return [[path, { path, size, sha256 }]];
    }),
  );
  return [...found.values()];
}

/** A record that could not be read back must not be written. */
function checked(record: RecordDocument): RecordDocument {
  const parsed = recordDocument.safeParse(record);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map(({ path }) => formatPath(path)).join(', ');
  if (/^(inputs|paths)/.test(where)) {
    throw new UserError(
      'Hasil tidak dapat dicatat – ada nama berkas dengan tanda yang tidak lazim – ganti namanya, lalu ulangi.',
    );
  }
  if (/^note/.test(where)) throw new UserError('Isi --note paling panjang 1000 huruf. Ringkaskan.');
  throw new Error(`Not a record: ${where}`);
}

async function requireInside(root: string, path: string, shown: string): Promise<string> {
  // What came through a pipe lies nowhere.
  const way = await pathInside(root, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (way !== null) return way;
  throw new UserError(
    `"${clean(shown)}" di luar folder proyek, jadi hasilnya tidak dapat dicatat. Pindahkan ke folder proyek lalu ulangi.`,
  );
}
