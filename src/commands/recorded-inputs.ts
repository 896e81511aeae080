import { evaluate } from '../assessment/evaluate.ts';
import { mergeSubmissions } from '../assessment/merge.ts';
import { score } from '../assessment/score.ts';
import { type Field, plainForm, type Submission } from '../assessment/submission.ts';
import type { RecordDocument } from '../contract/record.ts';
import { loadInstrument } from '../instrument/load.ts';
import { UserError } from '../problem.ts';
import { findProject } from '../project/find.ts';
import { findRecord } from '../project/find-record.ts';
import type { Project } from '../project/project.ts';
import { recordFolder } from '../project/records.ts';
import { formatMoment } from '../reporters/moment.ts';
import { exactText } from '../reporters/number.ts';
import type { Inputs } from './inputs.ts';
import { policyOf } from './policy-of.ts';
import { noProject } from './read-history.ts';
import type { Reviewed } from './review-inputs.ts';
import type { ScoredStage } from './score-stage.ts';
import { requireStage } from './stage-of-record.ts';

interface Recorded {
  readonly inputs: Inputs & Reviewed;
  readonly scored: ScoredStage;
  readonly record: RecordDocument;
}

/**
 * What a record says, as if its levels were read from a file: the workbooks may be others by now, so they are not opened.
 * A record holds no evidence; the proven index of that day is told in a note.
 * @param name as `findRecord` takes it
 * @throws UserError if there is no such record, or its levels no longer give its index
 */
export async function readRecorded(name: string, cwd: string): Promise<Recorded> {
  const project = await findProject(cwd, '.');
  if (project === null) throw noProject('.');
  const { name: file, record } = await findRecord(name, cwd, cwd);
  const instrument = await loadInstrument(record.instrument.id);
  const submission = toSubmission(record, `${recordFolder}/${file}`);
  const subject = { region: record.region ?? project.region, year: record.year ?? project.year };
  const same = project.instrument === instrument.id ? project : null;
  const merged = mergeSubmissions([submission], instrument, subject, null, {
    ...policyOf(same),
    // They are in the levels already.
    decisions: new Map(),
  });
  const assessment = { ...merged, opd: namesOf(project), notes: [noteOf(record, file)] };
  const levels = record.indicators.flatMap(({ id, level }): [string, number][] =>
    level === null ? [] : [[id, level]],
  );
  const scored = {
    stage: requireStage(record),
    score: score(instrument, new Map(levels), subject.year),
    carried: [],
  };
  if (exactText(scored.score.index) !== record.indexExact) {
    throw new UserError(
      `Catatan ${file} tidak dapat dilaporkan – tingkatnya kini memberi ${exactText(scored.score.index)}, sedangkan tertulis ${record.indexExact} – instrumennya berubah atau catatannya diubah; periksa dengan "spbe verify ${file}".`,
    );
  }
  const reviewed = {
    assessment,
    evaluation: evaluate(assessment, null),
    criteria: null,
    unlisted: [],
    notes: [],
  };
  return {
    inputs: { ...reviewed, project: same, root: cwd, submissions: [submission], files: [submission.file] },
    scored,
    record,
  };
}

function toSubmission({ indicators, instrument, region, year }: RecordDocument, file: string): Submission {
  return {
    file,
    meta: null,
    about: { instrument: instrument.id, region, year },
    answers: indicators.map(({ id, level, opd, at }) => {
      const field = (text: string): Field => ({ text, at: at ?? { file } });
      return {
        indicator: field(id),
        level: field(level === null ? '' : String(level)),
        explanation: field(''),
        note: field(''),
        opd: field(opd ?? ''),
      };
    }),
    ...plainForm,
  };
}

function namesOf({ opd }: Project): ReadonlyMap<string, string> {
  return new Map(opd.map(({ code, name }) => [code, name]));
}

function noteOf({ at, proven, note }: RecordDocument, file: string): string {
  const then =
    proven === null
      ? ''
      : ` Indeks terbukti waktu itu ${String(proven.index).replace('.', ',')} (${proven.predicate}); buktinya tidak dinilai ulang.`;
  const said = note === null ? '' : ` Keterangannya: ${note}.`;
  return `dari catatan ${file}, ${formatMoment(at)}.${then}${said}`;
}
