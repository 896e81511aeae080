import type { RuleSettings } from '../assessment/rule-settings.ts';
import type { RuleParts } from './rule-settings.ts';

const bytesOfMegabyte = 1_000_000;

/**
 * What spbe.yaml says about the rules, as the core wants it.
 * @param name of the file, for the places of waivers: `spbe.yaml › waivers[0]`
 */
export function toRuleSettings({ rules, evidence, waivers = [] }: RuleParts, name: string): RuleSettings {
  const megabytes = evidence?.largestMegabytes;
  return {
    severities: new Map(Object.entries(rules ?? {})),
    waivers: waivers.map(({ indicator = null, opd = null, document = null, ...one }, index) => ({
      ...one,
      indicator,
      opd,
      document,
      at: { file: name, sheet: `waivers[${index}]` },
    })),
    ...(megabytes === undefined ? {} : { largestFile: megabytes * bytesOfMegabyte }),
  };
}
