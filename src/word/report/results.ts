import type { ReportDocument } from '../../contract/report.ts';
import { exactFigure, figure, figureOr } from '../../reporters/full-report/figures.ts';
import { lossWord } from '../../reporters/full-report/sentences.ts';
import type { Piece, Table } from '../piece.ts';
import { radar } from './radar.ts';

/** The figures: by domain and aspect, as a picture, and what keeps the claim from being proven. */
export function results(document: ReportDocument): Piece[] {
  const { addressee, opd } = document;
  return [
    { kind: 'heading', level: 2, text: 'Nilai domain dan aspek' },
    { ...groupTable(document), caption: 'Nilai per domain dan aspek' },
    ...radar(document),
    ...losses(document),
    ...history(document),
    ...(addressee || opd.length === 0 ? [] : opdTable(document)),
  ];
}

type Group = ReportDocument['groups'][number];

const values: readonly { readonly header: string; readonly pick: (group: Group) => number | null }[] = [
  { header: 'Nilai', pick: ({ index }) => index },
  { header: 'Terbukti', pick: ({ proven }) => proven },
  { header: 'Sebelumnya', pick: ({ past }) => past },
  { header: 'Rencana', pick: ({ planned }) => planned },
  { header: 'Pembanding', pick: ({ peers }) => peers },
];

/** Domains and aspects with every figure that is known beside their value. */
export function groupTable({ groups, decimals }: ReportDocument): Table {
  const known = values.filter(({ pick }) => groups.some((group) => pick(group) !== null));
  return {
    kind: 'table',
    columns: [
      { header: 'Domain dan aspek', share: known.length > 3 ? 30 : 40 },
      { header: 'Bobot', share: 10, align: 'right' },
      ...known.map(({ header }) => ({
        header,
        share: header.length > 8 ? 16.5 : 11.5,
        align: 'right' as const,
      })),
      { header: 'Poin hilang', share: known.length > 3 ? 10.5 : 15, align: 'right' },
    ],
    rows: groups.map((group) => ({
      isStrong: group.parent === null,
      cells: [
        group.name,
        `${exactFigure(group.weight)}%`,
        ...known.map(({ pick }) => figureOr(pick(group), decimals)),
        figure(group.lost, 4),
      ],
    })),
  };
}

function losses({ score: { proven }, addressee }: ReportDocument): Piece[] {
  if (addressee || !proven || proven.losses.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Mengapa belum terbukti' },
    {
      kind: 'table',
      caption: 'Dari indeks yang diisi ke indeks yang terbukti, menurut sebabnya',
      columns: [
        { header: 'Sebab', share: 42 },
        { header: 'Poin', share: 12, align: 'right' },
        { header: 'Indikator', share: 46 },
      ],
      rows: proven.losses.map(({ reason, points, indicators }) => ({
        cells: [lossWord(reason), figure(points, 4), indicators.join(', ')],
      })),
    },
  ];
}

function history({ trend, peers, decimals, addressee }: ReportDocument): Piece[] {
  const rows = (trend?.segments ?? []).flatMap(({ instrument, points }) =>
    points.map(({ year, index, predicate, kind, source }) => ({
      cells: [String(year), figure(index, decimals), predicate ?? '–', kind, `${instrument}; ${source}`],
    })),
  );
  const columns = [
    { header: 'Tahun', share: 10 },
    { header: 'Indeks', share: 10, align: 'right' as const },
    { header: 'Predikat', share: 15 },
    { header: 'Jenis', share: 20 },
    { header: 'Instrumen dan sumber', share: 45 },
  ];
  const statements = (trend?.statements ?? []).map((text): Piece => ({ kind: 'text', text }));
  const caption = 'Indeks dari tahun ke tahun; instrumen yang berbeda tidak dapat dibandingkan langsung';
  return [
    ...(rows.length > 0 && !addressee
      ? [
          { kind: 'heading', level: 2, text: 'Perjalanan indeks' } as const,
          ...statements,
          { kind: 'table', caption, columns, rows } as const,
        ]
      : []),
    ...(peers && !addressee ? peerPieces(peers, decimals) : []),
  ];
}

function peerPieces(peers: NonNullable<ReportDocument['peers']>, decimals: number): Piece[] {
  const value = (number: number) => figure(number, decimals);
  const above = peers.above.map(({ name, index }) => `${name} ${value(index)}`).join('; ');
  return [
    { kind: 'heading', level: 2, text: 'Di antara daerah sejenis' },
    {
      kind: 'table',
      caption: `Sebaran indeks ${peers.count} ${peers.kind}, hasil ${peers.year}`,
      columns: ['Terendah', 'Kuartil bawah', 'Median', 'Rata-rata', 'Kuartil atas', 'Tertinggi'].map(
        (header) => ({ header, share: 1, align: 'right' }),
      ),
      rows: [
        {
          cells: [
            value(peers.least),
            value(peers.lowerQuartile),
            value(peers.median),
            value(peers.mean),
            value(peers.upperQuartile),
            value(peers.most),
          ],
        },
      ],
    },
    ...(above === '' ? [] : [{ kind: 'text', text: `Tepat di atas: ${above}.` } as const]),
  ];
}

function opdTable({ opd }: ReportDocument): Piece[] {
  return [
    { kind: 'heading', level: 2, text: 'Capaian OPD' },
    {
      kind: 'table',
      caption: 'OPD menurut poin indeks yang masih dapat diraih',
      columns: [
        { header: 'OPD', share: 46 },
        { header: 'Indikator', share: 14, align: 'right' },
        { header: 'Terisi', share: 12, align: 'right' },
        { header: 'Berbukti', share: 13, align: 'right' },
        { header: 'Poin', share: 15, align: 'right' },
      ],
      rows: opd.map(({ name, assigned, filled, evidenced, pointsToWin }) => ({
        cells: [name, String(assigned), String(filled), String(evidenced), figure(pointsToWin, 4)],
      })),
    },
  ];
}
