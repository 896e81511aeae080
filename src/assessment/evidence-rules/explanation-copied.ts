import { formatPlaceFrom, type Place } from '../../problem.ts';
import { problem } from '../../problem-kinds.ts';
import { claimedAnswers } from './claimed-answers.ts';
import { plainWords } from './plain-words.ts';
import type { EvidenceContext, EvidenceRule, Finding } from './rule.ts';

/** Fewer words than this are a standard phrase that anybody may use twice. */
const fewestWords = 8;
/** Share of common words from which two texts are nearly the same: one word of twenty may differ. */
const near = 0.9;
/** Who copies, copies the beginning: more is not read. */
const longestRead = 4_000;

/** Fakta or Analisis that says the same of two indicators, but for numbers and names. The first of them is named. */
export const explanationCopied: EvidenceRule = {
  code: 'explanation-copied',
  reason: null,
  source: 'Penilaian kami: asesor menilai kriteria tiap indikator, penjelasan umum tidak menunjukkannya',
  find: (context) => [...findCopies('Fakta', context), ...findCopies('Analisis', context)],
};

interface Explanation {
  readonly indicator: string;
  readonly at: Place;
  /** Every word in its order; empty if it is only a phrase. */
  readonly whole: string;
  /** The words that are neither numbers nor names, each once; empty if they are only a phrase. */
  readonly words: ReadonlySet<string>;
  /** Likewise, without the words of the indicator's name, which is where a copied text is adapted. */
  readonly unnamed: ReadonlySet<string>;
}

function findCopies(part: 'Fakta' | 'Analisis', context: EvidenceContext): Finding[] {
  const before: Explanation[] = [];
  const findings: Finding[] = [];
  for (const answer of claimedAnswers(context)) {
    const isFact = part === 'Fakta';
    const text = (isFact ? answer.explanation : answer.analysis) ?? '';
    const at = isFact ? answer.explanationAt : answer.analysisAt;
    const one = { indicator: answer.indicator, at, ...reduce(text, nameOf(answer.indicator, context)) };
    const first = before.find((other) => isCopy(one, other));
    if (first === undefined) {
      before.push(one);
      continue;
    }
    const place = formatPlaceFrom(first.at, at);
    const details = { indicator: one.indicator, part, other: first.indicator, place };
    findings.push({ problem: problem('explanation-copied', at, details), document: null });
  }
  return findings;
}

function reduce(text: string, ownName: ReadonlySet<string>): Omit<Explanation, 'indicator' | 'at'> {
  const read = text.slice(0, longestRead);
  const whole = plainWords(read).split(' ');
  const plain = read
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /^\p{Ll}+$/u.test(word));
  const unnamed = plain.filter((word) => !ownName.has(word));
  return {
    whole: whole.length >= fewestWords ? whole.join(' ') : '',
    words: new Set(plain.length >= fewestWords ? plain : []),
    unnamed: new Set(unnamed.length >= fewestWords ? unnamed : []),
  };
}

function nameOf(indicator: string, { assessment }: EvidenceContext): ReadonlySet<string> {
  const own = assessment.instrument.indicators.filter(({ id }) => id === indicator);
  return new Set(own.flatMap(({ name, shortName }) => plainWords(`${name} ${shortName}`).split(' ')));
}

function isCopy(one: Explanation, other: Explanation): boolean {
  if (one.whole !== '' && one.whole === other.whole) return true;
  return isNear(one.words, other.words) || isNear(one.unnamed, other.unnamed);
}

function isNear(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  // Cheap first: texts of too different length cannot be near.
  if (fewer.size === 0 || fewer.size < near * more.size) return false;
  let common = 0;
  for (const word of fewer) if (more.has(word)) common++;
  return common >= near * (fewer.size + more.size - common);
}
