/** As `<script id="spbe-seal">` of the html report writes it. */
const mark = 'id="spbe-seal"';
/** The index as people read it, in an element that says so. */
const headline = /\sdata-index="[^"<>]{1,60}"[^<>]{0,200}>([^<]{1,40})</;

/**
 * The seal of a report in html; anybody may have changed it since. No document is built: a script of JSON ends at the first
 * `</script`, whatever stands in it.
 * @returns null if the page carries none, or more than one: then nobody knows which is meant
 */
export function readSealFromHtml(
  page: string,
): { readonly json: string; readonly shownIndex: string | null } | null {
  const found: string[] = [];
  for (let at = page.indexOf(mark); at >= 0; at = page.indexOf(mark, at + mark.length)) {
    const open = page.lastIndexOf('<', at);
    const start = page.indexOf('>', at);
    if (start < 0 || !/^<script\s[^>]*$/i.test(page.slice(open, Math.min(at, open + 500)))) continue;
    const end = page.toLowerCase().indexOf('</script', start);
    if (end < 0) continue;
    found.push(page.slice(start + 1, end));
    if (found.length > 1) return null;
  }
  const [json] = found;
  if (json === undefined) return null;
  const shown = headline.exec(page)?.[1]?.trim().replace(',', '.');
  return { json, shownIndex: shown ?? null };
}
