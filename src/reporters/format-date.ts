import { type Month, yearOf } from '../plan/month.ts';

const names = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
);

/** `15 September 2026` @param date `2026-09-15` */
export function formatDate(date: string): string {
  const [year, month = 1, day] = date.split('-').map(Number);
  return `${day} ${names[month - 1]} ${year}`;
}

/** `Sep 2026` */
export function formatMonth(month: Month): string {
  return `${(names[month % 12] ?? '').slice(0, 3)} ${yearOf(month)}`;
}
