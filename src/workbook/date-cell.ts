/** A day as a date of a sheet; the text as it is where it is none, or lies before the days that Excel counts rightly. */
export function dateCell(text: string): Date | string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1900-03-01') return text;
  const date = new Date(`${text}T00:00:00Z`);
  // 31 February would become a day of March.
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return isDay ? date : text;
}
