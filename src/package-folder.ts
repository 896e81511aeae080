/**
 * The folder of this package, with `package.json` and `templates`. The one place that asks where its code lies: `src` and
 * `dist` are both right below, and the bundler puts all files of `dist` side by side.
 */
export const packageFolder = new URL('../', import.meta.url);
