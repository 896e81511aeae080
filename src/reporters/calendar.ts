import type { ActionPlan, ActionStep } from '../plan/action-plan.ts';
import { firstDay } from '../plan/month.ts';
import { clean } from './clean.ts';

/** Octets of a line, its break not counted (RFC 5545, 3.1). */
const longestLine = 75;

/**
 * The steps as a calendar file (iCalendar, RFC 5545), one whole-day event a step. A step keeps its UID when the plan is
 * made anew, so that a calendar moves the event instead of adding another.
 * @param day ISO day on which the plan was made
 */
export function toCalendar(plan: ActionPlan, day: string): string {
  const stamp = `DTSTAMP:${day.replaceAll('-', '')}T000000Z`;
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//spbe//rencana aksi//ID', 'CALSCALE:GREGORIAN'],
    ...plan.steps.flatMap((step) => ['BEGIN:VEVENT', stamp, ...describe(plan, step), 'END:VEVENT']),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function describe({ instrument, region, year }: ActionPlan, step: ActionStep): string[] {
  const owner = step.opdName === null ? [] : [`OPD: ${step.opdName}`];
  const evidence = step.evidence.map(({ text }) => `- ${text}`);
  const about = [step.name, ...owner, ...(evidence.length > 0 ? ['Bukti:', ...evidence] : [])];
  return [
    `UID:${[instrument.id, region, year ?? '', step.id].map(plainWord).join('.')}@spbe`,
    `DTSTART;VALUE=DATE:${compact(firstDay(step.start))}`,
    // The end is the first day that no longer belongs to it.
    `DTEND;VALUE=DATE:${compact(firstDay(step.end + 1))}`,
    `SUMMARY:${escapeText(`SPBE ${step.indicator} ke tingkat ${step.to}: ${step.shortName}`)}`,
    `DESCRIPTION:${about.map(escapeText).join('\\n')}`,
  ];
}

function plainWord(value: string | number): string {
  return String(value)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function escapeText(text: string): string {
  return clean(text).replace(/[\\;,]/g, (sign) => `\\${sign}`);
}

/** Continued on lines that begin with a blank; no sign is cut in two. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const sign of line) {
    if (Buffer.byteLength(current + sign) <= longestLine) current += sign;
    else {
      lines.push(current);
      current = ` ${sign}`;
    }
  }
  return [...lines, current].join('\r\n');
}
