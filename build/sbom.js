/*
 * Writes dist/sbom.json: the packages that who installs spbe gets, as CycloneDX. These are the dependencies with all beneath
 * them, and the packages whose code the bundle holds, though npm knows them as needed for development only. Of the same lock
 * file and bundle the same bytes come out.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {{
 *   'bom-ref': string, name: string, scope: string, properties: { name: string, value: string }[],
 * }} Component
 */

const root = new URL('../', import.meta.url);
const bundled = listBundled();
const known = askNpm();
/** @type {Component[]} */
const components = known.components.filter(isShipped).map(asShipped);
const refs = new Set([known.metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
const missing = [...bundled].filter((ref) => !refs.has(ref));
if (missing.length > 0) throw new Error(`In the bundle, but not in package-lock.json: ${missing.join(', ')}`);
const { $schema, bomFormat, specVersion, version } = known;
const sbom = {
  ...{ $schema, bomFormat, specVersion, version },
  metadata: { component: { ...known.metadata.component, name: 'spbe' } },
  components: components.toSorted((a, b) => compareText(a['bom-ref'], b['bom-ref'])),
  dependencies: known.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)).toSorted() }))
    .toSorted((a, b) => compareText(a.ref, b.ref)),
};
writeFileSync(new URL('dist/sbom.json', root), `${JSON.stringify(sbom, null, 2)}\n`);

/** `name@version` of the packages in the bundle, as the notice of their licences names them. */
function listBundled() {
  const notice = readFileSync(new URL('dist/third-party.txt', root), 'utf8');
  // The licence of each begins with this line, the first one or beneath a line drawn across.
  const heads = notice.matchAll(/(?:^|─\n\n)(\S+) (\d\S*) \([^\n]*\)\n/g);
  return new Set([...heads].map(([, name, version]) => `${name}@${version}`));
}

/**
 * @returns {{
 *   $schema: string, bomFormat: string, specVersion: string, version: number,
 *   metadata: { component: Component }, components: Component[],
 *   dependencies: { ref: string, dependsOn: string[] }[],
 * }}
 */
function askNpm() {
  const npm = process.env['npm_execpath'];
  if (npm === undefined) throw new Error('Run it as "npm run sbom"');
  const line = [npm, 'sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { status, stdout, stderr } = spawnSync(process.execPath, line, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`npm sbom: ${stderr}`);
  return JSON.parse(stdout);
}

/** @param {Component} component */
function isShipped(component) {
  return bundled.has(component['bom-ref']) || !component.properties.some(isDevelopment);
}

/**
 * @param {Component} component
 * @returns {Component}
 */
function asShipped(component) {
  const mark = bundled.has(component['bom-ref']) ? [{ name: 'spbe:bundled', value: 'true' }] : [];
  const properties = component.properties.filter((one) => !isDevelopment(one));
  return { ...component, scope: 'required', properties: [...properties, ...mark] };
}

/** @param {{ name: string }} property */
function isDevelopment({ name }) {
  return name === 'cdx:npm:package:development';
}

/**
 * @param {string} a
 * @param {string} b
 */
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
