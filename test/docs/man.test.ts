import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeProgram } from '../../src/cli.ts';
import { manPage } from './man-page.ts';

const place = fileURLToPath(new URL('../../docs/spbe.1', import.meta.url));

test('docs/spbe.1 is generated from the commands', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  await expect(
    manPage(
      makeProgram(() => {}),
      version,
    ),
  ).toMatchFileSnapshot(place);
});

test('every command stands in it', () => {
  const page = readFileSync(place, 'utf8');
  for (const { name } of makeProgram(() => {}).commands.map((command) => ({ name: command.name() }))) {
    expect(page).toContain(`.SS ${name.replaceAll('-', '\\-')}`);
  }
});
