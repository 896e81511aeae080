/** Words of a title or file name, lower case, with single blanks between: `Draft_SK-Tim.pdf` → `draft sk tim pdf`. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Name of the file at the end of a path or link, without its extension. */
export function fileName(path: string): string {
  const name = path.trim().split(/[\\/]/).at(-1) ?? '';
  return name.replace(/\.[a-z0-9]{1,5}$/i, '');
}
