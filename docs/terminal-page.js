/** @typedef {{ command: string, output: string }} Shown */

/** Styles by code of SGR; 0 and others take all away. @type {Readonly<Record<string, string>>} */
const styles = {
  1: 'font-weight:bold',
  2: 'opacity:.6',
  4: 'text-decoration:underline',
  31: 'color:#ff7b72',
  32: 'color:#7ee787',
  33: 'color:#e3b341',
  34: 'color:#79c0ff',
  35: 'color:#d2a8ff',
  36: 'color:#56b6e0',
  90: 'color:#8b949e',
};

/** What ends which styles. @type {Readonly<Record<string, readonly string[]>>} */
const ends = { 22: ['1', '2'], 24: ['4'], 39: ['31', '32', '33', '34', '35', '36', '90'] };

/**
 * A terminal's screen as a page of HTML.
 * @param {readonly Shown[]} session
 * @param {number} lines shown of each output; the rest is said to be there
 */
export function terminalPage(session, lines) {
  const text = session
    .map(({ command, output }) => {
      const all = output.trimEnd().split('\n');
      const rest = all.length > lines ? `\n\u001b[90m… ${all.length - lines} baris lagi\u001b[39m` : '';
      return `\u001b[1m$ ${command}\u001b[22m\n${all.slice(0, lines).join('\n')}${rest}`;
    })
    .join('\n\n');
  const look =
    'margin:0;padding:20px;background:#16181d;color:#e6e6e6;font:15px/1.3 "DejaVu Sans Mono",monospace';
  return `<!doctype html><meta charset="utf-8"><body style="margin:0"><pre style="${look.replaceAll('"', "'")}">${toHtml(text)}</pre>`;
}

/** @param {string} text with escapes of colour */
function toHtml(text) {
  /** @type {string[]} */
  let open = [];
  const [first = '', ...styled] = text.split('\u001b[');
  return [
    escapeText(first),
    ...styled.map((part) => {
      const end = part.indexOf('m');
      for (const code of part.slice(0, end).split(';')) {
        if (styles[code]) open.push(code);
        else open = open.filter((one) => code in ends && !ends[code]?.includes(one));
      }
      const style = open.map((one) => styles[one]).join(';');
      return `<span style="${style}">${escapeText(part.slice(end + 1))}</span>`;
    }),
  ].join('');
}

/** @param {string} text */
function escapeText(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
