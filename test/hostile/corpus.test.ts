import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe as describeAnywhere, expect, test } from 'vitest';
import { hostileCases, placeCase } from '../../fixtures/hostile/make.js';
import { makeWorkbook } from '../workbook/make-workbook.ts';
import { type Outcome, runSpbe } from './child.ts';
import { expectCleanScreen, expectDisarmed, type Shown, shown } from './disarmed.ts';

/** Named pipes, links and such names are not to be had there. */
const isWindows = process.platform === 'win32';
const describe = describeAnywhere.skipIf(isWindows);

type Case = ReturnType<typeof hostileCases>[number];

/**
 * Seconds of the processor, so that a busy machine fails nothing: 2, or where the machine is a slow one so many times what an
 * ordinary workbook takes.
 */
const most = { seconds: 2, timesUsual: 8 };
/** For all that lie together, some two hundred. */
const timesTogether = 3;
const mostMemory = 300;

const ordinary = await makeWorkbook(Array.from({ length: 47 }, (_, index) => String(index + 1)));
const cases = hostileCases(ordinary);
const alone = cases.filter((one) => one.alone);
const together = cases.filter((one) => !one.alone);

let root: string;
const outcomes = new Map<string, Outcome & { readonly written: readonly string[] }>();
let batch: { paths: string[]; box: string; before: string[] };
let reports: ReadonlyMap<Shown, Outcome>;
let mostSeconds: number;

beforeAll(async () => {
  if (isWindows) return;
  root = mkdtempSync(join(tmpdir(), 'spbe-jahat-'));
  const box = join(root, 'kotak');
  await mkdir(box);
  const folder = join(root, 'bersama');
  const paths = together.map((one) => placeCase(one, folder));
  batch = { paths, box, before: listing(folder) };
  const plain = join(root, 'biasa.xlsx');
  await writeFile(plain, ordinary);
  const usual = await runSpbe(['check', plain], box);
  await rm(plain);
  mostSeconds = Math.max(most.seconds, most.timesUsual * usual.cpu);
  const queue = alone.map((one, index) => ({ one, index }));
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await runAlone(next.one, next.index);
  };
  await Promise.all(Array.from({ length: Math.max(2, Math.min(4, availableParallelism())) }, work));
  // A core that two share counts more seconds for each: what took too long is tried once more, with nothing beside it.
  for (const [index, one] of alone.entries()) {
    if ((outcomes.get(one.name)?.cpu ?? 0) >= mostSeconds) await runAlone(one, index);
  }
  const checks = shown.map(async (format) => {
    return [format, await runSpbe(['check', ...paths, '--format', format], box)] as const;
  });
  reports = new Map(await Promise.all(checks));
}, 300_000);

afterAll(() => {
  if (isWindows) return;
  rmSync(root, { recursive: true, force: true });
  const all = [...outcomes, ...[...reports].map(([format, outcome]) => [`all, ${format}`, outcome] as const)];
  const slowest = all.toSorted((a, b) => b[1].cpu - a[1].cpu)[0];
  const largest = all.toSorted((a, b) => b[1].memory - a[1].memory)[0];
  process.stderr.write(
    `${cases.length} hostile cases; slowest: ${slowest?.[0]}, ${slowest?.[1].cpu.toFixed(1)} s of processor; most memory: ${largest?.[0]}, ${largest?.[1].memory.toFixed(0)} MB\n`,
  );
});

/** In a place of its own, which is gone afterwards. */
async function runAlone(one: Case, index: number): Promise<void> {
  const home = join(root, String(index));
  const box = join(home, 'kotak');
  const path = placeCase(one, join(home, 'dari-wa'));
  await mkdir(box);
  const before = listing(home);
  const outcome = await runSpbe(one.args?.(path) ?? ['check', path, '--format', format(index)], box);
  const after = listing(home);
  outcomes.set(one.name, { ...outcome, written: after.filter((line) => !before.includes(line)) });
  await rm(home, { recursive: true, force: true });
}

