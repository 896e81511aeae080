import { stageWords } from '../assessment/stage.ts';
import type {
  TrendChange,
  TrendKind,
  TrendMeasure,
  TrendPoint,
  TrendStatement,
} from '../assessment/trend.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { formatChange, formatNumber } from './number.ts';

export const measureWords: Readonly<Record<TrendMeasure, string>> = {
  external: 'Hasil eksternal',
  internal: 'Asesor internal',
  claim: 'Klaim sendiri',
};

/** `mandiri`, `eksternal`, `eksternal (interviu)`, `diumumkan`. */
export function kindWord(kind: TrendKind): string {
  if (kind === 'published') return 'diumumkan';
  if (kind === 'self') return stageWords.self;
  if (kind === 'assessor') return 'asesor internal';
  return kind === 'final' ? 'eksternal' : `eksternal (${stageWords[kind]})`;
}

/** What a statement says, as a sentence or two. */
export function sayStatement(
  statement: TrendStatement,
  instruments: ReadonlyMap<string, Instrument>,
): string {
  const packOf = ({ instrument: id }: TrendPoint): Instrument => {
    const found = instruments.get(id);
    if (found === undefined) throw new Error(`No instrument ${id}`);
    return found;
  };
  const shown = (point: TrendPoint) => formatNumber(point.index.value, packOf(point).rounding.decimals);
  switch (statement.kind) {
    case 'change':
      return sayChange(statement.change, shown, packOf(statement.change.to));
    case 'predicate':
      return sayPredicate(statement);
    case 'years-missing': {
      const { change, years } = statement;
      return `Nilai ${years.join(', ')} tidak diketahui; perubahan ${span(change)} terjadi dalam ${change.to.year - change.from.year} tahun.`;
    }
    case 'single': {
      const { point } = statement;
      return `${point.year}: ${shown(point)} adalah satu-satunya nilai (${kindWord(point.kind)}) dengan ${packOf(point).name}, jadi belum ada tren.`;
    }
    case 'instrument-break':
      return sayBreak(statement, shown, packOf);
    case 'measures-apart': {
      const names = statement.measures.map((measure) => measureWords[measure].toLowerCase());
      return `Ada ${names.length} garis terpisah: ${names.join(', ')}. Selisih di antaranya bukan kenaikan atau penurunan; lihat spbe stages dan spbe optimism.`;
    }
    case 'sources-differ': {
      const { point, other } = statement;
      const { decimals } = packOf(point).rounding;
      return `${point.year}: dua sumber berbeda, ${shown(point)} (dipakai; ${point.source}) dan ${formatNumber(other.index.value, decimals)} (${other.source}). Cocokkan dengan laporan resmi.`;
    }
    case 'early-stage':
      return `${statement.point.year}: ${shown(statement.point)} baru hasil tahap ${kindWord(statement.point.kind).replace(/^.*\(|\)$/g, '')}, bukan hasil akhir.`;
    case 'blanks':
      return `${statement.point.year}: ${statement.point.blanks} indikator kosong dan dihitung pada tingkat terendah; indeksnya dapat lebih tinggi.`;
    case 'target':
      return sayTarget(statement, shown(statement.point), packOf(statement.point).rounding.decimals);
  }
}

export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

export function span({ from, to }: TrendChange): string {
  return `${from.year} → ${to.year}`;
}

type Shown = (point: TrendPoint) => string;

function sayChange(change: TrendChange, shown: Shown, instrument: Instrument): string {
  const { decimals } = instrument.rounding;
  const { from, to, direction, difference } = change;
  const ends = `${shown(from)} → ${shown(to)}`;
  const size = formatNumber(difference.abs(), decimals);
  const what = {
    same: `tidak bergerak, tetap ${shown(to)}`,
    rise: `naik ${size} (${ends})`,
    fall: `turun ${size} (${ends})`,
  }[direction];
  return `${span(change)}: ${what}. ${sayParts(change, instrument)}`.trim();
}

