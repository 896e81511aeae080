import { statfs } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { project } from '../cli/recorded-project.ts';
import { makeFolder } from '../cli/spbe.ts';
import { runHere, sitDown } from './run-here.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return { ...real, statfs: vi.fn(real.statfs) };
});

interface Finding {
  readonly id: string;
  readonly state: string;
  readonly text: string;
}

/** What is said of these matters. */
async function findings(cwd: string, ...ids: string[]): Promise<(readonly [string, string])[]> {
  const { stdout } = await runHere(['doctor', '-f', 'json'], cwd);
  const { findings: all }: { findings: Finding[] } = JSON.parse(stdout);
  return all.filter(({ id }) => ids.includes(id)).map(({ state, text }) => [state, text] as const);
}

describe('spbe doctor', () => {
  it('tells a narrow terminal from a wide one', async () => {
    const cwd = await makeFolder();
    expect(await findings(cwd, 'terminal')).toEqual([['good', 'Keluaran tidak ke terminal; tanpa warna.']]);
    sitDown(79);
    expect(await findings(cwd, 'terminal')).toEqual([
      ['caution', 'Terminal selebar 79 kolom; lebarkan jendela sampai 80 kolom agar tabel tidak terpotong.'],
    ]);
    sitDown(120);
    expect(await findings(cwd, 'terminal')).toEqual([['good', 'Terminal selebar 120 kolom.']]);
  });

  it('warns of a full disk, and says nothing where the system does not', async () => {
    const cwd = await makeFolder();
    const usual = await statfs(cwd);
    vi.mocked(statfs).mockResolvedValueOnce({ ...usual, bavail: 199, bsize: 1024 * 1024 });
    expect(await findings(cwd, 'space')).toEqual([
      ['caution', 'Sisa tempat di diska 199 MB – kosongkan sebagian.'],
    ]);
    vi.mocked(statfs).mockRejectedValueOnce(new Error('ENOSYS'));
    expect(await findings(cwd, 'space')).toEqual([]);
  });

  it('names five of many open workbooks, and of many damaged records', async () => {
    const names = Array.from({ length: 7 }, (_, at) => String(at));
    const cwd = await project({
      ...Object.fromEntries(names.map((at) => [`kertas-kerja/~$${at}.xlsx`, ''])),
      ...Object.fromEntries(names.slice(0, 6).map((at) => [`riwayat/${at}.json`, ''])),
    });
    const [open, records] = await findings(cwd, 'open-files', 'records');
    expect(open?.[1]).toMatch(
      /^Sedang terbuka di Excel atau LibreOffice: (\d\.xlsx, ){5}dan 2 lagi\. Simpan dan tutup/,
    );
    expect(records).toEqual([
      'bad',
      '6 catatan rusak: riwayat/0.json, riwayat/1.json, riwayat/2.json, riwayat/3.json, riwayat/4.json, dan 1 lagi. Kembalikan dari cadangan, atau pindahkan.',
    ]);
  });
});
