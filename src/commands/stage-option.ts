import { Option } from 'commander';
import { type Stage, stages, stageWords } from '../assessment/stage.ts';

export interface StageOptions {
  /** A word of `stageWords`. */
  readonly stage: string;
}

/** `--stage`: whose levels count. */
export function stageOption(description: string): Option {
  return new Option('--stage <tahap>', description).choices(stages.map((stage) => stageWords[stage]));
}

/** The stage a word names; commander lets no other word through. */
export function stageOf(word: string): Stage {
  const found = stages.find((stage) => stageWords[stage] === word);
  if (found === undefined) throw new Error(`No stage ${word}`);
  return found;
}
