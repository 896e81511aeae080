/** Node options under which an import of these packages fails. */
export function without(...packages: readonly string[]): string[] {
  const hooks = `export async function resolve(specifier, context, next) {
    const name = specifier.split('/')[0];
    if (${JSON.stringify(packages)}.includes(name)) throw new Error('LOADED ' + name);
    return next(specifier, context);
  }`;
  const url = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
  return [
    '--import',
    url(`import { register } from 'node:module'; register(${JSON.stringify(url(hooks))});`),
  ];
}
