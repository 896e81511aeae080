import { expect, test } from 'vitest';
import { makeProgram } from '../../src/cli.ts';

const ignore = () => {};
const all = makeProgram(ignore).commands.map((command) => command.name());

test.each(all)('asked for %s, the program has it alone, the same as among all', (name) => {
  const alone = makeProgram(ignore, name);
  expect(alone.commands.map((command) => command.name())).toEqual([name]);
  const among = makeProgram(ignore).commands.find((command) => command.name() === name);
  expect(alone.commands[0]?.helpInformation()).toBe(among?.helpInformation());
});

test.each(['', 'skor', '--help', 'toString', 'help', 'complete'])(
  'asked for "%s", which is none, it has all',
  (word) => {
    expect(makeProgram(ignore, word).commands.map((command) => command.name())).toEqual(all);
  },
);
