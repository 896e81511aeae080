import type { Assessment } from '../assessment/merge.ts';
import { isoOrText } from '../assessment/parse-date.ts';
import type { PackedDocument, PackedIndicator } from '../assessment/plan-package.ts';
import type { PackageManifest } from '../contract/package.ts';
import { formatDay } from '../problem.ts';
import { cleanLines } from './clean.ts';
import { csv } from './csv.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { nameIndicators } from './name-indicators.ts';
import type { Report } from './report.ts';
import { cautionOf, describeSubject, openDocument } from './subject.ts';

/** The texts that go into the package beside the documents: path inside it → text. */
export function packageTexts(
  assessment: Assessment,
  packed: readonly PackedIndicator[],
  date: string,
): ReadonlyMap<string, string> {
  const report = reportPackage(assessment, packed, date);
  const options = { width: 100, colour: false };
  return new Map([
    ['manifest.json', json(report, options)],
    ['daftar-isi.csv', csv(report, options)],
    ['baca-dulu.md', markdown(report, options)],
    ...packed.flatMap(({ folder, answer, documents }): [string, string][] =>
      answer === null || (answer.explanation === '' && documents.length === 0)
        ? []
        : [[`${folder}/penjelasan.txt`, explanationOf(answer, documents)]],
    ),
  ]);
}

/** To be pasted into the portal. */
function explanationOf(
  answer: NonNullable<PackedIndicator['answer']>,
  documents: readonly PackedDocument[],
): string {
  const links = documents.flatMap(({ target, document }) =>
    target === null ? [document.evidence.location] : [],
  );
  return cleanLines(
    [
      `Indikator ${answer.indicator}`,
      '',
      'FAKTA',
      answer.explanation || '(belum diisi)',
      '',
      'ANALISIS',
      answer.analysis || '(belum diisi)',
      ...(links.length > 0 ? ['', 'TAUTAN', ...links] : []),
      '',
    ].join('\n'),
  );
}

function reportPackage(assessment: Assessment, packed: readonly PackedIndicator[], date: string): Report {
  const named = nameIndicators(assessment.instrument);
  const all = packed.flatMap((one) => one.documents.map((document) => ({ ...document, one })));
  const document: PackageManifest = {
    ...openDocument(assessment),
    date,
    indicators: packed.map(({ needs, folder, documents, open }) => ({
      id: needs.indicator,
      folder,
      claimed: needs.claimed,
      proven: needs.proven,
      documents: documents.map(describeDocument),
      open: [...open],
    })),
  };
  const lacking = packed.filter(({ open }) => open.length > 0);
  return {
    document,
    blocks: [
      {
        kind: 'title',
        text: 'Paket bukti dukung',
        subtitle: `${describeSubject(assessment)} · ${formatDay(date)}`,
      },
      ...cautionOf(assessment.instrument),
      {
        kind: 'paragraph',
        text: `${all.length} dokumen yang dihitung, satu folder untuk satu indikator. Berkas aslinya tidak diubah. penjelasan.txt di tiap folder siap ditempel ke portal.`,
      },
      ...(lacking.length > 0
        ? [
            { kind: 'section' as const, text: 'Yang masih kurang' },
            {
              kind: 'table' as const,
              columns: [{ header: 'No' }, { header: 'Indikator' }, { header: 'Yang harus ada' }],
              rows: lacking.flatMap(({ needs, open }) =>
                open.map((text) => [
                  { text: needs.indicator },
                  { text: named(needs.indicator).shortName },
                  { text },
                ]),
              ),
            },
          ]
        : []),
    ],
    records: {
      columns: [
        'indikator',
        'berkas_paket',
        'sumber',
        'judul',
        'nomor',
        'tanggal',
        'tingkat',
        'halaman',
        'sha256',
      ],
      rows: all.map(({ one, ...packedDocument }) => {
        const {
          target,
          source,
          title,
          number,
          date: day,
          level,
          page,
          sha256,
        } = describeDocument(packedDocument);
        return [one.needs.indicator, target, source, title, number, day, level, page, sha256];
      }),
    },
  };
}

function describeDocument({
  document,
  target,
}: PackedDocument): PackageManifest['indicators'][number]['documents'][number] {
  const { evidence, located } = document;
  const facts = located.kind === 'file' ? located.facts : null;
  return {
    target,
    source: facts?.path ?? evidence.location,
    sha256: facts?.sha256 ?? null,
    size: facts?.size ?? null,
    title: evidence.title,
    number: evidence.number,
    date: isoOrText(evidence),
    level: evidence.level,
    page: evidence.page,
    at: { ...evidence.at },
  };
}
