import { expect, test } from 'vitest';
import { mergeSubmissions } from '../../src/assessment/merge.ts';
import type { Problem } from '../../src/problem.ts';
import { markWorkbook } from '../../src/workbook/mark.ts';
import { repairSheet } from '../../src/workbook/marked-cell.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { partsOf } from '../office/parts.ts';
import { fillIn, instrument, load, makeWorkbook, save, sheetOf } from './make-workbook.ts';
import { opened } from './opened.ts';

async function faulty(): Promise<Uint8Array> {
  const workbook = await load(await makeWorkbook(['3', '12', '47']));
  fillIn(workbook, {
    answers: { 3: ['tujuh'], 12: [3, 'Fakta.'], 47: [1] },
    documents: [[99, 3, '=SUM(A1)']],
  });
  return save(workbook);
}

function problemsOf(bytes: Uint8Array): readonly Problem[] {
  const { submission, problems } = readWorkbook(opened(bytes), 'dinas.xlsx');
  if (submission === null) throw new Error('No workbook');
  const merged = mergeSubmissions([submission], instrument, { region: null, year: null }, null);
  return [...problems, ...merged.problems];
}

test('colours every faulty cell and says why in its comment', async () => {
  const bytes = await faulty();
  const problems = problemsOf(bytes);
  expect(problems.length).toBeGreaterThan(1);
  const copy = await load(await markWorkbook(bytes, problems));
  for (const { at, message, severity } of problems) {
    const cell = sheetOf(copy, at.sheet ?? '').getCell(at.address ?? '');
    const note =
      typeof cell.note === 'string' ? cell.note : cell.note?.texts?.map(({ text }) => text).join('');
    expect(note).toContain(message);
    const colour = severity === 'error' ? 'FFF8C9C4' : 'FFFFE29A';
    expect(cell.fill).toMatchObject({ type: 'pattern', pattern: 'solid', fgColor: { argb: colour } });
  }
});

test('colours no other cell', async () => {
  const bytes = await faulty();
  const problems = problemsOf(bytes);
  const [before, after] = [await load(bytes), await load(await markWorkbook(bytes, problems))];
  const named = new Set(problems.map(({ at }) => `${at.sheet}!${at.address}`));
  const changed = before.worksheets.flatMap((sheet) => {
    const found: string[] = [];
    sheet.eachRow({ includeEmpty: true }, (row) =>
      row.eachCell({ includeEmpty: true }, ({ address, fill }) => {
        const now = sheetOf(after, sheet.name).getCell(address).fill;
        if (JSON.stringify(now) !== JSON.stringify(fill)) found.push(`${sheet.name}!${address}`);
      }),
    );
    return found;
  });
  expect(changed.filter((place) => !named.has(place))).toEqual([]);
  expect(changed).not.toEqual([]);
});

test('lists them on a first sheet, with links to the cells', async () => {
  const bytes = await faulty();
  const problems = problemsOf(bytes);
  const copy = await load(await markWorkbook(bytes, problems));
  const list = copy.worksheets.toSorted((a, b) => orderOf(a) - orderOf(b))[0];
  expect(list?.name).toBe(repairSheet);
  problems.forEach(({ at, message }, index) => {
    expect(list?.getCell(6 + index, 4).text).toBe(message);
    expect(list?.getCell(6 + index, 2).text).toBe(`${at.sheet}!${at.address}`);
  });
});

test('what is wrong with the whole file, or at a place that is not there, is only listed', async () => {
  const bytes = await faulty();
  const whole = { code: 'x', severity: 'info', message: 'Seluruhnya.', details: {} } as const;
  const problems = [
    { ...whole, at: { file: 'dinas.xlsx' } },
    { ...whole, at: { file: 'dinas.xlsx', sheet: 'Bukti' } },
    { ...whole, at: { file: 'dinas.xlsx', sheet: 'Hilang', address: 'A1' } },
    { ...whole, at: { file: 'dinas.xlsx', sheet: 'Bukti', address: 'bukan sel' } },
  ];
  const copy = await load(await markWorkbook(bytes, problems));
  const list = sheetOf(copy, repairSheet);
  const places = problems.map((_, index) => list.getCell(6 + index, 2).value);
  expect(places).toEqual(['seluruh berkas', 'Bukti', 'Hilang!A1', 'Bukti!bukan sel']);
  expect(list.getCell(6, 3).value).toBe('Catatan');
});

test('what stands in the comment of a cell stays, and nothing twice', async () => {
  const workbook = await load(await faulty());
  const cell = sheetOf(workbook, 'Penilaian').getCell('J6');
  cell.note = 'Tanya Pak Budi.';
  sheetOf(workbook, 'Penilaian').getCell('J7').note = { texts: [{ text: 'Lihat ' }, { text: 'berkas.' }] };
  const bytes = await save(workbook);
  const at = (address: string) => ({ file: 'dinas.xlsx', sheet: 'Penilaian', address });
  const one = { code: 'x', severity: 'error', message: 'Terlalu pendek.', details: {} } as const;
  const problems = [
    { ...one, at: at('J6') },
    { ...one, at: at('J6') },
    { ...one, at: at('J7') },
  ];
  const copy = await load(await markWorkbook(bytes, problems));
  const noteOf = (address: string) => {
    const { note } = sheetOf(copy, 'Penilaian').getCell(address);
    return typeof note === 'string' ? note : note?.texts?.map(({ text }) => text).join('');
  };
  expect(noteOf('J6')).toBe('Tanya Pak Budi.\n\nTerlalu pendek.');
  expect(noteOf('J7')).toBe('Lihat berkas.\n\nTerlalu pendek.');
  // Marked again: what has been repaired is gone, what an officer wrote is not.
  const again = await load(
    await markWorkbook(await save(copy), [{ ...one, message: 'Salah ketik.', at: at('J6') }]),
  );
  expect(sheetOf(again, 'Penilaian').getCell('J6').note).toBe('Tanya Pak Budi.\n\nSalah ketik.');
});

