/** What a cell for "Berkas atau tautan" means, before looking at the disk. */
export type Location =
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'link'; readonly text: string }
  /**
   * segments: names between the strokes, `..` kept, `.` and empty ones left out. absolute: begins at a drive, a share
   * or the root of a disk, of this machine or another; `whole` is it in full.
   */
  | {
      readonly kind: 'path';
      readonly segments: readonly string[];
      readonly absolute: boolean;
      readonly whole: string;
    };

const quotes = /^["'“”„‘’«»<(\s]+|["'“”‘’«»>)\s]+$/g;
const longestPath = 4_096;

/**
 * Undoes what people and programs do to a path: quotes and blanks around it, `file:///`, backslashes, drive letters,
 * decomposed letters (macOS).
 * @param isLink tells an address from a path
 */
export function cleanLocation(text: string, isLink: (text: string) => boolean): Location {
  const plain = text.slice(0, longestPath).normalize('NFC').trim();
  const bare = balanced(plain);
  if (/^[-–—_.?]*$/u.test(bare)) return { kind: 'unnamed' };
  if (isLink(bare)) return { kind: 'link', text: bare };
  const path = withoutScheme(bare).replaceAll('\\', '/');
  const absolute = /^(?:[a-z]:|\/|~\/|%\w+%)/i.test(path);
  const segments = path
    .replace(/^[a-z]:/i, '')
    .split('/')
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '' && segment !== '.');
  return segments.length === 0 && !absolute
    ? { kind: 'unnamed' }
    : { kind: 'path', segments, absolute, whole: path };
}

/** Without the quotes around it; a bracket at the end may belong to the name: `SK (salinan)`. */
function balanced(text: string): string {
  const bare = text.replace(quotes, '');
  const closes = text.slice(text.indexOf(bare) + bare.length);
  return closes.startsWith(')') && bare.includes('(') && !bare.includes(')') ? `${bare})` : bare;
}

function withoutScheme(text: string): string {
  const local = /^file:(?:\/\/localhost)?\/{0,5}(.*)$/is.exec(text)?.[1];
  if (local === undefined) return text;
  const path = /^[a-z]:/i.test(local) ? local : `/${local}`;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
