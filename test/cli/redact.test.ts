import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { answersTable } from '../../src/workbook/layout.ts';
import { headings, load, save, sheetOf } from '../workbook/make-workbook.ts';
import { makeProject, paper } from './evidence-project.ts';
import { plainEnvironment, spbe, transcript } from './spbe.ts';

/** No word of these occurs in anything that the tool says of itself. */
const persons = {
  head: 'Dr. Xanthippe Quillbrand, S.Kom.',
  filler: 'Wolfhard Zyxomma',
  reviewer: 'Hj. Yggdra Fjordmane, M.Si.',
  decider: 'Brunhilde Oxenstierna',
  waiver: 'Thorvald Kierkegard',
};
const words = [
  ...['Xanthippe', 'Quillbrand', 'Wolfhard', 'Zyxomma', 'Yggdra', 'Fjordmane'],
  ...['Brunhilde', 'Oxenstierna', 'Thorvald', 'Kierkegard'],
  // Of an address, and of a folder.
  ...['rahasia.sekali', 'folderpribadi'],
];
const digits = ['198501012010011001', '197203041999032004', '81298765432', '3516010101850001'];
/** Everything that must not be shared, as officers write it into a free text. */
const free = [
  `${persons.filler} (NIP 19850101 201001 1 001), ${persons.waiver}`,
  '0812-9876-5432, +62 812 9876 5432, rahasia.sekali@contoh.go.id',
  'NIK 3516010101850001, C:\\Users\\FolderPribadi\\SK.pdf dan /home/folderpribadi/bukti/SK.pdf',
  `${persons.reviewer} 197203041999032004, ${persons.decider}, Xanthippe Quillbrand`,
].join('. ');

/** A project with these in every field that somebody fills in. */
async function plant(): Promise<string> {
  const { cwd, workbook } = await makeProject(
    {
      answers: {
        1: [`3 ${free}`, free, free, free, 2, free],
        12: [3, `Fakta. ${free}`, free, `Analisis. ${free}`, 2, free],
      },
      documents: [
        [
          12,
          3,
          `Peta Rencana ${free}`,
          free,
          '2024-03-04',
          'Peta Rencana.pdf',
          free,
          free,
          'Ya',
          'Revisi',
          free,
        ],
        [
          12,
          3,
          free,
          '5 Tahun 2024',
          free,
          'C:\\Users\\FolderPribadi\\Bukti\\SK.pdf',
          '',
          '',
          free,
          free,
          free,
        ],
        [free, free, free, free, free, free, free, free, free, free, free],
        [1, 2, free, '', '', '/home/folderpribadi/bukti/SK.pdf'],
      ],
    },
    { 'Peta Rencana.pdf': await paper('KEPUTUSAN BUPATI CONTOH NOMOR 5 TAHUN 2024', persons.filler) },
  );
  const book = await load(await readFile(join(cwd, workbook)));
  const values: Record<string, string> = {
    'Nama kepala OPD': persons.head,
    'Nama pengisi': persons.filler,
    'NIP pengisi': '19850101 201001 1 001',
    'Telepon / WhatsApp pengisi': '0812-9876-5432',
    'Nama pemeriksa (asesor internal)': persons.reviewer,
  };
  sheetOf(book, 'Identitas').eachRow((row) => {
    row.eachCell((cell, column) => {
      const value = values[cell.text];
      if (value !== undefined) row.getCell(column + 1).value = value;
    });
  });
  await writeFile(join(cwd, workbook), await save(book));
  // Another version that disagrees; its name is a person's.
  const own = headings(book, answersTable);
  own.sheet.getCell(own.row + 1, own.column('Tingkat')).value = 4;
  await writeFile(join(cwd, 'kertas-kerja/wolfhard-zyxomma.xlsx'), await save(book));
  await writeFile(join(cwd, 'kertas-kerja/rusak.xlsx'), 'PK\x03\x04');
  const yaml = await readFile(join(cwd, 'spbe.yaml'), 'utf8');
  const waiver = (code: string, indicator: number, reason: string) =>
    `  - {code: ${code}, indicator: ${indicator}, reason: ${JSON.stringify(reason)}, by: ${persons.waiver}, until: 2099-12-31}`;
  await writeFile(
    join(cwd, 'spbe.yaml'),
    [
      yaml,
      'target: 3.5',
      `decisions: [{indicator: 1, level: 3, reason: ${JSON.stringify(free)}, by: ${persons.decider}, date: 2025-05-04}]`,
      'waivers:',
      waiver('evidence-unsigned', 12, `${persons.filler} 0812 9876 5432`),
      waiver('evidence-missing', 1, 'C:\\Users\\FolderPribadi\\SK.pdf'),
      'history:',
      `  - {year: 2024, index: 2.10, kind: final, source: ${JSON.stringify(free.slice(0, 150))}}`,
      '',
    ].join('\n'),
  );
  await writeFile(
    join(cwd, 'hasil.csv'),
    `indikator,nilai,alasan,opd\n1,2,"${free}",dinkom\n12,2,${persons.filler},dinkom\n`,
  );
  for (const line of [
    ['external', 'import', 'hasil.csv', '--stage', 'interviu'],
    ['score', '--record', '--note', free],
    ['score', '--record', '--note', 'telepon 081298765432'],
  ]) {
    const ran = await spbe(line, { cwd });
    expect(ran.code, ran.stderr).toBeLessThan(2);
  }
  return cwd;
}

