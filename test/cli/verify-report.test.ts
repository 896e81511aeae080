import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReportDocument } from '../../src/contract/report.ts';
import type { VerifyDocument } from '../../src/contract/verify.ts';
import { fillIn, load, makeWorkbook, save } from '../workbook/make-workbook.ts';
import { csv, project, record, yaml } from './recorded-project.ts';
import { makeFolder, spbe, transcript } from './spbe.ts';

/** Reports of one computation in every format that is sealed. */
async function reports(cwd: string, ...paths: string[]): Promise<readonly string[]> {
  const report = ['report', ...paths, '--date', '2026-11-22', '--fail-on', 'never'];
  const names = ['json', 'xlsx', 'html', 'docx'].map((format) => [format, `laporan.${format}`] as const);
  for (const [format, name] of names) await spbe([...report, '-f', format, '-o', name], { cwd });
  return names.map(([, name]) => name);
}

const documentIn = async (cwd: string): Promise<ReportDocument> =>
  JSON.parse(await readFile(join(cwd, 'laporan.json'), 'utf8'));

/** A page with what a browser would save, and what somebody may have put beside it. */
function pageOf({ seal, score }: Pick<ReportDocument, 'seal' | 'score'>): string {
  const json = JSON.stringify(seal).replaceAll('<', '\\u003c');
  return [
    '<!doctype html><p>Petugas menulis id="spbe-seal" &lt;script id="spbe-seal"&gt;{}&lt;/script&gt;</p>',
    `<p class="figure" data-index="${score.indexExact}">${score.index.toFixed(2).replace('.', ',')}</p>`,
    `<script type="application/json" id="spbe-seal">${json}</script><script>alert(1)</script>`,
  ].join('\n');
}

const verify = async (cwd: string, name: string): Promise<[number, VerifyDocument]> => {
  const { code, stdout, stderr } = await spbe(['verify', name, '--format', 'json'], { cwd });
  if (stdout === '') throw new Error(stderr);
  return [code, JSON.parse(stdout)];
};

