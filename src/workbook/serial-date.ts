import type { NumberFormat } from './styles.ts';

const daySeconds = 86_400;
const dayMilliseconds = daySeconds * 1000;
const epoch1904 = Date.UTC(1904, 0, 1);
/** Day 61 is 1 March 1900: two days off a true count, for the day 0 and the 29 February that never were. */
const epoch1900 = Date.UTC(1899, 11, 30);
/** 31 December 9999; Excel shows nothing beyond. */
const lastSerial = 2_958_465;

/**
 * ISO text of a date as Excel stores it, in days since 1900 or 1904; to the second.
 * The days that Excel made up come out as Excel shows them: `1900-01-00` and `1900-02-29`.
 * @param shown a `time` below one day comes out as `09:30`
 * @returns null if Excel has no date for the number (negative, or after the year 9999)
 */
export function formatSerial(serial: number, shown: NumberFormat, date1904: boolean): string | null {
  const seconds = Math.round(serial * daySeconds);
  const day = Math.floor(seconds / daySeconds);
  if (!(day >= 0 && day <= lastSerial)) return null;
  const time = formatTime(seconds - day * daySeconds);
  if (shown === 'time' && day === 0) return time === '' ? '00:00' : time;
  const date = date1904 ? isoDay(epoch1904, day) : date1900(day);
  return time === '' ? date : `${date}T${time}`;
}

function date1900(day: number): string {
  if (day === 0) return '1900-01-00';
  if (day === 60) return '1900-02-29';
  return isoDay(epoch1900, day < 60 ? day + 1 : day);
}

function isoDay(epoch: number, day: number): string {
  return new Date(epoch + day * dayMilliseconds).toISOString().slice(0, 10);
}

/** `09:30`, or `09:30:15` if there are seconds; empty at midnight. */
function formatTime(seconds: number): string {
  if (seconds === 0) return '';
  const pad = (value: number) => String(value).padStart(2, '0');
  const minutes = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? minutes : `${minutes}:${pad(seconds % 60)}`;
}
