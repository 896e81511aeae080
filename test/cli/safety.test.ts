import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { fillIn, load, makeWorkbook, save, sheetOf } from '../workbook/make-workbook.ts';
import { makeFolder, plainEnvironment, spbe } from './spbe.ts';

const isWindows = process.platform === 'win32';
/** A terminal would obey the first, turn the text around at the second, and not show the third. */
const evil = '\x1b[2J\x9b31m\u202egnp.\u2066\u200b';
/** Whatever a terminal obeys instead of showing; line breaks of the layout are fine. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const unseen = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

describe.skipIf(isWindows)('escape sequences and changes of direction never reach the terminal', () => {
  const folder = async () => {
    const book = await load(await makeWorkbook(['1', '2']));
    // exceljs writes no control characters; Excel's own escape for them is decoded by every reader.
    const hidden = evil.replace(
      /\p{Cc}/gu,
      (sign) => `_x00${sign.charCodeAt(0).toString(16).padStart(2, '0')}_`,
    );
    fillIn(book, {
      answers: { 1: [`3${hidden}`, `Fakta${hidden}`], 2: [3] },
      documents: [[`9${hidden}`, 3, `SK${hidden}`]],
    });
    sheetOf(book, 'Penilaian').name = `Penilaian${evil.replace(/[\p{Cc}[\]]/gu, '')}`;
    return makeFolder({
      [`kiriman/a${evil}.xlsx`]: await save(book),
      [`kiriman/rusak${evil}.xlsx`]: 'PK\x03\x04',
      [`b${evil}.csv`]: `indikator,tingkat,catatan\n1,3${evil},x${evil}\n"99${evil}",3,x${evil}\n`,
      'proyek/spbe.yaml': [
        'formatVersion: 1',
        'region: "Kabupaten \\e[31m\\u202Econtoh\\x9b"',
        'kind: kabupaten',
        'year: 2025',
        'instrument: permenpanrb-59-2020',
        'opd: [{ code: a, name: "A\\e[31m\\u202E", indicators: [1] }]',
      ].join('\n'),
      'rusak/spbe.yaml': `"kunci\\e[31m\\u202E": 1\n`,
    });
  };

  test.each(['table', 'json', 'csv', 'md'])('in a report as %s', async (format) => {
    const cwd = await folder();
    const paths = ['kiriman', `b${evil}.csv`];
    const all = paths.map((path) => spbe(['check', path, '--format', format], { cwd }));
    for (const { stdout, stderr } of await Promise.all(all)) {
      expect(stdout).not.toMatch(unseen);
      expect(stdout.length).toBeGreaterThan(200);
      expect(stderr).toBe('');
    }
  });

  test('in a score, a plan and a new project', async () => {
    const cwd = await folder();
    const made = await spbe(['init', 'proyek'], { cwd });
    const commands = [
      ['score', 'proyek'],
      ['gap', 'proyek', '--target', '1.001', '--format', 'json'],
      ['score', `b${evil}.csv`, '--format', 'csv'],
    ];
    const all = await Promise.all(commands.map((args) => spbe(args, { cwd })));
    for (const { stdout, stderr, code } of [made, ...all]) {
      expect(stdout).not.toMatch(unseen);
      expect([stderr, code < 2]).toEqual(['', true]);
    }
  });

  test('in a message', async () => {
    const cwd = await folder();
    const commands = [
      ['--debug', 'score', `tidak-ada${evil}`],
      [`perintah${evil}`],
      ['score', `b${evil}.csv`, '--format', evil],
      ['gap', `b${evil}.csv`, '--target', evil],
      ['score', 'rusak'],
      ['score', `kiriman/rusak${evil}.xlsx`],
    ];
    for (const { stdout, stderr, code } of await Promise.all(commands.map((args) => spbe(args, { cwd })))) {
      expect(stderr).not.toMatch(unseen);
      expect([stdout, stderr.length > 10, code]).toEqual(['', true, 2]);
    }
  });
});

test('json keeps the true names all the same, written as escapes', async () => {
  const name = isWindows ? 'a.csv' : `b${evil}.csv`;
  const cwd = await makeFolder({ [name]: 'indikator,tingkat\n1,9\n' });
  const { stdout } = await spbe(['check', name, '--format', 'json'], { cwd });
  expect(JSON.parse(stdout).files).toEqual([name]);
});

describe.skipIf(isWindows)('a reader that has seen enough', () => {
  const bin = fileURLToPath(new URL('../../bin/spbe.js', import.meta.url));
  const levels = fileURLToPath(
    new URL('../../fixtures/kota-bandar-lampung-2024/levels.csv', import.meta.url),
  );

  test.each(['head -1', 'true'])('spbe score | %s: no complaint', async (reader) => {
    const line = `("${process.execPath}" "${bin}" score "${levels}" --format json; echo "code $?" >&2) | ${reader}`;
    const { stderr } = await promisify(execFile)('sh', ['-c', line], { env: plainEnvironment });
    expect(stderr).toBe('code 0\n');
  });
});
