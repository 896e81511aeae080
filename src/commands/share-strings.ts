/** Longer ones are words that hardly ever come twice. */
const longest = 60;

/**
 * Makes equal texts one text again: what comes from a thread holds a copy of a file's name for each of its cells.
 * @returns a function that goes through plain data, which it changes in place, and remembers texts from call to call
 */
export function makeShareStrings(): <T>(data: T) => T {
  const known = new Map<string, string>();
  const share = (value: unknown): unknown => {
    if (typeof value === 'string') return value.length > longest ? value : shareOne(value, known);
    if (value instanceof Map) for (const [key, one] of value) value.set(key, share(one));
    else if (Array.isArray(value)) for (const [index, one] of value.entries()) value[index] = share(one);
    else if (typeof value === 'object' && value !== null)
      shareFields(value as Record<string, unknown>, share);
    return value;
  };
  return <T>(data: T) => share(data) as T;
}

function shareFields(fields: Record<string, unknown>, share: (value: unknown) => unknown): void {
  for (const key in fields) fields[key] = share(fields[key]);
}

function shareOne(text: string, known: Map<string, string>): string {
  const one = known.get(text);
  if (one !== undefined) return one;
  known.set(text, text);
  return text;
}
