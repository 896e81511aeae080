import { Fraction } from 'fraction.js';
import { type MergePolicy, usualPolicy } from '../assessment/merge-policy.ts';
import type { Project } from '../project/project.ts';
import { projectFile } from '../project/project-folder.ts';

/** How spbe.yaml wants several answers to become one level. */
export function policyOf(project: Project | null): MergePolicy {
  if (project === null) return usualPolicy;
  const { merge = 'lead', leads = {}, weights = {}, decisions = [], opd } = project;
  const at = { file: projectFile };
  return {
    rule: merge,
    leads: new Map(Object.entries(leads)),
    weights: new Map(Object.entries(weights).map(([code, weight]) => [code, new Fraction(String(weight))])),
    decisions: new Map(decisions.map((one) => [one.indicator, { ...one, at }])),
    assigned: opd,
  };
}
