import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { rangeOfConflicts } from '../../src/assessment/conflict-range.ts';
import { type Assessment, claimedLevels, mergeSubmissions } from '../../src/assessment/merge.ts';
import { type MergePolicy, type MergeRule, usualPolicy } from '../../src/assessment/merge-policy.ts';
import { regionalOpd } from '../../src/assessment/regional.ts';
import { isStated } from '../../src/assessment/settle.ts';
import type { Submission } from '../../src/assessment/submission.ts';
import { writeRegional } from '../../src/commands/write-regional.ts';
import { openBook } from '../../src/workbook/open.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { regionalContents, regionalFilled } from '../../src/workbook/regional-contents.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { type AnswerTexts, makeSubmission } from '../assessment/make-submission.ts';
import { smallInstrument } from '../plan/small-instrument.ts';
import { instrument, specOf } from '../workbook/make-workbook.ts';

const subject = { region: null, year: null };
const decision = {
  indicator: '5',
  level: 2,
  reason: '=1+1 rapat tim',
  by: 'Sekretaris Daerah',
  date: '2025-04-17',
  at: { file: 'spbe.yaml' },
};
const policy: MergePolicy = {
  ...usualPolicy,
  leads: new Map([['3', 'b']]),
  decisions: new Map([['5', decision]]),
  assigned: ['a', 'b', 'c'].map((code) => ({
    code,
    name: `Dinas ${code}`,
    indicators: ['1', '2', '3', '4', '5', '6'],
  })),
};

function merge(files: readonly Submission[], by = policy): Assessment {
  return mergeSubmissions(files, instrument, subject, null, by);
}

/** As another run would read it. */
async function reread(
  assessment: Assessment,
  change?: (book: ExcelJS.Workbook) => void,
): Promise<Submission> {
  let bytes = await writeRegional(assessment);
  if (change) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.slice().buffer);
    change(workbook);
    bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  }
  return readBack(bytes);
}

function readBack(bytes: Uint8Array): Submission {
  const opened = openBook(bytes, 'rekapitulasi.xlsx');
  if ('unreadable' in opened) throw new Error(opened.unreadable.message);
  const { submission } = readWorkbook(opened.book, 'rekapitulasi.xlsx');
  if (submission === null) throw new Error('Not read');
  return submission;
}

/** What a merge says, without the places. */
function gist({ answers, settlements, evidence, checklist }: Assessment, on = instrument) {
  return {
    levels: Object.fromEntries(claimedLevels(answers)),
    settled: [...settlements.values()]
      .filter(({ level }) => level !== null)
      .map(({ indicator, basis, isOpen, decision: decided, carrier, candidates }) => ({
        ...{
          indicator,
          basis,
          isOpen,
          opd: carrier?.opd,
          words: carrier?.explanation,
          reason: decided?.reason,
        },
        said: candidates
          .filter(isStated)
          .map(({ opd, level, explanation }) => [opd, level, explanation].join(' '))
          .toSorted(),
      })),
    evidence: evidence
      .map(({ indicator, opd, title, location }) => [indicator, opd, title, location].join(' '))
      .toSorted(),
    checklist: [...checklist].toSorted(),
    range: rangeOfConflicts(on, settlements)?.high.toFraction(),
  };
}

function file(opd: string, answers: readonly AnswerTexts[]): Submission {
  return {
    ...makeSubmission({
      file: `${opd}.xlsx`,
      meta: { opd: { code: opd, name: `Dinas ${opd}` } },
      answers,
      documents: answers
        .filter(([, level]) => Number(level) > 1)
        .map(([id, level]) => [id, level, `SK ${id} ${opd}`, 'sk.pdf']),
    }),
    modified: '2025-03-02T08:00:00.000Z',
    checklist: new Map([[`1-L2-a`, { text: opd === 'a' ? 'Ya' : 'Belum', at: { file: `${opd}.xlsx` } }]]),
  };
}

const three = [
  file('a', [
    ['1', '3', 'Fakta a'],
    ['2', '4', '=HYPERLINK("http://x")'],
    ['3', '2', 'Fakta a'],
    ['5', '4'],
    ['6', ''],
  ]),
  file('b', [
    ['2', '2', 'Fakta b'],
    ['3', '5', 'Fakta b'],
    ['4', '3', 'Fakta b'],
    ['5', '3', 'Fakta b'],
  ]),
  file('c', [
    ['1', '3', 'Fakta c'],
    ['2', '3', 'Fakta c'],
    ['6', 'n/a'],
  ]),
];

