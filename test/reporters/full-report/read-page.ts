interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface Page {
  /** The page without what stands in its style and scripts. */
  readonly rest: string;
  readonly policy: string;
  readonly tags: readonly Tag[];
  readonly styles: readonly string[];
  readonly scripts: readonly { readonly attributes: Tag['attributes']; readonly text: string }[];
}

const attribute = /\s+([a-zA-Z:-]+)(?:="([^"<>]*)")?/g;
const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z:-]+(?:="[^"<>]*")?)*)\s*>/g;

/**
 * Reads a page that is written as strictly as ours is: every attribute in quotation marks, every other `<` and `>`
 * escaped. Anything else is an error, so that nothing which a browser might read in another way gets past.
 */
export function readPage(page: string): Page {
  const styles: string[] = [];
  const scripts: Page['scripts'][number][] = [];
  // A browser ends these elements at the first end tag, whatever stands in it.
  const rest = page
    .replace(/^<!DOCTYPE html>/, '')
    .replace(
      /<(style|script)((?:\s[^<>]*)?)>([\s\S]*?)<\/\1>/gi,
      (_, name: string, head: string, text: string) => {
        if (name === 'style') styles.push(text);
        else scripts.push({ attributes: attributesOf(head), text });
        return `<${name}${head}></${name}>`;
      },
    );
  const stray = rest.replace(tag, '').match(/.{0,60}[<>].{0,60}/);
  if (stray) throw new Error(`not our HTML: ${stray[0]}`);
  const tags = [...rest.matchAll(tag)].flatMap(([, end, name = '', head = '']) =>
    end ? [] : [{ name, attributes: attributesOf(head) }],
  );
  const meta = tags.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
  return { policy: meta?.attributes['content'] ?? '', rest, tags, styles, scripts };
}

function attributesOf(head: string): Record<string, string> {
  return Object.fromEntries([...head.matchAll(attribute)].map(([, name = '', value = '']) => [name, value]));
}
