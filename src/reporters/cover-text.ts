import { formatDay, formatPlace, type Problem } from '../problem.ts';
import { clean } from './clean.ts';
import { summarizeProblems } from './problems.ts';

const mostNamed = 5;
const longestMessage = 400;

/** What a cover text is about. */
export interface Cover {
  readonly opd: string;
  readonly region: string | null;
  readonly year: number | null;
  /** Of this OPD's workbooks, without notes. */
  readonly problems: readonly Problem[];
  /** Names of the marked copies; null if there are to be none. */
  readonly copies: readonly string[] | null;
  /** ISO day; null if spbe.yaml names none. */
  readonly closing: string | null;
}

/** The text that goes to one OPD with its marked workbook, as plain text for WhatsApp or mail. */
export function coverText({ opd, region, year, problems, copies, closing }: Cover): string {
  const gravest = problems.toSorted(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  );
  const left = problems.length - mostNamed;
  const about = ['penilaian mandiri SPBE', year, region].filter((part) => part !== null).join(' ');
  return [
    `Yth. Kepala ${clean(opd)}`,
    '',
    `Kertas kerja ${clean(about)} sudah kami periksa: ${summarizeProblems(problems)}.`,
    '',
    problems.length > mostNamed ? 'Yang paling penting:' : 'Yang perlu diperbaiki:',
    ...gravest.slice(0, mostNamed).map((one, index) => `${index + 1}. ${describe(one)}`),
    ...(left > 0 ? [`… dan ${left} lagi${copies === null ? '' : ', semuanya di lembar Perbaikan'}.`] : []),
    '',
    describeCopies(copies),
    ...(closing === null ? [] : [`Batas waktu: ${formatDay(closing)}.`]),
    '',
    'Terima kasih.',
    'Koordinator SPBE',
    '',
  ].join('\n');
}

function describeCopies(copies: Cover['copies']): string {
  if (copies === null) return 'Mohon perbaiki di berkas aslinya, lalu kirim kembali.';
  if (copies.length === 0) {
    return 'Berkasnya tidak dapat kami tandai. Mohon perbaiki di berkas aslinya, lalu kirim kembali.';
  }
  return `Terlampir: ${copies.map(clean).join(', ')}. Sel yang bermasalah diberi warna dan komentar; daftarnya di lembar Perbaikan. Perbaiki langsung di berkas itu, lalu kirim kembali.`;
}

function describe({ at, message }: Problem): string {
  const place = clean(formatPlace({ ...at, file: '' })) || 'seluruh berkas';
  const text = clean(message);
  return `${place}: ${text.length > longestMessage ? `${text.slice(0, longestMessage)}…` : text}`;
}
