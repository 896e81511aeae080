/** Whether a cell says yes or no, as people tick: `Ya`, `sudah`, `✓`; `Belum`, `tidak`. null: neither. */
export function parseYes(text: string): boolean | null {
  if (/^(ya|sudah|y|v|x|✓|true)$/i.test(text)) return true;
  return /^(belum|tidak|t|false)$/i.test(text) ? false : null;
}
