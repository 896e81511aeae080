import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { areSealed, isSealed } from '../../src/instrument/is-sealed.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const place = mkdtempSync(join(tmpdir(), 'spbe-segel-'));
const pack = join(place, 'templates/instruments/permenpanrb-59-2020');
const workbook = join(root, 'fixtures/format-1/kertas-kerja.xlsx');

beforeEach(() => {
  rmSync(place, { recursive: true, force: true });
  for (const part of ['bin', 'dist', 'templates', 'package.json']) {
    cpSync(join(root, part), join(place, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** What the built program says of a workbook, with the packs as they lie in its copy. */
async function score(): Promise<string> {
  const args = [join(place, 'bin/spbe.js'), 'score', workbook, '--fail-on', 'never'];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args).catch((error) => error);
  return stdout + stderr;
}

test('packs as they were built are used without a check', async () => {
  expect(await score()).toContain('PermenPANRB 59/2020');
});

test('an instrument that somebody changed is checked', async () => {
  const file = join(pack, 'instrument.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"name": "Baik"', '"name": ""'));
  expect(await score()).toMatch(
    /instrument\.json tidak dapat dipakai:\n {2}bands\[\d\]\.name: tidak boleh kosong/,
  );
});

test('criteria that somebody changed are checked', async () => {
  const file = join(pack, 'criteria/about.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"rule": "[a-z-]+"/, '"rule": "entah"'));
  expect(await score()).toMatch(/Kriteria di .* tidak dapat dipakai:\n {2}about\.json: coverage\.rule/);
});

test('so are those of which a file is gone', async () => {
  rmSync(join(pack, 'criteria/A1.json'));
  expect(await score()).toMatch(/tidak ada kriteria untuk indikator 1–10/);
});

test('where the sources run as they are nothing is sealed', () => {
  const bytes = readFileSync(join(root, 'templates/instruments/permenpanrb-59-2020/instrument.json'));
  expect(isSealed('templates/instruments/permenpanrb-59-2020/instrument.json', bytes)).toBe(false);
  expect(
    areSealed('templates/instruments/permenpanrb-59-2020/criteria', new Map([['about.json', bytes]])),
  ).toBe(false);
});
