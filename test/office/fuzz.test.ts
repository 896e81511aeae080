import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomFrom } from '../../fixtures/hostile/case.js';
import { zip } from '../../fixtures/hostile/zip.js';
import { claimedLevels, mergeSubmissions } from '../../src/assessment/merge.ts';
import { score } from '../../src/assessment/score.ts';
import { reportCheck } from '../../src/reporters/check.ts';
import { render } from '../../src/reporters/index.ts';
import { openBook } from '../../src/workbook/open.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { expectCleanScreen } from '../hostile/disarmed.ts';
import { fillIn, instrument, load, makeWorkbook, save } from '../workbook/make-workbook.ts';

const workbooks = 5000;
const chunk = 500;
/** Generous: each takes some 10 ms. */
const mostMilliseconds = 2000;

let parts: Record<string, Uint8Array>;
let workbook: Uint8Array;
beforeAll(async () => {
  const filled = await load(await makeWorkbook(['1', '2', '3']));
  fillIn(filled, {
    answers: { 1: [3, 'Fakta.', 'Analisis.'], 2: ['tiga', 'Fakta.'], 3: [2] },
    documents: [[1, 3, 'Peraturan Bupati', 'SK Tim']],
  });
  workbook = await save(filled);
  parts = unzipSync(workbook);
});

const seen = { read: 0, refused: 0, slowest: 0 };
afterAll(() => {
  process.stderr.write(
    `${workbooks} spoilt workbooks: ${seen.read} read, ${seen.refused} refused; slowest ${seen.slowest.toFixed(0)} ms\n`,
  );
});

/** The whole way of a file, from its bytes to the report. */
function answerTo(bytes: Uint8Array): void {
  const opened = openBook(bytes, 'uji.xlsx');
  if ('unreadable' in opened) {
    expect(opened.unreadable.message).not.toBe('');
    seen.refused++;
    return;
  }
  const { submission, problems } = readWorkbook(opened.book, 'uji.xlsx');
  const assessment = mergeSubmissions(
    submission === null ? [] : [submission],
    instrument,
    { region: null, year: null },
    null,
  );
  score(instrument, claimedLevels(assessment.answers), assessment.year ?? undefined);
  const report = reportCheck({ ...assessment, problems: [...problems, ...assessment.problems] });
  expectCleanScreen(render(report, 'table', { width: 100, colour: false }));
  seen.read++;
}

/** Flips, inserts, cuts out, repeats; a few times over. */
function spoil(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  let spoilt = Buffer.from(bytes);
  for (let left = 1 + random(6); left > 0; left--) {
    const at = random(spoilt.length + 1);
    const some = 1 + random(random(8) === 0 ? 4000 : 8);
    const changes = [
      () => {
        if (at < spoilt.length) spoilt[at] = (spoilt[at] ?? 0) ^ (1 << random(8));
      },
      () => {
        spoilt = Buffer.concat([
          spoilt.subarray(0, at),
          Buffer.from(Array.from({ length: Math.min(some, 20) }, () => random(256))),
          spoilt.subarray(at),
        ]);
      },
      () => {
        spoilt = Buffer.concat([spoilt.subarray(0, at), spoilt.subarray(at + some)]);
      },
      () => {
        spoilt = Buffer.concat([spoilt.subarray(0, at + some), spoilt.subarray(at)]);
      },
      () => {
        if (at < spoilt.length) spoilt[at] = '0123456789<>"&/=-_ \0'.charCodeAt(random(20));
      },
    ];
    changes[random(changes.length)]?.();
  }
  return spoilt;
}

const oddValues = [
  ...['', '0', '-1', '3', '7', '1e999', '99999999999999999999', 'NaN', 'A1', 'XFD1048576', 's', 'inlineStr'],
  ...[
    '../../..',
    '__proto__',
    'constructor',
    '_spbe.answers.level',
    '_spbe.meta.value',
    '_x001B_[2J',
    '\u202e',
  ],
  ...['=1+1', ' '.repeat(5000), 'formatVersion', 'permenpanrb-8-2026', 'worksheet', 'rId1', 'hidden'],
];

/** Exchanges texts and values of attributes: the XML stays well-formed, so all that follows it is tried. */
function exchange(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const pattern = /"[^"]*"|(?<=>)[^<>]+(?=<)/g;
  const xml = Buffer.from(bytes).toString();
  const count = xml.match(pattern)?.length ?? 0;
  const chosen = new Set(Array.from({ length: 1 + random(6) }, () => random(Math.max(count, 1))));
  let at = 0;
  const changed = xml.replace(pattern, (old) => {
    if (!chosen.has(at++)) return old;
    const value = oddValues[random(oddValues.length)] ?? '';
    return old.startsWith('"') ? `"${value}"` : value;
  });
  return Buffer.from(changed);
}

/** Spoilt as a file is on its way, or within one part, where no checksum gives it away. */
function spoiltWorkbook(random: (below: number) => number): Uint8Array {
  const way = random(3);
  if (way === 0) return spoil(workbook, random);
  const names = Object.keys(parts).filter((name) => !name.endsWith('/'));
  const chosen = names[random(names.length)] ?? '';
  const change = way === 1 ? spoil : exchange;
  return zip(
    names.map((name) => {
      const data = parts[name] ?? new Uint8Array();
      return { name, method: 0, data: name === chosen ? change(data, random) : data };
    }),
  );
}

test.each(Array.from({ length: workbooks / chunk }, (_, index) => [index]))(
  'spoilt workbooks, part %i: each has an answer, soon',
  (part) => {
    const random = randomFrom(1000 + part);
    for (let number = 0; number < chunk; number++) {
      const bytes = spoiltWorkbook(random);
      const start = performance.now();
      try {
        answerTo(bytes);
      } catch (cause) {
        throw new Error(`Part ${part}, workbook ${number}`, { cause });
      }
      const taken = performance.now() - start;
      seen.slowest = Math.max(seen.slowest, taken);
      expect(taken, `Part ${part}, workbook ${number}`).toBeLessThan(mostMilliseconds);
    }
  },
);
