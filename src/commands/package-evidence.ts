import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { listNeeds } from '../assessment/evidence-needs.ts';
import { type PackedIndicator, planPackage } from '../assessment/plan-package.ts';
import { copyDocument } from '../evidence/copy-document.ts';
import { UserError } from '../problem.ts';
import { clean } from '../reporters/clean.ts';
import { packageTexts } from '../reporters/package.ts';
import { today } from './date-option.ts';
import { cannotWrite, codeFor, type ExitCode } from './finish.ts';
import type { PackageOptions } from './package.ts';
import { print } from './print.ts';
import { startProgress } from './progress.ts';
import { reviewWithProgress } from './review-with-progress.ts';

/**
 * Writes the package whole or not at all: it is made beside its place and then moved there.
 * @throws UserError outside of a project, or if something stands in the way
 */
export async function packageEvidence(paths: readonly string[], options: PackageOptions): Promise<ExitCode> {
  const target = resolve(options.output);
  const zip = `${target}.zip`;
  await refuseFilled(target, options.zip ? zip : null);
  const { date = today(), failOn } = options;
  const input = { format: 'table', failOn, date } as const;
  const { assessment, evaluation, criteria, root } = await reviewWithProgress(paths, input, true);
  if (root === null || evaluation.review === null || criteria === null) {
    throw new UserError('Paket hanya dapat dibuat dari proyek. Sebut folder yang berisi spbe.yaml.');
  }
  const needs = listNeeds(assessment, criteria, evaluation.review);
  const packed = planPackage(needs, assessment.answers);
  const making = `${target}.sedang-dibuat-${process.pid}`;
  try {
    const files = await fillFolder(making, root, packed, packageTexts(assessment, packed, date));
    if (options.zip) {
      const { zipFolder } = await import('../archive/zip-folder.ts');
      await zipFolder(making, files, `${making}.zip`);
      await rename(`${making}.zip`, zip);
    }
    await rmdir(target).catch(() => undefined);
    await rename(making, target);
  } catch (cause) {
    for (const half of [making, `${making}.zip`]) {
      await rm(half, { recursive: true, force: true }).catch(() => undefined);
    }
    throw cause instanceof Error && 'code' in cause ? cannotWrite(options.output, cause) : cause;
  }
  await print(summarize(packed, options, target, zip));
  return codeFor(assessment.problems, failOn);
}

async function refuseFilled(target: string, zip: string | null): Promise<void> {
  const entries = await readdir(target).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw new UserError(`"${clean(target)}" bukan folder. Sebut folder lain dengan -o.`, { cause });
  });
  const inTheWay = entries.length > 0 ? target : zip !== null && (await exists(zip)) ? zip : null;
  if (inTheWay !== null) {
    throw new UserError(
      `"${clean(relative('.', inTheWay))}" sudah berisi. Pindahkan dulu, atau sebut nama lain dengan -o.`,
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return (await readdir(dirname(path)).catch(() => [])).some((name) => join(dirname(path), name) === path);
}

/** @returns the files written, relative to the folder */
async function fillFolder(
  folder: string,
  root: string,
  packed: readonly PackedIndicator[],
  texts: ReadonlyMap<string, string>,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const documents = packed.flatMap((one) => one.documents);
  const files: string[] = [];
  const progress = await startProgress();
  try {
    for (const [index, { document, target }] of documents.entries()) {
      if (target === null || document.located.kind !== 'file') continue;
      const { path, sha256 } = document.located.facts;
      progress.onFile(path, index + 1, documents.length);
      await mkdir(dirname(join(folder, target)), { recursive: true });
      await copyDocument(root, path, sha256, join(folder, target));
      files.push(target);
    }
  } finally {
    progress.stop();
  }
  for (const [path, text] of texts) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { flag: 'wx' });
    files.push(path);
  }
  return files.sort();
}

function summarize(
  packed: readonly PackedIndicator[],
  options: PackageOptions,
  target: string,
  zip: string,
): string {
  const documents = packed.flatMap((one) => one.documents);
  const copied = documents.filter(({ target: place }) => place !== null).length;
  const refused = packed.reduce((sum, { needs }) => sum + needs.documents.length, 0) - documents.length;
  const open = packed.filter((one) => one.open.length > 0).length;
  return [
    `Paket: ${clean(relative('.', target))} – ${copied} berkas, ${documents.length - copied} tautan.`,
    ...(options.zip ? [`Zip:   ${clean(relative('.', zip))}`] : []),
    ...(refused > 0 ? [`${refused} dokumen tidak disertakan karena diragukan; lihat spbe check.`] : []),
    ...(open > 0 ? [`${open} indikator masih kurang bukti; lihat baca-dulu.md di dalam paket.`] : []),
    '',
  ].join('\n');
}