describe('a regional workbook of three OPD with conflicts, a lead and a decision', () => {
  const assessment = merge(three);
  let regional: Submission;
  beforeAll(async () => {
    regional = await reread(assessment);
  }, 60_000);

  test('read alone, it says what the merge said, without the project', () => {
    expect(gist(merge([regional], usualPolicy))).toEqual(gist(assessment));
    expect(gist(assessment).levels).toEqual({ 1: 3, 2: 2, 3: 5, 4: 3, 5: 2 });
  });

  test('merged again, it does not change', async () => {
    const again = await reread(merge([regional], usualPolicy));
    expect(gist(merge([again], usualPolicy))).toEqual(gist(assessment));
  });

  test('beside the files it was made from it adds nothing; beside one of them it stands for the others', () => {
    expect(gist(merge([...three, regional]))).toEqual(gist(assessment));
    expect(gist(merge([...three.slice(1), regional]))).toEqual(gist(assessment));
  });

  test('every place of it lies inside of it', () => {
    const { settlements, evidence } = merge([regional], usualPolicy);
    const places = [
      ...[...settlements.values()].flatMap(({ candidates }) => candidates.map(({ at }) => at)),
      ...evidence.map(({ at }) => at),
    ];
    expect(new Set(places.map(({ file: name }) => name))).toEqual(new Set(['rekapitulasi.xlsx']));
    expect(
      places.every(({ sheet, address }) => sheet !== undefined && /^[A-Z]+\d+$/.test(address ?? '')),
    ).toBe(true);
  });

  test('an OPD that answers anew replaces what the workbook kept of it', () => {
    const anew = { ...file('b', [['2', '5']]), file: 'b-baru.xlsx' };
    const { settlements } = merge([anew, regional]);
    expect(
      settlements
        .get('2')
        ?.candidates.map(({ opd, level }) => `${opd} ${level}`)
        .toSorted(),
    ).toEqual(['a 4', 'b 5', 'c 3']);
  });

  test('a level changed in it counts, and contradicts the others openly', async () => {
    const changed = await reread(assessment, (book) => {
      const sheet = book.getWorksheet('Penilaian');
      sheet?.eachRow((row) => {
        if (row.getCell(1).value === '4') row.getCell(6).value = 5;
      });
    });
    const alone = merge([changed], usualPolicy);
    expect(alone.settlements.get('4')).toMatchObject({ level: 5, basis: 'regional', isOpen: true });
    expect(alone.problems.map(({ code }) => code)).toContain('answer-conflict');
    const beside = merge([...three, changed]);
    expect(beside.settlements.get('4')).toMatchObject({ level: 3, basis: 'lowest', isOpen: true });
  });

  test('without its sheets of workings it is an answer of its own', async () => {
    const bare = await reread(assessment, (book) => {
      for (const name of ['Rekapitulasi', 'Jawaban']) book.removeWorksheet(name);
    });
    const { answers, settlements } = merge([bare], usualPolicy);
    expect(Object.fromEntries(claimedLevels(answers))).toEqual(gist(assessment).levels);
    expect(settlements.get('4')).toMatchObject({ basis: 'single', isOpen: false });
  });

  test('the same files give the same bytes', async () => {
    expect(await writeRegional(merge(three.toReversed()))).toEqual(await writeRegional(assessment));
  });

  test('what officers wrote stays text: no formula, no link', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await writeRegional(assessment)).slice().buffer);
    const found: string[] = [];
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.text.includes('HYPERLINK') || cell.text.includes('rapat tim'))
            found.push(cell.type.toString());
        }),
      ),
    );
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(new Set(found)).toEqual(new Set([String(ExcelJS.ValueType.String)]));
  });
});

describe('whatever was merged', () => {
  // Four indicators: a workbook is written in no time.
  const process = { id: 'proses', name: 'Proses', levels: [] };
  const small = { ...smallInstrument([1, 2, 3, 4]), capabilities: new Map([['proses', process]]) };
  const merge4 = (files: readonly Submission[], by: MergePolicy) =>
    mergeSubmissions(files, small, subject, null, by);
  const assigned = ['a', 'b', 'c'].map((code) => ({ code, name: code, indicators: ['i1', 'i2', 'i3'] }));
  const project: MergePolicy = {
    ...usualPolicy,
    leads: new Map([['i1', 'b']]),
    decisions: new Map([['i2', { ...decision, indicator: 'i2' }]]),
    assigned,
  };

  async function rereadSmall(assessment: Assessment): Promise<Submission> {
    const borrowed = specOf([]).criteria.byIndicator.get('1');
    const byIndicator = new Map(borrowed ? small.indicators.map(({ id }) => [id, borrowed]) : []);
    const criteria = { ...specOf([]).criteria, byIndicator };
    const spec = { ...specOf([]), instrument: small, criteria };
    const indicators = small.indicators.map(({ id }) => id);
    const bytes = await writeWorkbook(
      { ...spec, opd: regionalOpd, indicators, documents: assessment.evidence.length },
      { filled: regionalFilled(assessment), regional: regionalContents(assessment) },
    );
    return readBack(bytes);
  }

  test('merging the merged file changes nothing', async () => {
    const level = fc.constantFrom('', '1', '2', '3', '5', 'n/a', 'dua');
    const answers = fc.uniqueArray(fc.tuple(fc.constantFrom('i1', 'i2', 'i3', 'i4'), level), {
      selector: ([id]) => id,
      minLength: 1,
    });
    const rule = fc.constantFrom<MergeRule>('lead', 'lowest', 'median', 'weighted');
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(answers, answers, answers),
        fc.boolean(),
        rule,
        async (all, isProject, name) => {
          const files = all.map((one, index) =>
            inSmall(
              file(
                'abc'[index] ?? 'd',
                one.map(([id, text]) => [id, text, text]),
              ),
            ),
          );
          const by = { ...(isProject ? project : usualPolicy), rule: name };
          const assessment = merge4(files, by);
          const regional = await rereadSmall(assessment);
          expect(gist(merge4([regional], usualPolicy), small)).toEqual(gist(assessment, small));
          expect(gist(merge4([regional, ...files], by), small)).toEqual(gist(assessment, small));
        },
      ),
      { numRuns: 12 },
    );
  });

  function inSmall(one: Submission): Submission {
    return { ...one, checklist: new Map(), meta: one.meta && { ...one.meta, instrument: small.id } };
  }
});

test('files of two regions are not put together', async () => {
  const strange = makeSubmission({ file: 'lain.xlsx', meta: { region: 'Kota Lain' }, answers: [['1', '5']] });
  await expect(writeRegional(merge([...three, strange]))).rejects.toThrow(
    /lebih dari satu daerah[\s\S]*lain.xlsx: Kota Lain/,
  );
});
