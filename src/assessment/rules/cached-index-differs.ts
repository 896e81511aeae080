import { Fraction } from 'fraction.js';
import { formatIds } from '../../instrument/id-list.ts';
import type { Instrument } from '../../instrument/instrument.ts';
import { levelUnits, weightUnits } from '../../instrument/weight-units.ts';
import { problem } from '../../problem-kinds.ts';
import { normalizeIndicator } from '../normalize-indicator.ts';
import { exact, roundHalfUp } from '../score.ts';
import type { StoredIndex, StoredPoints } from '../submission.ts';
import type { Rule, RuleContext } from './rule.ts';

/**
 * The figure that the workbook itself shows on Dasbor must be that of its levels. Silent where nothing was computed since
 * the workbook was made (a program that fills cells only), and where lost or doubled rows explain it, which are told.
 */
export const cachedIndexDiffers: Rule = (context) => {
  const { instrument, parsed } = context;
  const { storedIndex, meta } = parsed.submission;
  const held = instrument.indicators.filter(({ id }) => meta?.indicators.includes(id));
  if (!storedIndex || storedIndex.index.text === '' || held.length === 0) return [];
  const { index, isFormula, rows } = storedIndex;
  if (
    !isWhole(
      rows,
      held.map(({ id }) => id),
    )
  )
    return [];
  const levels = levelsOf(context);
  const shown = shownMean(instrument, held, levels);
  const stored = parseFigure(index.text);
  const untouched = shownMean(instrument, held, new Map());
  if (stored?.equals(shown) || (isFormula && stored?.equals(untouched))) return [];
  const isIndex = held.length === instrument.indicators.length;
  return [
    problem('cached-index-differs', index.at, {
      figure: isIndex ? 'Indeks' : 'Rata-rata OPD',
      stored: stored ? showFigure(stored, instrument) : `"${index.text.slice(0, 40)}"`,
      computed: shown.replace('.', ','),
      ...explain(storedIndex, instrument, levels),
    }),
  ];
};

/** Every indicator of the workbook once, under its own hidden id. */
function isWhole(rows: readonly StoredPoints[], held: readonly string[]): boolean {
  const found = rows.map(({ id, number }) => [normalizeIndicator(id), normalizeIndicator(number)] as const);
  return found.length === held.length && found.every(([id, number]) => id === number && held.includes(id));
}

function levelsOf({ parsed }: RuleContext): Map<string, number> {
  return new Map(
    parsed.answers.flatMap(({ indicator, level }): [string, number][] =>
      level === null ? [] : [[indicator, level]],
    ),
  );
}

/** Weighted mean of the workbook's indicators, as Dasbor shows it. */
function shownMean(
  { scale, rounding }: Instrument,
  held: Instrument['indicators'],
  levels: ReadonlyMap<string, number>,
): string {
  const sum = (of: (indicator: Instrument['indicators'][number]) => Fraction) =>
    held.reduce((total, indicator) => total.add(of(indicator)), new Fraction(0));
  const points = sum(({ id, weight }) => weight.mul(exact(levels.get(id) ?? scale.floor)));
  return roundHalfUp(points.div(sum(({ weight }) => weight)), rounding.decimals);
}

function parseFigure(text: string): Fraction | null {
  return /^\d{1,9}(\.\d{1,15})?$/.test(text) ? new Fraction(text) : null;
}

/** With the decimals of an index, or with all it has where they are more. */
function showFigure(figure: Fraction, { rounding }: Instrument): string {
  const rounded = roundHalfUp(figure, rounding.decimals);
  return (figure.equals(rounded) ? rounded : figure.toString()).replace('.', ',');
}

interface Explanation {
  readonly why: string;
  readonly repair: string;
}

const copyOver = 'salin isiannya ke kertas kerja yang masih asli';
const recompute = 'buka di Excel, tekan Ctrl+Alt+F9, lalu simpan';

/** From the formula on Dasbor down to the cells it adds: the first thing that is not as it was made. */
function explain(
  { index, isFormula, rows }: StoredIndex,
  instrument: Instrument,
  levels: ReadonlyMap<string, number>,
): Explanation {
  const { units } = weightUnits(instrument);
  const { floor } = instrument.scale;
  const named = (found: readonly StoredPoints[]) =>
    formatIds(
      found.map(({ id }) => normalizeIndicator(id)),
      instrument.indicators,
    );
  const pointsOf = (id: string, level: number) =>
    String(Math.round(level * levelUnits(instrument)) * (units.get(id) ?? 0));
  const isRight = (row: StoredPoints) => {
    const id = normalizeIndicator(row.id);
    return row.points === pointsOf(id, levels.get(id) ?? floor);
  };
  if (!isFormula) return { why: 'rumus di sel itu sudah ditimpa', repair: copyOver };
  const heavier = rows.filter(
    ({ id, units: stored }) => stored !== String(units.get(normalizeIndicator(id))),
  );
  if (heavier.length > 0) {
    return { why: `bobot di kolom tersembunyi sudah diubah (indikator ${named(heavier)})`, repair: copyOver };
  }
  const wrong = rows.filter((row) => !isRight(row));
  const texts = wrong.filter(
    ({ id, isText, points }) => isText && points === pointsOf(normalizeIndicator(id), floor),
  );
  if (wrong.length > 0 && texts.length === wrong.length) {
    return {
      why: `tingkat yang tersimpan sebagai teks tidak dihitung di sana (indikator ${named(texts)})`,
      repair: 'pilih tingkatnya lagi dari daftar',
    };
  }
  if (wrong.length > 0) {
    return {
      why: `tingkat diubah tanpa dihitung ulang, karena hitungan otomatis mati atau diubah program lain (indikator ${named(wrong)})`,
      repair: `${recompute}; bila tetap berbeda, ${copyOver}`,
    };
  }
  return index.text.startsWith('#')
    ? { why: 'rumus di sel itu rusak', repair: copyOver }
    : { why: 'rumus di sel itu sudah diubah', repair: copyOver };
}
