import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { makeFolder, spbe } from '../cli/spbe.ts';

const packs = fileURLToPath(new URL('../../templates/instruments/', import.meta.url));
const official = readFileSync(`${packs}permenpanrb-59-2020/instrument.json`, 'utf8');
const files = {
  'baik.json': official,
  'rusak.json': official.replace('"from": "1.8"', '"from": "1.9"'),
};

/** Options of explain and instruments as a user types them, and the exit code. */
it.each<[string[], 0 | 1 | 2, string]>([
  [['explain', '12'], 0, 'Indikator 12 – '],
  [['explain', 'manajemen', 'risiko'], 0, 'Indikator yang menyebutnya: 21 '],
  [['explain', 'manajmen', 'resiko'], 0, 'Yang cocok dengan “manajmen resiko”'],
  [['explain', '12', '-l', '3', '--format', 'json'], 0, '"level": 3'],
  [['explain', '5', '--instrument', 'permenpanrb-8-2026', '--index', '68,75'], 0, ' menjadi tingkat 3,75\n'],
  [['explain', '5', '--instrument', 'permenpanrb-8-2026', '--index', '-1'], 2, 'bukan angka'],
  [['explain', '5', '--index'], 2, 'Pilihan "--index" perlu nilai sesudahnya.'],
  [['explain', '12', '--level', '6'], 2, 'Pilih 1 sampai 5.'],
  [['explain', 'xyzzyqwv'], 2, 'Coba kata lain'],
  [['explain'], 2, 'belum diisi'],
  [['instruments'], 0, 'permenpanrb-8-2026'],
  [['instruments', 'show', 'permenpanrb-59-2020'], 0, 'Kekeliruan yang diketahui dalam naskah'],
  [['instruments', 'show', 'x'], 2, 'Instrumen "x" tidak dikenal.'],
  [['instruments', 'diff', 'permenpanrb-59-2020', 'permenpanrb-8-2026'], 0, 'Padanan indikator'],
  [['instruments', 'check', 'baik.json'], 0, 'Tidak ada kekeliruan.'],
  [['instruments', 'check', 'rusak.json'], 1, 'rusak.json: bands[1].from: predikat berlubang'],
  [['instruments', 'check', 'hilang.json'], 2, 'Tidak ada instrument.json di "hilang.json"'],
])('spbe %j ends with %i', async (words, code, said) => {
  const result = await spbe(words, { cwd: await makeFolder(files) });
  expect(code === 2 ? result.stderr : result.stdout).toContain(said);
  expect(result.code).toBe(code);
  expect(code === 2 ? result.stdout : result.stderr).toBe('');
});
