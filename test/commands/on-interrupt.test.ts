import { afterEach, expect, test, vi } from 'vitest';
import { onInterrupt } from '../../src/commands/on-interrupt.ts';

afterEach(() => vi.restoreAllMocks());

test('the first Ctrl-C does what was asked, the second ends the program', () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation((() => {}) as typeof process.exit);
  const act = vi.fn();
  const before = process.listenerCount('SIGINT');
  const stop = onInterrupt(act);
  // Asked for within another, nothing changes.
  onInterrupt(() => expect.unreachable())();
  process.emit('SIGINT');
  expect([act.mock.calls.length, exit.mock.calls.length]).toEqual([1, 0]);
  // Packages that end the program on Ctrl-C do so where nobody else listens, after the first time, too.
  expect(process.listenerCount('SIGINT')).toBe(before + 1);
  process.emit('SIGINT');
  expect(exit).toHaveBeenCalledWith(130);
  stop();
  expect(process.listenerCount('SIGINT')).toBe(before);
});
