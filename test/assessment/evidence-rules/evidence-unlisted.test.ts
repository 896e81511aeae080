import { describe, expect, it } from 'vitest';
import { reviewEvidence } from '../../../src/assessment/review.ts';
import { makeContext } from '../make-context.ts';
import { findIn, placesOf } from './find-in.ts';

describe('evidence-unlisted', () => {
  it.each([
    ['a file', ['bukti/diskominfo/lain.pdf'], ['bukti/diskominfo']],
    [
      'files below folders of folders',
      ['bukti/bappeda/2024/a.pdf', 'bukti/bappeda/2023/b.pdf'],
      ['bukti/bappeda'],
    ],
    ['what lies in no folder of an OPD', ['bukti/a.pdf'], ['bukti']],
    ['several folders', ['bukti/a/1.pdf', 'bukti/b/1.pdf', 'bukti/a/2.pdf'], ['bukti/a', 'bukti/b']],
  ])('hits %s', async (_, paths, places) => {
    expect(await placesOf('evidence-unlisted', lying(paths))).toEqual(places);
  });

  it.each([
    ['what a row lists', ['bukti/diskominfo/12.1.pdf']],
    ['what lies in a folder that a row lists', ['bukti/arsip/a.pdf', 'bukti/arsip/lama/b.pdf']],
    ['what a row might mean', ['bukti/diskominfo/x/1.pdf', 'bukti/diskominfo/y/1.pdf']],
    ['an empty folder', []],
  ])('spares %s', async (_, paths) => {
    expect(await placesOf('evidence-unlisted', lying(paths))).toEqual([]);
  });

  it('says nothing without a project', async () => {
    expect(await placesOf('evidence-unlisted', { ...lying([]), lying: null })).toEqual([]);
  });

  it('counts them and names the first', async () => {
    const paths = Array.from({ length: 2000 }, (_, index) => `bukti/diskominfo/foto/${1000 + index}.jpg`);
    const [found, ...others] = await findIn('evidence-unlisted', lying(paths));
    expect(others).toEqual([]);
    expect(found?.severity).toBe('info');
    expect(found?.message).toMatch(/^Berkas di bukti\/diskominfo .* – 2000 berkas: /);
    expect(found?.message).toContain('"foto/1000.jpg", "foto/1001.jpg", "foto/1002.jpg", …');
  });

  it('can be waived for an OPD', async () => {
    const context = await makeContext(lying(['bukti/diskominfo/lain.pdf', 'bukti/bappeda/lain.pdf']));
    const waiver = {
      ...{ code: 'evidence-unlisted', indicator: null, opd: 'bappeda', document: null },
      ...{ reason: 'Arsip lama', by: 'Sekda', until: '2026-01-01', at: { file: 'spbe.yaml' } },
    };
    const { problems } = reviewEvidence(context, { severities: new Map(), waivers: [waiver] });
    const waived = problems.filter((one) => one.waiver).map(({ at }) => at.file);
    expect(waived).toEqual(['bukti/bappeda']);
    expect(problems.map(({ code }) => code)).not.toContain('waiver-unused');
  });
});

/** Rows list 12.1.pdf, the folder bukti/arsip and an ambiguous name. */
function lying(paths: readonly string[]) {
  const candidates = ['bukti/diskominfo/x/1.pdf', 'bukti/diskominfo/y/1.pdf'];
  return {
    answers: [{ indicator: '12', level: '3' }],
    documents: [
      {},
      { located: { kind: 'folder', path: 'bukti/arsip', files: 2 } as const },
      { located: { kind: 'ambiguous', candidates } as const },
    ],
    lying: paths.map((path) => ({ path, size: 1 })),
  };
}
