import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseData } from '../../src/instrument/parse-data.ts';
import { UserError } from '../../src/problem.ts';

const schema = z.strictObject({ terms: z.array(z.object({ name: z.string() })) });

test('a data file is read with or without a byte order mark', () => {
  const text = '{ "terms": [{ "name": "OPD" }] }';
  expect(parseData(schema, text, 'istilah.json')).toEqual({ terms: [{ name: 'OPD' }] });
  expect(parseData(schema, `\ufeff${text}`, 'istilah.json')).toEqual({ terms: [{ name: 'OPD' }] });
});

test('everything that is wrong with one is named at once, with its place', () => {
  const text = '{ "terms": [{ "name": "OPD" }, { "name": 1 }, {}] }';
  const read = () => parseData(schema, text, 'istilah.json');
  expect(read).toThrow(UserError);
  expect(read).toThrow(
    /^Berkas istilah\.json tidak dapat dipakai:\n {2}terms\[1\]\.name: .*\n {2}terms\[2\]\.name: .*$/,
  );
});

test('one that is no JSON is called so', () => {
  expect(() => parseData(schema, 'terms:', 'istilah.json')).toThrow(
    /^Berkas istilah\.json bukan JSON yang sah: /,
  );
});
