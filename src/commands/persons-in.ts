import type { Submission } from '../assessment/submission.ts';
import type { Project } from '../project/project.ts';

/** Fields of Identitas that say nothing of a person. */
const impersonal: ReadonlySet<string> = new Set(['region', 'opd', 'year', 'date']);

/** Names and numbers of persons, from the fields made for them: who filled and checked, who decided and lets pass. */
export function personsIn(submissions: readonly Submission[], project: Project | null): string[] {
  return [
    ...submissions.flatMap(({ identity, regional }) => [
      ...[...identity].flatMap(([key, text]) => (impersonal.has(key) ? [] : [text])),
      ...(regional?.settled ?? []).map(({ by }) => by.text),
    ]),
    ...(project?.decisions ?? []).map(({ by }) => by),
    ...(project?.waivers ?? []).map(({ by }) => by),
  ];
}
