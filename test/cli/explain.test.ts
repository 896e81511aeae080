import { expect, test } from 'vitest';
import { explainDocument } from '../../src/contract/explain.ts';
import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { makeFolder, spbe, transcript } from './spbe.ts';

const yaml = `formatVersion: 1
region: Kabupaten Contoh
kind: kabupaten
year: 2025
instrument: permenpanrb-59-2020
opd:
  - {code: diskominfo, name: Dinas Komunikasi dan Informatika, indicators: [12]}
  - {code: bappeda, name: Bappeda, indicators: [12]}
decisions:
  - {indicator: 12, level: 3, reason: sesuai berita acara 7, by: Sekda, date: 2026-05-04}
`;

async function answering(code: string, name: string, level: number): Promise<Uint8Array> {
  const book = await load(await makeWorkbook(['12'], { opd: { code, name } }));
  fillIn(book, { answers: { 12: [level, 'Fakta.'] }, documents: [[12, level, 'Perbup']] });
  return save(book);
}

test('a level that was decided in writing says so, with what the OPD answered', async () => {
  const cwd = await makeFolder({
    'spbe.yaml': yaml,
    'kertas-kerja/bappeda.xlsx': await answering('bappeda', 'Bappeda', 2),
    'kertas-kerja/diskominfo.xlsx': await answering('diskominfo', 'Diskominfo', 4),
  });
  await expect(await transcript([['explain', '12', '--level', '4']], { cwd })).toMatchFileSnapshot(
    'transcripts/explain-decided.md',
  );
  const { stdout } = await spbe(['explain', '12', '--format', 'json'], { cwd });
  expect(explainDocument.parse(JSON.parse(stdout))).toMatchObject({
    standing: {
      level: 3,
      settled: {
        basis: 'decision',
        decision: { level: 3, reason: 'sesuai berita acara 7', by: 'Sekda', date: '2026-05-04' },
        answers: [{ level: 2 }, { level: 4 }],
      },
    },
  });
});
