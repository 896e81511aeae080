import type { ReportDocument } from '../../contract/report.ts';
import { dayOf, exactFigure, figure } from '../../reporters/full-report/figures.ts';
import { opdName, planSentence, shortNameOf } from '../../reporters/full-report/sentences.ts';
import type { Piece, Row } from '../piece.ts';
import { itemList } from './recommendations.ts';

type Plan = NonNullable<ReportDocument['plan']>;
type Schedule = NonNullable<Plan['schedule']>;

/** The steps to the target, and when which OPD takes them with which evidence. */
export function actionPlan(document: ReportDocument): Piece[] {
  const { plan } = document;
  const sentence = planSentence(document);
  if (plan === null || sentence === null) {
    const text =
      'Belum ada target, jadi belum ada rencana. Sebutkan target di spbe.yaml atau dengan --target.';
    return [{ kind: 'text', text }];
  }
  const years = plan.path ?? [];
  return [
    { kind: 'text', text: sentence },
    ...(plan.assumption === null ? [] : [{ kind: 'text', style: 'small', text: plan.assumption } as const]),
    ...(years.length === 0 ? stepTable(document, plan.steps, 'Langkah yang disarankan') : []),
    ...years.flatMap(({ year, target, steps }): Piece[] => {
      const goal = target === null ? '' : `, target ${exactFigure(target.label)}`;
      return [
        { kind: 'heading', level: 2, text: `Tahun ${year}${goal}` },
        ...(steps.length === 0
          ? [{ kind: 'text', text: 'Tidak ada langkah pada tahun ini.' } as const]
          : stepTable(document, steps, `Langkah tahun ${year}`)),
      ];
    }),
    ...taskTable(
      document,
      [plan.schedule, ...years.map(({ schedule }) => schedule)].flatMap((one) => one ?? []),
    ),
  ];
}

function stepTable(document: ReportDocument, steps: Plan['steps'], caption: string): Piece[] {
  if (steps.length === 0) return [];
  const { scale } = document;
  const hasOpd = !document.addressee && steps.some(({ opd }) => opd !== null);
  return [
    {
      kind: 'table',
      caption,
      columns: [
        { header: 'No', share: 8, align: 'right' },
        { header: 'Indikator', share: 44 },
        { header: 'Dari', share: 9, align: 'center' },
        { header: 'Ke', share: 9, align: 'center' },
        { header: 'Poin', share: 13, align: 'right' },
        ...(hasOpd ? [{ header: 'OPD', share: 32 }] : []),
      ],
      rows: steps.map(({ indicator, from, to, gain, opd }) => ({
        cells: [
          indicator,
          shortNameOf(document, indicator),
          figure(from, scale.decimals),
          figure(to, scale.decimals),
          figure(gain, 4),
          ...(hasOpd ? [opd === null ? 'belum ditetapkan' : opdName(document, opd)] : []),
        ],
      })),
    },
  ];
}

function taskTable(document: ReportDocument, schedules: readonly Schedule[]): Piece[] {
  const tasks = schedules.flatMap((one) => one.tasks);
  const [first] = tasks.map(({ start }) => start).toSorted();
  const last = tasks
    .map(({ end }) => end)
    .toSorted()
    .at(-1);
  if (first === undefined || last === undefined) return [];
  const closing = schedules.at(-1)?.closing ?? null;
  const limit = closing === null ? '' : ` Batas penyelesaian ${dayOf(closing)}.`;
  return [
    { kind: 'heading', level: 2, text: 'Jadwal dan bukti' },
    { kind: 'text', text: `Pekerjaan berlangsung ${dayOf(first)} sampai ${dayOf(last)}.${limit}` },
    {
      kind: 'table',
      caption: 'Jadwal langkah, penanggung jawab, dan bukti yang dihasilkan',
      columns: [
        { header: 'No', share: 8, align: 'right' },
        { header: 'Langkah', share: 29 },
        { header: 'Mulai – selesai', share: 21 },
        { header: 'Bukti yang perlu ada', share: 46 },
      ],
      rows: tasks.map((task) => toRow(document, task)),
    },
  ];
}

function toRow(document: ReportDocument, task: Schedule['tasks'][number]): Row {
  const { indicator, from, to, opd, start, end, evidence } = task;
  const { scale, addressee } = document;
  const climb = `Tingkat ${figure(from, scale.decimals)} ke ${figure(to, scale.decimals)}`;
  const owner = addressee || opd === null ? [] : [opdName(document, opd)];
  return {
    cells: [
      indicator,
      [shortNameOf(document, indicator), climb, ...owner],
      [`${dayOf(start)} –`, dayOf(end)],
      itemList(evidence.map(({ text }) => text)),
    ],
  };
}
