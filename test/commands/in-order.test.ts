import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder } from '../../src/commands/in-order.ts';

it('gives the results in the order of the items, and begins no more than it may', async () => {
  const delays = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(delays, fc.integer({ min: 1, max: 6 }), async (items, ahead) => {
      let running = 0;
      let most = 0;
      const run = async (delay: number) => {
        most = Math.max(most, ++running);
        for (let turn = 0; turn < delay; turn++) await Promise.resolve();
        running--;
        return delay;
      };
      const results: number[] = [];
      for await (const one of inOrder(items, ahead, run)) results.push(one);
      expect(results).toEqual(items);
      expect(most).toBeLessThanOrEqual(ahead);
    }),
  );
});

it('begins nothing further while nobody takes the results', async () => {
  let begun = 0;
  const results = inOrder(Array(100).keys(), 3, async (item) => {
    begun++;
    return item;
  });
  await results.next();
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toBe(3);
});

it('throws what one of them throws when its turn comes', async () => {
  const results = inOrder(['a', 'b', 'c'], 3, async (item) => {
    if (item === 'b') throw new Error('b');
    return item;
  });
  expect((await results.next()).value).toBe('a');
  await expect(results.next()).rejects.toThrow('b');
});
