import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { makeFolder } from './spbe.ts';

const yaml = `formatVersion: 1
region: Kabupaten Contoh
kind: kabupaten
year: 2025
instrument: permenpanrb-59-2020
target: 2.5
opd:
  - {code: kominfo, name: Dinas Komunikasi dan Informatika, indicators: [1, 12, 16]}
  - {code: bappeda, name: Badan Perencanaan, indicators: [11, 12]}
`;

/** A project of two OPD that answer indicator 12 differently; one has a document, one has left a blank. */
export async function twoOffices(): Promise<string> {
  const book = async (code: string, name: string, answers: Record<string, [number, string] | []>) => {
    const one = await load(await makeWorkbook(Object.keys(answers), { opd: { code, name } }));
    const first = Object.keys(answers)[0] ?? '';
    fillIn(one, { answers, documents: [[first, 2, `Surat Keputusan ${name}`]] });
    return save(one);
  };
  return makeFolder({
    'spbe.yaml': yaml,
    'kertas-kerja/kominfo.xlsx': await book('kominfo', 'Dinas Komunikasi dan Informatika', {
      1: [3, 'Fakta Kominfo.'],
      12: [2, 'Menurut Kominfo.'],
      16: [],
    }),
    'kertas-kerja/bappeda.xlsx': await book('bappeda', 'Badan Perencanaan', {
      11: [2, 'Fakta Bappeda.'],
      12: [4, 'Menurut Bappeda.'],
    }),
  });
}
