/** Text of a cell that would break the page, cut at a blank where there is one near, and said to be cut. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most);
  const blank = head.lastIndexOf(' ');
  return `${(blank > most * 0.8 ? head.slice(0, blank) : head).replace(/[\ud800-\udbff]$/, '')} … (dipotong)`;
}