/** Each secret that a text still holds, whatever stands between its digits. */
function leaks(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const numbers = plain.replace(/\D/g, '');
  return [
    ...words.filter((word) => plain.includes(word.toLowerCase())),
    ...digits.filter((secret) => numbers.includes(secret)),
  ];
}

/** All parts of a package as one text. */
async function partsOf(path: string): Promise<string> {
  const parts = unzipSync(new Uint8Array(await readFile(path)));
  return Object.values(parts)
    .map((bytes) => strFromU8(bytes))
    .join('\n');
}

const reports = [
  ...['check', 'score', 'evidence', 'evidence --missing', 'draft', 'status', 'status --opd dinkom'],
  ...['gap', 'simulate --set 12=4', 'sensitivity', 'stages', 'optimism', 'history', 'trend', 'verify'],
  ...['report', 'report --audience pimpinan', 'report --record terakhir', 'compare', 'doctor'],
  ...['diff terakhir-1 terakhir', 'diff kertas-kerja/wolfhard-zyxomma.xlsx kertas-kerja', 'explain 1'],
];
/** All commands on one project, two programs at a time. */
const patience = { timeout: 600_000 };

interface Shown {
  readonly format: string;
  readonly code: number;
  readonly text: string;
}

/** One command in every format, in one process: what it has read for the first format it knows for the others. */
function inEveryFormat(line: string, cwd: string): Promise<Shown[]> {
  const driver = `
    const { start } = await import(process.argv[1]);
    const [, , line, file] = process.argv;
    const shown = [];
    const write = process.stdout.write.bind(process.stdout);
    for (const format of ['table', 'json', 'csv', 'md', 'xlsx']) {
      let text = '';
      process.stdout.write = process.stderr.write = (chunk) => { text += chunk; return true; };
      const to = format === 'xlsx' ? ['-o', file] : [];
      process.argv = ['node', 'spbe', ...JSON.parse(line), '--redact', '--format', format, ...to];
      await start();
      shown.push({ format, code: process.exitCode, text });
    }
    process.exitCode = 0;
    write(JSON.stringify(shown));`;
  const program = new URL('../../dist/start.js', import.meta.url).href;
  const args = [
    '--input-type=module',
    '-e',
    driver,
    '--',
    program,
    JSON.stringify(line.split(' ')),
    fileOf(line),
  ];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, env: plainEnvironment, maxBuffer: 2 ** 26 }, (error, stdout) =>
      error ? reject(error) : resolve(JSON.parse(stdout)),
    );
  });
}

