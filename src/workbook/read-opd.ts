import { normalizeIndicator } from '../assessment/normalize-indicator.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { formatPlace } from '../problem.ts';
import type { Book } from './book.ts';
import type { Column } from './layout.ts';
import { describeTooLong, fieldAt, findByHeader } from './tables.ts';

export interface OpdRow {
  readonly code: string;
  readonly name: string;
  /** In the instrument's order. */
  readonly indicators: readonly string[];
}

const columns: readonly Column[] = [
  { key: 'code', header: 'kode', width: 0, words: ['kode', 'kode opd', 'code', 'singkatan'] },
  {
    key: 'name',
    header: 'nama',
    width: 0,
    words: ['nama', 'nama opd', 'opd', 'perangkat daerah', 'unit kerja', 'name'],
  },
  {
    key: 'indicators',
    header: 'indikator',
    width: 0,
    words: ['indikator', 'nomor indikator', 'indicators', 'indikator yang dijawab'],
  },
];

/**
 * Reads a list of OPD: a table `kode, nama, indikator`, the last like `1-10, 12`. Without a code one is made of the name.
 * @returns the OPD, and every fault with its place; with a fault the list must not be used
 */
export function readOpdList(
  book: Book,
  file: string,
  instrument: Instrument,
): { opd: OpdRow[]; faults: string[] } {
  const found = book.sheets
    .map((sheet) => findByHeader(sheet, columns))
    .find((table) => table?.columns.has('name') && table.columns.has('indicators'));
  if (!found) {
    return {
      opd: [],
      faults: [`${file}: judul kolom tidak dikenali. Tulis "kode,nama,indikator" di baris pertama.`],
    };
  }
  const tooLong = describeTooLong(found);
  if (tooLong !== null) return { opd: [], faults: [`${file}: ${tooLong}`] };
  const opd: OpdRow[] = [];
  const faults: string[] = [];
  const seen = new Map<string, string>();
  for (const row of found.rows) {
    const field = (key: string) => fieldAt(found, row, key, file);
    const [code, name, list] = [field('code'), field('name'), field('indicators')];
    if (name.text === '' && list.text === '') continue;
    const slug = toCode(code.text || name.text);
    if (slug === '') {
      faults.push(`${formatPlace(name.at)}: OPD tanpa kode dan nama. Isi keduanya.`);
      continue;
    }
    const earlier = seen.get(slug);
    if (earlier !== undefined) {
      faults.push(`${formatPlace(name.at)}: kode "${slug}" sudah dipakai di ${earlier}. Beri kode lain.`);
    }
    seen.set(slug, formatPlace({ ...name.at, file: '' }));
    const { ids, unknown } = parseIndicators(list.text, instrument);
    if (unknown.length > 0) {
      faults.push(
        `${formatPlace(list.at)}: indikator ${unknown.map((one) => `"${one}"`).join(', ')} tidak dikenal di ${instrument.name}.`,
      );
    }
    opd.push({ code: slug, name: name.text || code.text, indicators: ids });
  }
  if (opd.length === 0 && faults.length === 0) faults.push(`${file}: tidak ada satu pun OPD di dalamnya.`);
  return { opd, faults };
}

const longestList = 2000;

/** `1-10, 12; 15 16`: single ids and ranges; an id of the instrument such as `35-1` is never taken for a range. */
function parseIndicators(text: string, { indicators }: Instrument): { ids: string[]; unknown: string[] } {
  // The pattern below would take hours for a text of many blanks.
  if (text.length > longestList) return { ids: [], unknown: [`${text.slice(0, 20)}…`] };
  const order = indicators.map(({ id }) => id);
  const wanted = new Set<string>();
  const unknown: string[] = [];
  const tokens = text
    .replace(/\s*(?:-|–|—|s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?)\s*(?=\d)/gi, '-')
    .split(/[\s,;/&]|\bdan\b/i)
    .filter((token) => token !== '');
  for (const token of tokens) {
    const id = normalizeIndicator(token);
    const [, first = '', last = ''] = /^(\d+)-(\d+)$/.exec(id) ?? [];
    const [from, to] = [order.indexOf(first), order.indexOf(last)];
    if (order.includes(id)) wanted.add(id);
    else if (from >= 0 && to >= from) {
      for (const one of order.slice(from, to + 1)) wanted.add(one);
    } else unknown.push(token);
  }
  return { ids: order.filter((id) => wanted.has(id)), unknown };
}

function toCode(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
}
