import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { EvidenceLocation, FileFacts, Located } from '../../src/assessment/facts.ts';
import { type EvidenceSearch, findEvidence } from '../../src/evidence/find-evidence.ts';

/** A project folder that goes with the test, holding these files (path → content). */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'spbe-bukti-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'bukti'));
  for (const [path, content] of Object.entries(files)) put(root, path, content);
  return root;
}

export function put(root: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

export function row(text: string, rest: Partial<EvidenceLocation> = {}): EvidenceLocation {
  return { text, opd: 'dinkes', indicator: '1', accepted: false, ...rest };
}

/** `findEvidence` with what most tests do not care for. */
export function find(
  root: string | null,
  locations: readonly EvidenceLocation[],
  rest: Partial<EvidenceSearch> = {},
) {
  return findEvidence({ root, folder: 'bukti', locations, today: '2026-11-21', ...rest });
}

export async function locateOne(root: string, text: string, opd: string | null = 'dinkes'): Promise<Located> {
  const { facts } = await find(root, [row(text, { opd })]);
  return facts.located[0] as Located;
}

/** Facts of a file that must be found. */
export async function factsOf(root: string, text: string): Promise<FileFacts> {
  const located = await locateOne(root, text);
  if (located.kind !== 'file') throw new Error(`${text} is ${located.kind}`);
  return located.facts;
}
