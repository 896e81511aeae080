import { insertBefore, type Parts, setText, textOf } from './package-parts.ts';

export const language = 'id-ID';

const part = 'docProps/core.xml';

/** The document's language, so that screen readers pronounce it rightly. */
export function setLanguage(parts: Parts): void {
  const tag = `<dc:language>${language}</dc:language>`;
  const text = textOf(parts, part);
  const replaced = text.replace(/<dc:language>[^<]*<\/dc:language>|<dc:language\/>/, tag);
  if (replaced === text && !text.includes(tag)) insertBefore(parts, part, '</cp:coreProperties>', tag);
  else setText(parts, part, replaced);
}
