/**
 * Node options under which the program fails as soon as it loads one of these packages: by itself, or in a file of the
 * bundle, where a comment names each module, or the file bears the name of the one package in it.
 */
export function without(...packages: readonly string[]): string[] {
  const hooks = `
  import { readFileSync } from 'node:fs';
  import { fileURLToPath } from 'node:url';
  const packages = ${JSON.stringify(packages)};
  const fail = (name) => { throw new Error('LOADED ' + name); };
  export async function resolve(specifier, context, next) {
    const own = packages.find((name) => specifier === name || specifier.startsWith(name + '/'));
    if (own) fail(own);
    const found = await next(specifier, context);
    const file = /[/]dist[/]([^/]+)-.{8}[.]js$/.exec(found.url)?.[1];
    if (packages.includes(file)) fail(file);
    if (/[/]dist[/][^/]+[.]js$/.test(found.url)) {
      const text = readFileSync(fileURLToPath(found.url), 'utf8');
      const inside = packages.find((name) => text.includes('// node_modules/' + name + '/'));
      if (inside) fail(inside);
    }
    return found;
  }`;
  const url = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
  return [
    '--import',
    url(`import { register } from 'node:module'; register(${JSON.stringify(url(hooks))});`),
  ];
}
