import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeShareStrings } from '../../src/commands/share-strings.ts';

it('changes nothing that can be seen', () => {
  const plain = fc.jsonValue({ maxDepth: 4 });
  fc.assert(
    fc.property(plain, plain, (first, second) => {
      const share = makeShareStrings();
      const data = () => ({ first, second, map: new Map([['first', { first }]]) });
      expect(share(structuredClone(data()))).toEqual(data());
      expect(share(structuredClone(data()))).toEqual(data());
    }),
  );
});
