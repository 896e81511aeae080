import { afterEach, expect, test, vi } from 'vitest';
import { forOpd } from '../../../src/reporters/full-report/narrow.ts';
import { memoDocx } from '../../../src/word/letters/memo-docx.ts';
import { reportDocx } from '../../../src/word/report/report-docx.ts';
import { fullDocument } from './report-documents.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

test('the same document gives the same bytes, whenever and wherever', async () => {
  const document = await fullDocument();
  const own = forOpd(document, 'dinas-a');
  if (own === null) throw new Error('The document has that OPD');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 22, 1) });
  vi.stubEnv('TZ', 'Asia/Jakarta');
  const before = [await reportDocx(document), await memoDocx(own)];
  vi.setSystemTime(Date.UTC(2027, 5, 1, 23, 59));
  vi.stubEnv('TZ', 'America/New_York');
  expect([await reportDocx(document), await memoDocx(own)]).toEqual(before);
});