/** What the groups at the top are called: some instruments have no domains. */
export function topWord({ groups }: Instrument): 'domain' | 'aspek' {
  return groups.some(({ kind }) => kind === 'domain') ? 'domain' : 'aspek';
}

/** Which domains brought it, the largest first; what rounds to nothing is no movement. */
function sayParts({ from, to, byTop, direction }: TrendChange, instrument: Instrument): string {
  const { decimals } = instrument.rounding;
  const word = topWord(instrument);
  if (byTop === null) {
    if (direction === 'same') return '';
    const blind = [from, to].filter(({ groups }) => groups.size === 0).map(({ year }) => year);
    const what =
      blind.length === 0
        ? `${capital(word)} yang diketahui di kedua tahun itu tidak sama`
        : `Nilai ${word} ${blind.join(' dan ')} tidak diketahui`;
    return `${what}, jadi asalnya tidak dapat dirinci.`;
  }
  const list = (sign: number) =>
    byTop.parts
      .filter(({ points }) => points.compare(0) === sign && !/^[0,]*$/.test(formatChange(points, decimals)))
      .toSorted((a, b) => b.points.abs().compare(a.points.abs()))
      .map(({ group, points }) => `${group.name} (${formatChange(points, decimals)})`)
      .join(', ');
  const [up, down] = [list(1), list(-1)];
  const parts = [up && `naik di ${up}`, down && `turun di ${down}`].filter((part) => part !== '');
  if (parts.length === 0) return `Tidak ada ${word} yang bergerak berarti.`;
  return `${byTop.isExact ? 'Asalnya' : 'Asalnya kira-kira'}: ${parts.join('; ')}.`;
}

function sayPredicate({ change, from, to }: Extract<TrendStatement, { kind: 'predicate' }>): string {
  const open = [change.from, change.to].flatMap(({ otherPredicate, year }) =>
    otherPredicate === null ? [] : [`${year} mungkin ${otherPredicate}`],
  );
  const doubt =
    open.length === 0 ? '' : ` Dekat batas, dan hanya indeks yang dibulatkan diketahui: ${open.join(', ')}.`;
  return `Predikat berubah pada ${change.to.year}: ${from} → ${to}.${doubt}`;
}

function sayBreak(
  { from, to, comparability }: Extract<TrendStatement, { kind: 'instrument-break' }>,
  shown: Shown,
  packOf: (point: TrendPoint) => Instrument,
): string {
  const describe = ({ name, scale, indicators }: Instrument) =>
    `${name} (skala ${scale.min}–${scale.max}, ${indicators.length} butir)`;
  const older = packOf(from);
  const what = `${from.year} → ${to.year}: instrumen berganti dari ${describe(older)} ke ${describe(packOf(to))}. Indeksnya tidak sebanding, jadi garisnya diputus: dari ${shown(from)} ke ${shown(to)} bukan kenaikan dan bukan penurunan.`;
  if (comparability === null) return `${what} Padanan butir-butirnya tidak tersedia.`;
  const { continued, certain, ended, began } = comparability;
  return `${what} Yang sebanding hanya pokok bahasannya: ${continued} dari ${older.indicators.length} butir berlanjut (${certain} dengan pasti), ${ended} berakhir, ${began} baru.`;
}

function sayTarget(
  { target, point, distance, isUncertain }: Extract<TrendStatement, { kind: 'target' }>,
  index: string,
  decimals: number,
): string {
  const name = target.year === null ? `Target ${target.label}` : `Target ${target.year} (${target.label})`;
  const value = `${index} pada ${point.year}, ${kindWord(point.kind)}`;
  if (isUncertain)
    return `${name}: belum pasti tercapai, karena hanya indeks yang dibulatkan diketahui (${value}).`;
  if (distance.compare(0) <= 0) {
    const above = formatNumber(distance.abs(), decimals);
    return `${name}: tercapai${/^[0,]*$/.test(above) ? '' : `, lebih ${above}`} (${value}).`;
  }
  return `${name}: kurang ${formatNumber(distance, decimals)} (${value}).`;
}
