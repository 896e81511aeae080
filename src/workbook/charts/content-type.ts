import { insertBefore, type Parts, textOf } from './package-parts.ts';

const part = '[Content_Types].xml';

/** Says what a new part is. */
export function addContentType(parts: Parts, name: string, type: string): void {
  if (textOf(parts, part).includes(`PartName="/${name}"`))
    throw new Error(`${name} has a content type already`);
  insertBefore(parts, part, '</Types>', `<Override PartName="/${name}" ContentType="${type}"/>`);
}
