import { beforeAll, describe, expect, test } from 'vitest';
import { makeWorkbook } from '../workbook/make-workbook.ts';
import { partsOf, zipParts } from '../workbook/make-xlsx.ts';
import { makeFolder, spbe, transcript } from './spbe.ts';

const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(64),
  ]);
const word = zipParts({
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  'word/document.xml': '<a/>',
});
const project = (more: string) =>
  [
    'formatVersion: 1',
    'region: Kabupaten Contoh',
    'kind: kabupaten',
    'year: 2025',
    'instrument: permenpanrb-59-2020',
    more,
    'opd: [{ code: a, name: A, indicators: [1, 2] }]',
  ].join('\n');

let files: Record<string, string | Uint8Array>;
beforeAll(async () => {
  const good = await makeWorkbook(['1']);
  files = {
    'lama.xls': ole('Workbook'),
    'terkunci.xlsx': ole('EncryptedPackage'),
    'surat.xlsx': word,
    'terpotong.xlsx': good.subarray(0, 3000),
    'kosong.xlsx': '',
    'lain.xlsx': zipParts(partsOf('<row><c><v>3</v></c></row>')),
    'dinas.xlsx': good,
    'tanpa-judul.csv': '1,3\n2,4\n',
    'kutip.csv': 'indikator,tingkat\n1,"3\n',
    'indikator.csv': 'indikator,tingkat\n48,3\n1,2\n',
    'tingkat.csv': 'indikator,tingkat\n1,7\n',
    'baik.csv': 'indikator,tingkat\n1,3\n',
    'folder-kosong/catatan.txt': 'x',
    'proyek-kosong/spbe.yaml': project(''),
    'proyek-a/spbe.yaml': project(''),
    'proyek-a/kertas-kerja/dinas.xlsx': good,
    'proyek-b/spbe.yaml': project(''),
    'proyek-b/kertas-kerja/dinas.xlsx': good,
    'yaml-rusak/spbe.yaml': 'region: Kabupaten Contoh\nopd: [a\nyear: 2025\n',
    'yaml-kunci/spbe.yaml': project('targt: 3.5'),
    'yaml-indikator/spbe.yaml': project('').replace('[1, 2]', '[1, 48, 99]'),
    'yaml-instrumen/spbe.yaml': project('').replace('permenpanrb-59-2020', 'lain'),
    'yaml-banyak/spbe.yaml': 'formatVersion: 2\nregion: ""\nkind: desa\nyear: 1999\nopd: []\n',
    'yaml-folder/spbe.yaml/isi.txt': 'x',
  };
});

describe('what cannot be done', () => {
  test.each<[string, string[]]>([
    ['no such file', ['score tidak-ada.xlsx', 'gap tidak/ada --target 4']],
    ['nothing to read', ['score', 'score folder-kosong', 'score proyek-kosong']],
    [
      'a file of another kind',
      [
        'score lama.xls',
        'score terkunci.xlsx',
        'score surat.xlsx',
        'score terpotong.xlsx',
        'score kosong.xlsx',
        'score lain.xlsx',
        'score kutip.csv',
        'score tanpa-judul.csv',
      ],
    ],
    [
      'a broken spbe.yaml',
      [
        'score yaml-rusak',
        'score yaml-kunci',
        'score yaml-indikator',
        'score yaml-instrumen',
        'init yaml-banyak',
        'score yaml-folder',
      ],
    ],
    [
      'usage',
      [
        'scoer',
        'score --formt json',
        'score baik.csv --format xml',
        'init a b',
        'score baik.csv --instrument lain',
        'score dinas.xlsx --instrument permenpanrb-5-2018',
        'score proyek-a proyek-b',
      ],
    ],
    [
      'a report that cannot be written',
      ['score baik.csv --output tidak/ada/laporan.json', 'score baik.csv --output folder-kosong'],
    ],
  ])('%s: a plain message, exit code 2', async (title, lines) => {
    const cwd = await makeFolder(files);
    const text = await transcript(
      lines.map((line) => line.split(' ').filter((word) => word !== '')),
      { cwd },
    );
    expect(text.match(/^Exit code: 2$/gm)).toHaveLength(lines.length);
    expect(text).not.toContain(cwd);
    expect(text).not.toMatch(/^\s+at .*[:(]\d+|node:|Error:|ENOENT|EISDIR|undefined|null/m);
    await expect(text).toMatchFileSnapshot(`transcripts/errors-${title.replaceAll(' ', '-')}.md`);
  });

  test('most messages are one line on stderr, and stdout stays empty', async () => {
    const cwd = await makeFolder(files);
    for (const line of ['score tidak-ada.xlsx', 'scoer']) {
      const { stdout, stderr } = await spbe(line.split(' '), { cwd });
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^\P{Cc}+\.\n$/u);
    }
  });
});

test('wrong answers in a csv are problems, not a stop: exit code 1', async () => {
  const cwd = await makeFolder(files);
  const text = await transcript(
    [
      ['check', 'indikator.csv'],
      ['check', 'tingkat.csv'],
    ],
    { cwd },
  );
  expect(text.match(/^Exit code: 1$/gm)).toHaveLength(2);
  await expect(text).toMatchFileSnapshot('transcripts/check-csv-faults.md');
});

test('a file that check is asked to look at and cannot read is a problem like others', async () => {
  const cwd = await makeFolder(files);
  const { stdout, code } = await spbe(['check', 'lama.xls', 'baik.csv', '--format', 'json'], { cwd });
  const { problems, files: taking } = JSON.parse(stdout);
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'file-unreadable', at: { file: 'lama.xls' } }),
  );
  expect({ taking, code }).toEqual({ taking: ['baik.csv'], code: 1 });
});

test('--debug shows where an error comes from', async () => {
  const { stderr, code } = await spbe(['--debug', 'score', 'tidak-ada.xlsx']);
  expect(stderr).toContain('UserError: ');
  expect(stderr).toMatch(/^ +at .*readInputs /m);
  expect(code).toBe(2);
});
