/**
 * The first name that nobody has taken: `a.xlsx`, `a-2.xlsx` and so on. Upper and lower case count as the same, as on Windows.
 * @param nameOf makes a name with an ending to its stem: empty, `-2`, `-3` …
 * @param taken in lower case; gets the name
 */
export function firstFree(nameOf: (ending: string) => string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const name = nameOf(number === 1 ? '' : `-${number}`);
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