/** Each format takes its turn. */
function format(index: number): Shown {
  return shown[index % shown.length] ?? 'table';
}

/** Every file with its size and times; links are not followed. */
function listing(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return paths.toSorted().map((path) => {
    const { size, mtimeMs, mode } = lstatSync(path);
    return [path, size, mtimeMs, mode].join(' ');
  });
}

function expectModest({ exit, cpu, memory }: Outcome, times = 1): void {
  expect(exit).not.toBeNull();
  expect(cpu).toBeLessThan(times * mostSeconds);
  expect(memory).toBeLessThan(mostMemory);
}

/** One line, as a message is before it is wrapped. */
function unwrapped(text: string): string {
  return text
    .replaceAll('""', '"')
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/\s+/g, ' ');
}

test('there are enough of them, each with its own name', () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  expect(cases.length).toBeGreaterThan(200);
});

describe('alone', () => {
  test.each(alone.map((one, index) => [one.name, one, index] as const))('%s', (name, one, index) => {
    const outcome = outcomes.get(name);
    if (outcome === undefined) throw new Error('Not run');
    const { exit, stdout, stderr, written } = outcome;
    expectModest(outcome);
    expect(exit).toBe(one.exit);
    expect(unwrapped(stdout + stderr)).toContain(one.says ?? '');
    expectCleanScreen(stderr);
    if (exit !== 2 && !one.args) expectDisarmed[format(index)](stdout);
    expect(written).toEqual([]);
  });
});

describe('together', () => {
  test.each(shown)('the report as %s holds nothing that its reader would run', (format) => {
    const report = reports.get(format);
    if (report === undefined) throw new Error('Not run');
    expectModest(report, timesTogether);
    expect(report.exit).toBe(1);
    expect(report.stderr).toBe('');
    expectDisarmed[format](report.stdout);
  });

  test.each(together.map((one) => [one.name, one] as const))('%j', (name, one) => {
    const { problems } = JSON.parse(reports.get('json')?.stdout ?? '');
    const own: { severity: string; message: string; at: { file: string } }[] = problems.filter(
      // Cases that are made of one workbook are versions of it, once they lie together.
      ({ at, code }: { at: { file: string }; code: string }) =>
        at.file === join(root, 'bersama', name) && code !== 'workbook-duplicate',
    );
    expect(own.some(({ severity }) => severity === 'error') ? 1 : 0).toBe(one.exit);
    expect(own.map(({ message }) => message).join('\n')).toContain(one.says ?? '');
  });

  test.each(shown)('the index of the whole folder is told as %s', async (format) => {
    const score = await runSpbe(['score', join(root, 'bersama'), '--format', format], batch.box);
    expectModest(score, timesTogether);
    expect(score.exit).toBe(1);
    expect(score.stderr).toBe('');
    expectDisarmed[format](score.stdout);
  });

  test('a plan is made from what can be read', async () => {
    const gap = await runSpbe(['gap', join(root, 'bersama'), '--target', '2.0'], batch.box);
    expectModest(gap, timesTogether);
    expect(gap.exit).toBe(1);
    expectCleanScreen(gap.stdout + gap.stderr);
  });

  test.each(['terpotong-3-kb.xlsx', 'xml-milyaran-tawa.xlsx', 'a\nSemua berkas sudah benar.\n.xlsx'])(
    'no index is made of %j',
    async (name) => {
      const score = await runSpbe(['score', join(root, 'bersama', name)], batch.box);
      expect(score.exit).toBe(2);
      expect(score.stdout).toBe('');
      expectCleanScreen(score.stderr);
    },
  );

  test('writes nothing anywhere', () => {
    expect(listing(join(root, 'bersama'))).toEqual(batch.before);
    expect(readdirSync(batch.box)).toEqual([]);
    expect(readdirSync(root).toSorted()).toEqual(['bersama', 'kotak']);
  });
});
