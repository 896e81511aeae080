import type { Assessment } from '../assessment/merge.ts';
import type { CheckDocument } from '../contract/check.ts';
import type { Problem } from '../problem.ts';
import {
  countBySeverity,
  fullMessage,
  placeInFile,
  severityCell,
  severityWord,
  summarizeProblems,
} from './problems.ts';
import type { Block, Report } from './report.ts';
import { cautionOf, describeSubject, openDocument } from './subject.ts';

/** Every problem of every file, grouped by file. */
export function reportCheck(assessment: Assessment): Report {
  const { problems } = assessment;
  const document: CheckDocument = {
    ...openDocument(assessment),
    files: [...assessment.files],
    counts: countBySeverity(problems),
    problems: problems.map((one) => ({ ...one, at: { ...one.at } })),
  };
  return {
    document,
    blocks: [
      { kind: 'title', text: 'Pemeriksaan kertas kerja', subtitle: describeCheck(assessment) },
      ...cautionOf(assessment.instrument),
      ...listByFile(problems),
      {
        kind: 'paragraph',
        text: `${assessment.files.length} berkas ikut dihitung: ${summarizeProblems(problems)}.`,
        tone: problems.some(({ severity }) => severity === 'error') ? 'bad' : 'good',
      },
    ],
    records: {
      columns: [
        ...['berkas', 'lembar', 'sel', 'tingkat_masalah', 'kode', 'pesan'],
        ...['alasan_dikecualikan', 'dikecualikan_oleh', 'dikecualikan_sampai'],
      ],
      rows: problems.map((one) => [
        one.at.file,
        one.at.sheet ?? null,
        one.at.address ?? null,
        severityWord(one),
        one.code,
        one.message,
        one.waiver?.reason ?? null,
        one.waiver?.by ?? null,
        one.waiver?.until ?? null,
      ]),
    },
  };
}

function describeCheck(assessment: Assessment): string {
  return [describeSubject(assessment), assessment.instrument.name].filter((part) => part !== '').join(' · ');
}

/** A person mends these first; tables of thousands take minutes to lay out, and nobody reads them. */
const mostShown = 200;

/** Tables of place, severity and message, one a file. */
function listByFile(problems: readonly Problem[]): Block[] {
  const files = [...new Set(problems.map(({ at }) => at.file))];
  return files.flatMap((file): Block[] => {
    const own = problems.filter(({ at }) => at.file === file);
    return [
      { kind: 'section', text: `${file} – ${summarizeProblems(own)}` },
      {
        kind: 'table',
        columns: [
          { header: 'Tempat' },
          { header: 'Jenis' },
          { header: 'Masalah dan perbaikannya', flexible: true },
        ],
        rows: own
          .slice(0, mostShown)
          .map((one) => [
            { text: placeInFile(one) || 'seluruh berkas' },
            severityCell(one),
            { text: fullMessage(one) },
          ]),
      },
      ...(own.length > mostShown
        ? [
            {
              kind: 'paragraph' as const,
              text: `… dan ${own.length - mostShown} masalah lagi di berkas ini. Semuanya: --format csv.`,
            },
          ]
        : []),
    ];
  });
}