test('a cell repaired since has its colour and its comment back; what an officer coloured stays', async () => {
  const bytes = await faulty();
  const at = (address: string) => ({ file: 'dinas.xlsx', sheet: 'Penilaian', address });
  const one = { code: 'x', details: {} } as const;
  const first = [
    { ...one, severity: 'error', message: 'Salah.', at: at('J6') },
    { ...one, severity: 'warning', message: 'Ragu.', at: at('J6') },
    { ...one, severity: 'error', message: 'Salah.', at: at('J7') },
    { ...one, severity: 'error', message: 'Salah.', at: at('A1') },
    { ...one, severity: 'error', message: 'Salah.', at: at('J8') },
  ] as const;
  const copy = await load(await markWorkbook(bytes, first));
  const sheet = sheetOf(copy, 'Penilaian');
  const mine = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF00FF00' } } as const;
  sheet.getCell('J7').style = { ...sheet.getCell('J7').style, fill: mine };
  sheet.getCell('J7').note = 'Sudah saya perbaiki.\n\nSalah.';
  const again = await load(await markWorkbook(await save(copy), first.slice(4)));
  const [before, after] = [await load(bytes), again].map((book) => sheetOf(book, 'Penilaian'));
  for (const address of ['J6', 'A1']) {
    expect(after?.getCell(address).fill).toEqual(before?.getCell(address).fill);
    expect(after?.getCell(address).note).toBeUndefined();
  }
  expect(after?.getCell('J7').fill).toMatchObject(mine);
  expect(after?.getCell('J7').note).toBe('Sudah saya perbaiki.');
  expect(after?.getCell('J8').fill).toMatchObject({ fgColor: { argb: 'FFF8C9C4' } });
  // And once more: what the cell was before the first marking is not forgotten.
  const last = await load(await markWorkbook(await save(again), []));
  expect(sheetOf(last, 'Penilaian').getCell('J8').fill).toEqual(before?.getCell('J8').fill);
  expect(await answersOf(await save(last))).toEqual(await answersOf(bytes));
});

test('nothing but a colour is taken from the list of a marked copy', async () => {
  const at = { file: 'dinas.xlsx', sheet: 'Penilaian', address: 'J6' };
  const one = { code: 'x', details: {}, severity: 'error', message: 'Salah.', at } as const;
  const copy = await load(await markWorkbook(await faulty(), [one]));
  sheetOf(copy, repairSheet).getCell('F6').value = '"/><script>';
  sheetOf(copy, repairSheet).getCell('B7').value = 'tanpa tempat';
  sheetOf(copy, repairSheet).getCell('B8').value = 'Hilang!A1';
  const again = await load(await markWorkbook(await save(copy), []));
  expect(sheetOf(again, 'Penilaian').getCell('J6').fill).toMatchObject({ fgColor: { argb: 'FFF8C9C4' } });
});

test('its links lead to cells of the same file, not outside', async () => {
  const bytes = await faulty();
  const problems = problemsOf(bytes);
  const parts = partsOf(await markWorkbook(bytes, problems));
  const [path = '', text = ''] = [...parts].find(([, one]) => one.includes('<hyperlinks>')) ?? [];
  const links = [...text.matchAll(/<hyperlink ref="(\w+)" location="([^"]*)"\/>/g)].map(([, ref, to]) => [
    ref,
    to,
  ]);
  expect(links).toEqual(
    problems.map(({ at }, index) => [`B${6 + index}`, `&apos;${at.sheet}&apos;!${at.address}`]),
  );
  expect(parts.get(`${path.replace('worksheets/', 'worksheets/_rels/')}.rels`)).not.toContain('External');
});

test('leaves the answers as they are: the copy has the same problems at the same places', async () => {
  const bytes = await faulty();
  const problems = problemsOf(bytes);
  expect(problemsOf(await markWorkbook(bytes, problems))).toEqual(problems);
});

test('a marked copy can be repaired, read and marked again', async () => {
  const bytes = await faulty();
  const copy = await load(await markWorkbook(bytes, problemsOf(bytes)));
  const level = problemsOf(bytes).find(({ code }) => code === 'level-invalid');
  sheetOf(copy, 'Penilaian').getCell(level?.at.address ?? '').value = 1;
  const repaired = await save(copy);
  const left = problemsOf(repaired);
  expect(left.map(({ code }) => code)).not.toContain('level-invalid');
  const again = await load(await markWorkbook(repaired, left));
  expect(again.worksheets.filter(({ name }) => name.startsWith(repairSheet))).toHaveLength(1);
});

test('does not run what officers typed: a formula-like title stays text', async () => {
  const bytes = await faulty();
  const copy = await load(await markWorkbook(bytes, problemsOf(bytes)));
  const titles = sheetOf(copy, 'Bukti')
    .getColumn(4)
    .values.filter((value) => value === '=SUM(A1)');
  expect(titles).toHaveLength(1);
});

function answersOf(bytes: Uint8Array) {
  return readWorkbook(opened(bytes), 'dinas.xlsx').submission?.answers;
}

function orderOf(sheet: object): number {
  return (sheet as { orderNo: number }).orderNo;
}
