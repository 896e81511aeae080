import { parseSubmission } from '../../../src/assessment/answers.ts';
import type { Rule } from '../../../src/assessment/rules/rule.ts';
import { loadInstrument } from '../../../src/instrument/load.ts';
import { makeSubmission, type Texts } from '../make-submission.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');

/** What a rule says of a file: `code Sheet!A1` each. */
export function apply(rule: Rule, texts: Texts): string[] {
  const parsed = parseSubmission(makeSubmission(texts), instrument);
  return rule({ instrument, parsed }).map(({ code, at }) =>
    [code, [at.sheet, at.address].filter((part) => part !== undefined).join('!')].join(' '),
  );
}