describe('spbe verify of a report', { timeout: 180_000 }, () => {
  test('same, in every format, with and without a project, and beside the records of a project', async () => {
    const inProject = await project();
    await record(inProject);
    const outside = await makeFolder({ 'tingkat.csv': csv({ 3: 4 }) });
    for (const cwd of [inProject, outside]) {
      for (const name of await reports(cwd, 'tingkat.csv')) {
        expect([name, ...(await verify(cwd, name))]).toMatchObject([
          name,
          0,
          { record: name, source: 'report', same: true, sameResult: true, differences: [] },
        ]);
      }
    }
    expect((await verify(inProject, 'terakhir'))[1]).toMatchObject({ source: 'record', same: true });
  });

  test('workbooks with evidence, an assessor, and results of other years in the project', async () => {
    const book = await load(await makeWorkbook(['1', '11']));
    fillIn(book, { answers: { 1: [3, 'Fakta.'], 11: [2, 'Fakta.'] }, documents: [[1, 3, 'SK']] });
    const cwd = await project({ 'kertas-kerja/a.xlsx': await save(book) });
    await writeFile(join(cwd, 'luar.csv'), csv({ 1: 3 }));
    await spbe(['external', 'import', 'luar.csv', '--stage', 'final', '--year', '2024'], { cwd });
    await record(cwd);
    for (const name of await reports(cwd)) {
      expect([name, ...(await verify(cwd, name))]).toMatchObject([name, 0, { same: true, differences: [] }]);
    }
  });

  test('an input that changed, and one that is gone', async () => {
    const cwd = await project();
    const names = await reports(cwd, 'tingkat.csv');
    await writeFile(join(cwd, 'tingkat.csv'), csv({ 12: 5 }));
    for (const name of names) {
      const [code, { sameResult, differences }] = await verify(cwd, name);
      expect([code, sameResult]).toEqual([1, false]);
      expect(differences).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ kind: 'file-changed', what: 'tingkat.csv' }),
          { kind: 'result', what: 'indicators.12', recorded: '2', now: '5' },
        ]),
      );
    }
    await rm(join(cwd, 'tingkat.csv'));
    expect(await verify(cwd, 'laporan.html')).toMatchObject([1, { same: false, sameResult: null }]);
  });

  test('a figure that was changed in the seal, and one that was changed where people read it', async () => {
    const cwd = await project();
    await reports(cwd, 'tingkat.csv');
    const page = await readFile(join(cwd, 'laporan.html'), 'utf8');
    await writeFile(join(cwd, 'segel.html'), page.replace('"indexExact":"2"', '"indexExact":"4"'));
    await writeFile(join(cwd, 'angka.html'), page.replace('>2,00<', '>4,00<'));
    const document = await documentIn(cwd);
    const raised = { ...document, score: { ...document.score, index: 4 } };
    await writeFile(join(cwd, 'angka.json'), JSON.stringify(raised));
    const book = await load(await readFile(join(cwd, 'laporan.xlsx')));
    const cell = book.getWorksheet('Ringkasan')?.getCell('B5');
    if (cell) cell.value = 4;
    await writeFile(join(cwd, 'angka.xlsx'), await save(book));
    expect(await verify(cwd, 'segel.html')).toMatchObject([
      1,
      { sameResult: false, differences: [{ kind: 'result', what: 'indexExact', recorded: '4', now: '2' }] },
    ]);
    for (const name of ['angka.html', 'angka.json', 'angka.xlsx']) {
      const [code, { differences }] = await verify(cwd, name);
      expect([name, code, differences]).toMatchObject([
        name,
        1,
        [{ kind: 'report', what: 'index', recorded: '2' }],
      ]);
      expect(Number(differences[0]?.now?.replace(',', '.'))).toBe(4);
    }
    const shown = await transcript(
      [
        ['verify', 'laporan.html'],
        ['verify', 'angka.html'],
      ],
      { cwd },
    );
    await expect(shown).toMatchFileSnapshot('transcripts/verify-report.md');
  });

  test('no seal, a damaged one, one that leads out of the folder, and files that are something else', async () => {
    const cwd = await project();
    await reports(cwd, 'tingkat.csv');
    const document = await documentIn(cwd);
    if (document.seal === null) throw new Error('No seal');
    const seals = {
      leads: { ...document.seal, paths: ['../rahasia.csv'] },
      more: { ...document.seal, extra: 1 },
    };
    await mkdir(join(cwd, 'lain'));
    const files: Record<string, string> = {
      'tanpa.html': '<p>Laporan</p>',
      'dua.html': pageOf(document) + pageOf(document),
      'rusak.html': pageOf(document).replace('"schemaVersion":1,', '"schemaVersion":'),
      'ke-luar.html': pageOf({ ...document, seal: seals.leads }),
      'lain/lebih.json': JSON.stringify({ ...document, seal: seals.more }),
      'opd.json': JSON.stringify({ ...document, seal: null }),
      'bukan.xlsx': 'bukan buku kerja',
      'terbuka.html': '<script type="application/json" id="spbe-seal">{"a":1}',
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text);
    const names = [...Object.keys(files), 'kertas-kerja.xlsx', 'tak-ada.html'];
    await writeFile(join(cwd, 'kertas-kerja.xlsx'), await makeWorkbook(['1']));
    const ran = await Promise.all(names.map((name) => spbe(['verify', name], { cwd })));
    expect(ran.map(({ code, stdout }) => [code, stdout])).toEqual(names.map(() => [2, '']));
    const shown = await transcript(
      names.map((name) => ['verify', name]),
      { cwd },
    );
    await expect(shown).toMatchFileSnapshot('transcripts/verify-report-refused.md');
  });

  test('a record copied out of riwayat is still a record', async () => {
    const cwd = await project();
    await record(cwd);
    const [name = ''] = await readdir(join(cwd, 'riwayat'));
    await mkdir(join(cwd, 'salinan'));
    await copyFile(join(cwd, 'riwayat', name), join(cwd, 'salinan', name));
    expect(await verify(cwd, `salinan/${name}`)).toMatchObject([0, { source: 'record', same: true }]);
  });

  test('a report made from outside is verified in the folder of its project', async () => {
    const cwd = await makeFolder({ 'p/spbe.yaml': yaml, 'p/tingkat.csv': csv({}) });
    await spbe(['report', 'p/tingkat.csv', '--date', '2026-11-22', '-f', 'json', '-o', 'laporan.json'], {
      cwd,
    });
    expect(await verify(cwd, 'laporan.json')).toMatchObject([0, { same: true }]);
  });
});
