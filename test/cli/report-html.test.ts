import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPage } from '../reporters/full-report/read-page.ts';
import { csv, yaml } from './recorded-project.ts';
import { makeFolder, spbe } from './spbe.ts';
import { without } from './without-packages.ts';

const date = ['--date', '2026-11-22'];

const project = (region = 'Kabupaten Contoh') =>
  makeFolder({
    'spbe.yaml': yaml.replace('Kabupaten Contoh', JSON.stringify(region)),
    'tingkat.csv': csv({ 12: 1 }),
  });

const html = (cwd: string, ...more: string[]) =>
  spbe(['report', 'tingkat.csv', '-f', 'html', ...date, ...more], { cwd });

describe('spbe report --format html', () => {
  it('writes one page with its seal, and the same bytes again', async () => {
    const cwd = await project();
    expect(await html(cwd, '-o', 'a.html')).toEqual({ stdout: '', stderr: '', code: 0 });
    await html(cwd, '-o', 'b.html');
    const page = await readFile(join(cwd, 'a.html'), 'utf8');
    expect(await readFile(join(cwd, 'b.html'), 'utf8')).toBe(page);
    const { stdout } = await spbe(['report', 'tingkat.csv', '-f', 'json', ...date], { cwd });
    const { seal, sealShort } = JSON.parse(stdout);
    expect(JSON.parse(readPage(page).scripts[0]?.text ?? '')).toEqual(seal);
    expect(page).toContain(`Segel ${sealShort}.`);
    expect(page).toContain('<h1>Laporan SPBE · Kabupaten Contoh · 2025</h1>');
  });

  it('gives leaders one page, without the lists', async () => {
    const cwd = await project();
    await html(cwd, '--audience', 'pimpinan', '-t', '2.6', '-o', 'satu.html');
    const page = await readFile(join(cwd, 'satu.html'), 'utf8');
    expect(page).toContain('Keputusan yang diperlukan');
    expect(page).not.toContain('Lampiran');
  });

  it('writes markup in the name of a region as text', async () => {
    const cwd = await project('</h1><script>alert(1)</script>');
    await html(cwd, '-o', 'a.html');
    const page = await readFile(join(cwd, 'a.html'), 'utf8');
    expect(readPage(page).scripts).toHaveLength(2);
    expect(page).toContain('&lt;/h1&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('needs the name of a file', async () => {
    const { stdout, stderr, code } = await html(await project());
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toContain('Bentuk html perlu nama berkas. Tambahkan -o, misalnya -o laporan.html.');
  });

  it('writes a page for each OPD into a folder', async () => {
    const cwd = await makeFolder({
      'opd.csv': 'kode,nama,indikator\ndinkom,Dinas Kominfo,"1,12"\nbappeda,Bappeda,2\n',
    });
    await mkdir(join(cwd, 'hasil'));
    const about = ['--region', 'Kabupaten Contoh', '--kind', 'kabupaten', '--year', '2025'];
    await spbe(['init', '.', ...about, '--opd', 'opd.csv'], { cwd });
    const { stderr, code } = await spbe(
      ['report', '-f', 'html', '--audience', 'opd', '-o', 'hasil', '--fail-on', 'never', ...date],
      { cwd },
    );
    expect({ stderr, code }).toEqual({ stderr: '2 laporan OPD ditulis ke hasil.\n', code: 0 });
    const names = (await readdir(join(cwd, 'hasil'))).toSorted();
    expect(names).toEqual(['laporan-bappeda.html', 'laporan-dinkom.html']);
    const page = await readFile(join(cwd, 'hasil', 'laporan-bappeda.html'), 'utf8');
    expect(page).toContain('id="rincian-2"');
    expect(page).not.toContain('id="rincian-12"');
    expect(page).not.toContain('Dinas Kominfo');
  });
});

describe('ECharts', () => {
  it('is not loaded for other formats', async () => {
    const cwd = await project();
    const options = { cwd, node: without('echarts', 'zrender') };
    const { stderr, code } = await spbe(['report', 'tingkat.csv', '-f', 'md', ...date], options);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  });

  it('is loaded for this one', async () => {
    const cwd = await project();
    const options = { cwd, node: without('echarts', 'zrender') };
    const { stderr } = await spbe(['report', 'tingkat.csv', '-f', 'html', '-o', 'a.html', ...date], options);
    expect(stderr).toContain('LOADED echarts');
  });
});