function fileOf(line: string): string {
  return `${line.replace(/\W+/g, '-')}.xlsx`;
}

test('none of the planted secrets is in any report of any command and format', patience, async () => {
  const cwd = await plant();
  const open = await spbe(['check', '--format', 'json'], { cwd });
  // Else there would be nothing to take out.
  expect(leaks(open.stdout)).toEqual(expect.arrayContaining([...words.slice(0, 4), ...digits.slice(0, 3)]));
  const found: string[] = [];
  const queue = reports.values();
  const work = async () => {
    for (const line of queue) {
      const all = await inEveryFormat(line, cwd);
      expect(all.map(({ format }) => format)).toEqual(['table', 'json', 'csv', 'md', 'xlsx']);
      for (const { format, code, text } of all) {
        if (code > 1) found.push(`${line} ${format}: ${text}`);
        if (format === 'table' && text.length < 50) found.push(`${line}: nothing to see`);
        if (format === 'json') JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
        const whole = format === 'xlsx' && code < 2 ? text + (await partsOf(join(cwd, fileOf(line)))) : text;
        for (const secret of leaks(whole)) found.push(`${line} ${format}: ${secret}`);
      }
    }
  };
  await Promise.all([work(), work()]);
  expect(found).toEqual([]);
});

test('nor in what is written beside reports: rekapitulasi, letters, plan, calendar', patience, async () => {
  const cwd = await plant();
  const run = async (...args: string[]) => {
    const ran = await spbe(['--redact', ...args], { cwd });
    expect(ran.code, ran.stderr).toBeLessThan(2);
    expect(leaks(ran.stdout + ran.stderr)).toEqual([]);
  };
  await run('merge', '-o', 'rekap.xlsx');
  await run('gap', '--target', '1.2', '--plan', 'rencana.xlsx', '--ics', 'rencana.ics');
  await run('send-back', '-o', 'kirim');
  await run('external', 'import', 'hasil.csv', '--stage', 'akhir');
  for (const file of ['rekap.xlsx', 'rencana.xlsx'])
    expect(leaks(await partsOf(join(cwd, file)))).toEqual([]);
  const letters = await readdir(join(cwd, 'kirim'));
  expect(letters.toSorted()).toEqual(['daftar.csv', 'surat-dinkom.txt']);
  for (const file of [...letters.map((name) => `kirim/${name}`), 'rencana.ics']) {
    expect(leaks(await readFile(join(cwd, file), 'utf8'))).toEqual([]);
  }
  // What is left is still a rekapitulasi with the same result.
  const read = async (path: string) => {
    const { stdout } = await spbe(['score', path, '--format', 'json', '--fail-on', 'never'], { cwd });
    return JSON.parse(stdout).indexExact;
  };
  expect(await read('rekap.xlsx')).toBe(await read('.'));
});

test('what copies whole workbooks is refused, and nothing is written', async () => {
  const { cwd } = await makeProject({ answers: { 1: [9] } });
  const before = await readdir(cwd, { recursive: true });
  const text = await transcript(
    [
      ['check', '--redact', '--mark'],
      ['draft', '--redact', '--into', 'draf'],
      ['update', '--redact'],
      ['package', '--redact', '-o', 'paket'],
      ['score', '--redact', '/home/folderpribadi/tak-ada.xlsx'],
    ],
    { cwd },
  );
  await expect(text.replace(/\$ .*tak-ada/g, '$ spbe score --redact …/tak-ada')).toMatchFileSnapshot(
    'transcripts/redact-refused.md',
  );
  expect((await readdir(cwd, { recursive: true })).toSorted()).toEqual(before.toSorted());
});

test('what is read stays as it was, and a report without --redact as well', async () => {
  const { cwd, workbook } = await makeProject({ answers: { 1: [3, free], 12: [2, 'Fakta.'] } });
  const before = await readFile(join(cwd, workbook));
  await spbe(['check', '--redact'], { cwd });
  expect(await readFile(join(cwd, workbook))).toEqual(before);
});
