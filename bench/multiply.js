import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * Copies workbooks round by round until there are so many, each under an id and an OPD of its own.
 * @param {string} from folder of workbooks of opd-01, opd-02, …
 * @param {string} to folder that is there
 * @param {number} count
 */
export function multiply(from, to, count) {
  const originals = readdirSync(from).map((name) =>
    unzipSync(new Uint8Array(readFileSync(join(from, name)))),
  );
  for (let number = 0; number < count; number++) {
    const parts = originals[number % originals.length] ?? {};
    const name = Object.keys(parts).find((one) => one.endsWith('sharedStrings.xml')) ?? '';
    const strings = strFromU8(parts[name] ?? new Uint8Array())
      .replace(/[0-9a-f]{8}(?=-[0-9a-f]{4}-)/, String(number).padStart(8, '0'))
      .replace(/>opd-\d\d</, `>opd-${number}<`);
    const copy = { ...parts, [name]: strToU8(strings) };
    writeFileSync(join(to, `${String(number).padStart(4, '0')}.xlsx`), zipSync(copy, { level: 1 }));
  }
}
