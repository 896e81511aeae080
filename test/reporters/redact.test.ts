import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { makeRedact, redactDeep, redactedWord } from '../../src/reporters/redact.ts';

const redact = makeRedact([]);

describe('numbers and addresses of persons', () => {
  test.each([
    'NIP 198501012010011001',
    'NIP. 19850101 201001 1 001',
    'NIP 19850101.201001.1.001',
    'NIP 1985 0101 2010 0110 01',
    'NIP １９８５０１０１２０１００１１００１',
    'NIK 3516010101850001',
    'hubungi 081234567890',
    'hubungi 0812-3456-7890',
    'hubungi 0812 3456 7890.',
    'hubungi +62 812-3456-7890',
    'hubungi +6281234567890',
    'hubungi 6281234567890',
    'kantor (0321) 391268',
    'Telp. 0321-391268',
    'WA: 081234567890',
    'surel budi.santoso+spbe@mojokertokab.go.id',
  ])('%s', (text) => {
    expect(redact(text)).toContain(redactedWord);
    expect(redact(text)).not.toMatch(/\d{4}|@|[０-９]/);
  });

  test('a sign that nobody sees hides nothing', () => {
    expect(redact('NIP 1985\u200b0101201001\u00ad1001')).toBe(`NIP ${redactedWord}`);
  });
});

describe('folders', () => {
  test.each([
    ['C:\\Users\\Budi Santoso\\Dokumen\\SK.pdf', 'SK.pdf'],
    ['lihat D:/Data/Bukti/SK 12.pdf di sana', 'lihat SK 12.pdf di sana'],
    ['\\\\server\\bagian umum\\SK.pdf', 'SK.pdf'],
    ['/home/budi/bukti/SK.pdf', 'SK.pdf'],
    ['"/home/budi santoso/bukti/SK.pdf" tidak ada', '"SK.pdf" tidak ada'],
    ['file:///C:/Users/Budi/SK.pdf', 'SK.pdf'],
    ['file:///home/budi/SK.pdf', 'SK.pdf'],
    ['~/Dokumen/SK.pdf', 'SK.pdf'],
    ['../Budi/kertas-kerja/a.xlsx', 'a.xlsx'],
    ['..\\Budi\\a.xlsx', 'a.xlsx'],
  ])('%j → %j', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test.each([
    'bukti/dinkom/SK.pdf',
    'https://jdih.go.id/peraturan/2024/12',
    'dan/atau',
    '10/3',
    'N/A / belum / tidak',
    '800/123/416-115/2024',
    'Rp1.234.567.890',
    '2025-11-21T17:15:00.000+07:00',
    '0.0812345678901',
    '4666666666666666/1000000000000000',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'riwayat/2025-11-21T10-15-00-000Z-score-08123456.json',
  ])('%j stays', (text) => {
    expect(redact(text)).toBe(text);
  });
});

describe('names that are known', () => {
  const own = makeRedact(['Dr. Ir. Budi Santoso, S.Kom., M.T.', 'Siti  Aminah', '-', 'belum ada', 'Ani']);
  test.each([
    ['disusun oleh Dr. Ir. Budi Santoso, S.Kom., M.T.', `disusun oleh ${redactedWord}.`],
    ['Pak BUDI SANTOSO setuju', `Pak ${redactedWord} setuju`],
    ['bukti/budi_santoso.pdf', `bukti/${redactedWord}.pdf`],
    ['oleh Siti\nAminah', `oleh ${redactedWord}`],
    ['Siti Aminah dan Siti Aminahwati', `${redactedWord} dan Siti Aminahwati`],
    ['belum ada keterangan - lanjut', 'belum ada keterangan - lanjut'],
    ['keterangan', 'keterangan'],
  ])('%j → %j', (text, expected) => {
    expect(own(text)).toBe(expected);
  });

  test('numbers of their fields however they are spaced', () => {
    const numbers = makeRedact(['0321 39-12-68', 'NIP 1234567']);
    expect(numbers('0321391268 dan 123 45 67, bukan 12345678')).toBe(
      `${redactedWord} dan ${redactedWord}, bukan 12345678`,
    );
  });
});

describe('what a report has shortened', () => {
  const own = makeRedact(['Dr. Budi Tri Santoso, S.Kom.', '0321391268']);
  test.each([
    ['disusun oleh Budi Tri Santoso…', `disusun oleh ${redactedWord} …`],
    ['disusun oleh Dr. Budi Tri San…', `disusun oleh ${redactedWord} …`],
    ['disusun oleh Budi Tri …', `disusun oleh ${redactedWord} …`],
    ['surel budi.santo…', 'surel …'],
    ['surel budi@mojoker…', 'surel …'],
    ['NIP 19850101 2010…', `NIP ${redactedWord} …`],
    ['lihat C:\\Users\\Budi Santo…', 'lihat …'],
    ['lihat /home/budi santoso/buk…', 'lihat …'],
    ['Peraturan Bupati tentang Sistem Pemerin…', 'Peraturan Bupati tentang Sistem …'],
  ])('%j → %j', (text, expected) => {
    expect(own(text)).toBe(expected);
  });

  test('at whatever letter it was cut, nothing is left of a secret', () => {
    const secrets = [
      'Budi Tri Santoso',
      '198501012010011001',
      '19850101 201001 1 001',
      'budi.santoso@contoh.go.id',
      'C:\\Users\\Budi Tri Santoso\\SK',
      '/home/budi/bukti/SK',
      '0812-3456-7890',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...secrets), fc.nat(30), (secret, cut) => {
        const left = own(`Fakta ${secret.slice(0, cut + 1)}…`);
        expect(left).not.toMatch(/bud|tri|san|user|home|buk|\d{4}/i);
      }),
      { numRuns: 300 },
    );
  });
});

