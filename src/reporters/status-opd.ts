import type { Assessment } from '../assessment/merge.ts';
import { exact, type Score } from '../assessment/score.ts';
import type { HeldIndicator, RegionStanding, Standing } from '../assessment/standing.ts';
import { nameIndicators } from './name-indicators.ts';
import { formatNumber, roundedNumber } from './number.ts';
import { placeInFile, severityCell, summarizeProblems, waivedProblems } from './problems.ts';
import type { Block, Report } from './report.ts';
import { toStatusDocument } from './status-document.ts';
import { cautionOf, describeSubject } from './subject.ts';

const mostProblems = 15;

/** The page for the head of one OPD: what its office holds, what is open, and what each item is worth. */
export function reportStatusOfOpd(
  assessment: Assessment,
  score: Score,
  region: RegionStanding,
  standing: Standing,
): Report {
  const { opd, indicators, filled, evidenced, assessed, isPresent, toWin } = standing;
  const all = indicators.length;
  return {
    document: toStatusDocument(assessment, score, region, [standing]),
    blocks: [
      {
        kind: 'title',
        text: opd.name,
        subtitle: `${describeSubject(assessment)} · ${assessment.instrument.name}`,
      },
      ...cautionOf(assessment.instrument),
      {
        kind: 'paragraph',
        text: isPresent
          ? `${all} indikator dipegang: ${filled} terisi, ${evidenced} berbukti, ${assessed} diperiksa asesor.`
          : `${all} indikator dipegang; kertas kerjanya belum ada.`,
        tone: isPresent ? 'plain' : 'caution',
      },
      {
        kind: 'paragraph',
        text: `Masih dapat diraih ${formatNumber(toWin, 4)} dari ${formatNumber(region.toWin, 4)} poin indeks yang tersisa untuk daerah.`,
        tone: 'strong',
      },
      ...indicatorTable(assessment, standing),
      ...problemTable(assessment, opd.code),
    ],
    records: {
      columns: [
        ...['indikator', 'nama', 'tingkat', 'isian_opd', 'pemegang', 'poin_dapat_diraih'],
        ...['poin_tingkat_berikutnya', 'dokumen', 'butir_kurang', 'bertentangan'],
      ],
      rows: indicators.map((one) => [
        one.id,
        nameIndicators(assessment.instrument)(one.id).name,
        one.level,
        one.stated,
        one.sharedBy,
        roundedNumber(one.toWin, 4),
        roundedNumber(one.nextLevel, 4),
        one.documents,
        one.lacking.length,
        one.isOpen ? 'ya' : 'tidak',
      ]),
    },
  };
}

function indicatorTable({ instrument }: Assessment, { indicators }: Standing): Block[] {
  const named = nameIndicators(instrument);
  const ranked = indicators.toSorted((a, b) => b.toWin.compare(a.toWin));
  return [
    { kind: 'section', text: 'Indikator menurut poin yang masih dapat diraih' },
    {
      kind: 'table',
      columns: [
        { header: 'No', align: 'right' },
        { header: 'Indikator', flexible: true },
        { header: 'Tingkat', align: 'center' },
        { header: 'Poin', align: 'right' },
        { header: 'Naik 1', align: 'right' },
        { header: 'Yang masih terbuka', flexible: true },
      ],
      rows: ranked.map((one) => [
        { text: one.id },
        { text: named(one.id).shortName },
        one.level === null
          ? { text: 'kosong', tone: 'caution' }
          : { text: formatNumber(exact(one.level), instrument.scale.decimals) },
        { text: formatNumber(one.toWin, 4) },
        { text: formatNumber(one.nextLevel, 4) },
        { text: openItems(one, instrument.scale.floor) },
      ]),
    },
    {
      kind: 'paragraph',
      text: `Naik 1 = poin indeks daerah bila tingkatnya naik satu.${
        indicators.some(({ sharedBy }) => sharedBy > 1)
          ? ' Poin indikator yang dipegang bersama tanpa pengampu dibagi rata.'
          : ''
      }`,
      tone: 'soft',
    },
  ];
}

function openItems(one: HeldIndicator, floor: number): string {
  const { stated, level, documents, lacking, isOpen, sharedBy, basis } = one;
  const isOverruled = !isOpen && stated !== null && stated !== level;
  const items = [
    ...(basis === 'decision' ? ['tingkat ditetapkan keputusan tertulis'] : []),
    ...(stated === null ? ['tingkat belum diisi'] : []),
    ...(stated !== null && stated > floor && documents === 0 ? ['belum ada dokumen'] : []),
    ...(lacking.length > 0 ? [`${lacking.length} butir bukti belum ada`] : []),
    ...(isOpen ? ['jawaban bertentangan'] : []),
    ...(isOverruled ? [`isian ${String(stated).replace('.', ',')} tidak dipakai`] : []),
    ...(sharedBy === 0 ? ['dipimpin OPD lain'] : []),
    ...(sharedBy > 1 ? [`dipegang ${sharedBy} OPD`] : []),
  ];
  return items.join('; ') || '–';
}

function problemTable({ problems, opdOfFile }: Assessment, code: string): Block[] {
  const own = problems.filter(({ at, severity }) => opdOfFile.get(at.file) === code && severity !== 'info');
  const waived = waivedProblems(problems.filter(({ at }) => opdOfFile.get(at.file) === code));
  if (own.length === 0) return waived;
  const gravest = own.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  return [
    { kind: 'section', text: `Perlu diperbaiki – ${summarizeProblems(own)}` },
    {
      kind: 'table',
      columns: [
        { header: 'Tempat' },
        { header: 'Jenis' },
        { header: 'Masalah dan perbaikannya', flexible: true },
      ],
      rows: gravest
        .slice(0, mostProblems)
        .map((one) => [
          { text: placeInFile(one) || 'seluruh berkas' },
          severityCell(one),
          { text: one.message },
        ]),
    },
    ...(own.length > mostProblems
      ? [
          {
            kind: 'paragraph' as const,
            text: `… dan ${own.length - mostProblems} masalah lagi. Semuanya: spbe check.`,
          },
        ]
      : []),
    ...waived,
  ];
}
