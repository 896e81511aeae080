import { describe, expect, test } from 'vitest';
import { formatProject, parseProject } from '../../src/project/project.ts';
import { toRuleSettings } from '../../src/project/to-rule-settings.ts';

const head = `formatVersion: 1
region: Kabupaten Contoh
kind: kabupaten
year: 2025
instrument: permenpanrb-59-2020
opd:
  - code: diskominfo
    name: Dinas Kominfo
    indicators: [11, 12]
`;
const parse = (more: string) => parseProject(`${head}${more}`, 'spbe.yaml');

const waiver = `waivers:
  - code: evidence-unsigned
    indicator: 12
    reason: Menunggu tanda tangan Bupati
    by: Sekretaris Daerah
    until: 2026-12-31
`;

describe('what spbe.yaml says about the rules', () => {
  test('becomes the settings of the core, each waiver with its place', () => {
    const project = parse(
      `rules:\n  evidence-scan: off\n  level-unproven: error\nevidence: {largestMegabytes: 50}\n${waiver}  - {code: explanation-missing, opd: diskominfo, reason: Sedang disusun, by: Sekda, until: '2025-12-31'}\n`,
    );
    expect(toRuleSettings(project, 'spbe.yaml')).toEqual({
      severities: new Map([
        ['evidence-scan', 'off'],
        ['level-unproven', 'error'],
      ]),
      largestFile: 50_000_000,
      waivers: [
        {
          code: 'evidence-unsigned',
          indicator: '12',
          opd: null,
          document: null,
          reason: 'Menunggu tanda tangan Bupati',
          by: 'Sekretaris Daerah',
          until: '2026-12-31',
          at: { file: 'spbe.yaml', sheet: 'waivers[0]' },
        },
        {
          code: 'explanation-missing',
          indicator: null,
          opd: 'diskominfo',
          document: null,
          reason: 'Sedang disusun',
          by: 'Sekda',
          until: '2025-12-31',
          at: { file: 'spbe.yaml', sheet: 'waivers[1]' },
        },
      ],
    });
  });

  test('may be left out', () => {
    expect(toRuleSettings(parse(''), 'spbe.yaml')).toEqual({ severities: new Map(), waivers: [] });
  });

  test.each([
    [
      'a code with a slip',
      'rules: {evidence-drft: off}',
      '"evidence-drft" tidak dikenal; maksud Anda "evidence-draft"',
    ],
    ['a code without its beginning', 'rules: {unsigned: off}', 'maksud Anda "evidence-unsigned"?'],
    ['a code that resembles none', 'rules: {qqq: off}', '"qqq" tidak dikenal; kodenya tertulis di laporan'],
    [
      'a fault of the workbook',
      'rules: {level-blank: off}',
      '"level-blank" tidak dapat diatur; hanya aturan tentang bukti',
    ],
    ['a name of every object', 'rules: {toString: off}', '"toString" tidak dikenal'],
    ['an unknown severity', 'rules: {evidence-scan: berat}', 'rules.evidence-scan: '],
    [
      'an unknown code of a waiver',
      waiver.replace('unsigned', 'unsinged'),
      'waivers[0].code: "evidence-unsinged" tidak dikenal; maksud Anda "evidence-unsigned"',
    ],
    [
      'a waiver of nothing',
      waiver.replace(/ {4}indicator.*\n/, ''),
      'waivers[0]: sebut yang dikecualikan: indicator, opd, atau document',
    ],
    ['a waiver without a reason', waiver.replace(/ {4}reason.*\n/, ''), 'waivers[0].reason: belum diisi'],
    ['a waiver of nobody', waiver.replace(/Sekretaris Daerah/, '""'), 'waivers[0].by: tidak boleh kosong'],
    [
      'a waiver for ever',
      waiver.replace(/ {4}until.*\n/, ''),
      'waivers[0].until: tulis tanggal seperti 2026-12-31',
    ],
    [
      'a day that is none',
      waiver.replace('2026-12-31', '2026-02-30'),
      'waivers[0].until: tulis tanggal seperti 2026-12-31',
    ],
    ['a day in words', waiver.replace('2026-12-31', '31 Desember 2026'), 'waivers[0].until: tulis tanggal'],
    ['a field with a slip', waiver.replace('reason', 'alasan'), 'waivers[0]: "alasan" tidak dikenal'],
    ['no size', 'evidence: {largestMegabytes: 0}', 'evidence.largestMegabytes: paling kecil 0'],
  ])('is refused with its place: %s', (_, more, message) => {
    expect(() => parse(more)).toThrow(message);
  });

  test('is kept when the project is written anew', () => {
    const project = parse(`rules:\n  evidence-scan: off\nevidence: {largestMegabytes: 50}\n${waiver}`);
    expect(parseProject(formatProject(project), 'spbe.yaml')).toEqual(project);
  });

  test('is offered as an example in a new project, which holds once the # are gone', () => {
    const text = formatProject(parse(''));
    const example = text.slice(text.indexOf('# rules:')).replace(/^# (?=rules|evidence|waivers| )/gm, '');
    const { rules, evidence, waivers } = parse(example);
    expect({ rules, evidence, waivers }).toEqual({
      rules: { 'evidence-scan': 'info' },
      evidence: { largestMegabytes: 100 },
      waivers: [
        {
          code: 'evidence-unsigned',
          indicator: '12',
          reason: 'Menunggu tanda tangan Bupati',
          by: 'Sekretaris Daerah',
          until: '2026-12-31',
        },
      ],
    });
  });
});