test('whatever stands around them', () => {
  const digit = fc.integer({ min: 0, max: 9 });
  const gap = fc.constantFrom('', ' ', '-', '.');
  const phone = fc
    .tuple(
      fc.constantFrom('08', '+628', '628'),
      fc.array(fc.tuple(gap, digit), { minLength: 9, maxLength: 10 }),
    )
    .map(([start, rest]) => start + rest.map(([space, one]) => `${space}${one}`).join(''));
  const around = fc.string({ unit: fc.constantFrom('a', 'ß', ' ', '\n', '(', ')', ',', '"', '–', ':') });
  fc.assert(
    fc.property(around, phone, around, (before, secret, after) => {
      const left = redact(`${before} ${secret} ${after}`);
      expect(left).not.toMatch(/\d/);
    }),
  );
});

test.each(['a', '1', '/a ', 'C:/ ', 'a.', '8 ', '0', '../', '@', '\\\\a\\', '(0321) '])(
  'a long text of %j comes to an end',
  (part) => {
    const text = part.repeat(100_000 / part.length);
    expect(redact(text).length).toBeLessThanOrEqual(text.length * 2);
    expect(redact(`${text}…`).length).toBeLessThanOrEqual(text.length * 2);
  },
);

test('every text of a value is reached, keys too, and nothing else is changed', () => {
  const index = new Fraction('2.98');
  const value = {
    list: ['a@b.id', { deep: new Map([['c@d.id', new Set(['e@f.id'])]]) }],
    'g@h.id': 3,
    index,
    none: null,
  };
  expect(redactDeep(value, redact)).toEqual({
    list: [redactedWord, { deep: new Map([[redactedWord, new Set([redactedWord])]]) }],
    [redactedWord]: 3,
    index,
    none: null,
  });
  expect(redactDeep(value, redact).index).toBe(index);
});

test('what the commands say without secrets stays as it is', () => {
  const folder = new URL('../cli/transcripts/', import.meta.url);
  const changed = readdirSync(folder).flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      // What `clean` does anyway is no redaction.
      .filter((line) => redact(line) !== line && redact(line).includes(redactedWord))
      .map((line) => `${name}: ${line}`),
  );
  expect(changed).toEqual([]);
});

test('only the places that redact write to the screen', () => {
  const folder = new URL('../../src/', import.meta.url);
  const writing = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) =>
      /process\.std(out|err)\.write|console\.(log|error|warn)/.test(
        // Examples in comments print, too.
        readFileSync(new URL(name, folder), 'utf8').replace(/^\s*\*.*$/gm, ''),
      ),
    );
  expect(writing.map((name) => name.replaceAll('\\', '/')).toSorted()).toEqual([
    'commands/finish.ts',
    'commands/print.ts',
    // The version alone.
    'start.ts',
  ]);
});
