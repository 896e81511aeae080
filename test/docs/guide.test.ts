import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { follow, type Ran, readGuide } from '../../fixtures/panduan/follow.js';

/* docs/panduan.md, followed word by word in a fresh folder: what it shows is what the program prints. */

const guide = readFileSync(new URL('../../docs/panduan.md', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'spbe-panduan-'));
let all: readonly Ran[];

beforeAll(async () => {
  all = await follow(readGuide(guide), folder);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the guide', () => {
  test('shows only commands that can be done', () => {
    expect(all.filter(({ code }) => code !== 0 && code !== 1).map(describeRun)).toEqual([]);
    expect(all.length).toBeGreaterThan(20);
  });

  test('shows what the program prints', () => {
    const stale = all.filter(({ shown, output }) => shown !== null && !matches(shown, output));
    expect(stale.map(describeRun)).toEqual([]);
    expect(all.filter(({ shown }) => shown !== null).length).toBeGreaterThan(15);
  });

  test('names only pictures that are there', () => {
    const pictures = [...guide.matchAll(/!\[([^\]]+)\]\((pictures\/[^)]+)\)/g)];
    expect(pictures.length).toBeGreaterThan(3);
    for (const [, , path = ''] of pictures) {
      const bytes = readFileSync(new URL(`../../docs/${path}`, import.meta.url));
      expect([path, bytes.subarray(1, 4).toString(), bytes.length < 150_000]).toEqual([path, 'PNG', true]);
    }
  });

  test('speaks of options and commands in tables and sentences that exist', () => {
    const named = new Set([...guide.matchAll(/`spbe (?:help )?([a-z-]+)/g)].map(([, name]) => name));
    const help = readFileSync(new URL('../cli/transcripts/help.md', import.meta.url), 'utf8');
    expect([...named].filter((name) => !help.includes(`\n  ${name} `))).toEqual([]);
  });
});

/**
 * Whether the output is what is shown, where a line `…` stands for any lines, and one that ends with … for any end.
 */
function matches(shown: string, output: string): boolean {
  const pattern = shown
    .trimEnd()
    .split('\n')
    .map((line) => {
      if (line === '…') return '(?:.*\n)*?';
      const isOpen = line.endsWith('…');
      return `${literally(isOpen ? line.slice(0, -1) : line)}${isOpen ? '.*' : '[ ]*'}\n`;
    })
    .join('');
  return new RegExp(`^${pattern}\\s*$`).test(output);
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function describeRun({ line, command, code, output }: Ran): string {
  return `Line ${line}: ${command}, exit code ${code}, printed:\n${output}`;
}
