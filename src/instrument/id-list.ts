/**
 * Ids as people write them: `3, 7–9, 12`. Runs of three and more neighbours in the instrument's order are joined.
 * @param ids some ids of `order`, in that order
 */
export function formatIds(ids: readonly string[], order: readonly { readonly id: string }[]): string {
  const wanted = new Set(ids);
  const parts: string[] = [];
  let run: string[] = [];
  const flush = () => {
    if (run.length >= 3) parts.push(`${run[0]}–${run.at(-1)}`);
    else parts.push(...run);
    run = [];
  };
  for (const { id } of order) {
    if (wanted.has(id)) run.push(id);
    else flush();
  }
  flush();
  return parts.join(', ');
}
