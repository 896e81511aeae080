import { expect, test } from 'vitest';
import type { ReportDocument } from '../../../src/contract/report.ts';
import { forLeaders, forOpd } from '../../../src/reporters/full-report/narrow.ts';
import { consentDocx } from '../../../src/word/letters/consent-docx.ts';
import { memoDocx } from '../../../src/word/letters/memo-docx.ts';
import { minutesDocx } from '../../../src/word/letters/minutes-docx.ts';
import { reportDocx } from '../../../src/word/report/report-docx.ts';
import { docxText } from './docx-text.ts';
import { bandarLampung, fullDocument, mojokerto } from './report-documents.ts';

async function ownOf(document: Promise<ReportDocument>): Promise<ReportDocument> {
  const own = forOpd(await document, 'dinas-a');
  if (own === null) throw new Error('The document has that OPD');
  return own;
}

test.each([
  ['bandar-lampung', async () => reportDocx(await bandarLampung())],
  ['mojokerto', async () => reportDocx(await mojokerto())],
  ['complete', async () => reportDocx(await fullDocument())],
  ['leaders', async () => reportDocx(forLeaders(await fullDocument()))],
  ['opd', async () => reportDocx(await ownOf(fullDocument()))],
  ['minutes', async () => minutesDocx(await fullDocument())],
  ['consent', async () => consentDocx(await fullDocument())],
  ['memo', async () => memoDocx(await ownOf(fullDocument()))],
  ['minutes-of-nobody', async () => minutesDocx(await bandarLampung())],
])('%s says what it said', async (name, make) => {
  await expect(docxText(await make())).toMatchFileSnapshot(`golden/docx-${name}.txt`);
});
