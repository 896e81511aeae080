import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { spbe, transcript } from './spbe.ts';

const commands = [
  ...['init', 'check', 'score', 'evidence', 'package', 'draft', 'gap', 'simulate', 'sensitivity'],
  ...['merge', 'status', 'send-back', 'update', 'report'],
  ...['external', 'external import', 'stages', 'optimism', 'history', 'diff', 'verify'],
];

test.each(commands)('help of %s', async (command) => {
  await expect(await transcript([[...command.split(' '), '--help']])).toMatchFileSnapshot(
    `transcripts/help-${command.replace(' ', '-')}.md`,
  );
});

test('help', async () => {
  await expect(await transcript([['--help']])).toMatchFileSnapshot('transcripts/help.md');
});

test('help of a command by name is its help', async () => {
  expect(await spbe(['help', 'gap'])).toEqual(await spbe(['gap', '--help']));
});

test('no command: the help, and exit code 2', async () => {
  const { stdout, stderr, code } = await spbe([]);
  expect(stdout + stderr).toBe((await spbe(['--help'])).stdout);
  expect(code).toBe(2);
});

test.each(['--version', '-v'])('%s is that of package.json', async (option) => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(await spbe([option])).toEqual({ stdout: `${manifest.version}\n`, stderr: '', code: 0 });
});

test('the help speaks Bahasa Indonesia only', async () => {
  const all = [[], ...commands.map((command) => command.split(' '))].map((command) =>
    spbe([...command, '--help']),
  );
  for (const { stdout } of await Promise.all(all)) {
    expect(stdout).not.toMatch(/\b(usage|options|arguments|commands|default|display|help for|choices)\b/i);
  }
});
