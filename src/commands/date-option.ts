import { InvalidArgumentError, Option } from 'commander';

/** The day on which documents are judged: reviews grow old, and a waiver runs out. */
export function dateOption(): Option {
  return new Option('--date <tanggal>', 'hari penilaian, misalnya 2026-09-15 (bawaan: hari ini)').argParser(
    parseDay,
  );
}

function parseDay(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  if (!isDay) throw new InvalidArgumentError('Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-09-15.');
  return text;
}

/** Today where the person sits, as an ISO day. */
export function today(): string {
  const now = new Date();
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
