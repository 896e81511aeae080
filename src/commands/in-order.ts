/**
 * Runs something for each item and gives the results in the order of the items, whatever the order they end in.
 * @param ahead how many may be under way or wait for their turn: no more are begun, and no more results are kept
 */
export async function* inOrder<T, R>(
  items: Iterable<T>,
  ahead: number,
  run: (item: T) => Promise<R>,
): AsyncGenerator<R, void, void> {
  const begun: Promise<R>[] = [];
  for (const item of items) {
    const result = run(item);
    // It is told when its turn comes, if anybody is still there to hear it.
    result.catch(() => {});
    begun.push(result);
    const [first] = begun;
    if (begun.length < ahead || first === undefined) continue;
    begun.shift();
    yield await first;
  }
  for (const result of begun) yield await result;
}
