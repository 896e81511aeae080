import { regionalOpd } from '../assessment/regional.ts';
import type { Problem } from '../problem.ts';
import { evidenceFolder } from '../project/project-folder.ts';
import type { EvidenceView } from '../reporters/evidence.ts';

/** What concerns one OPD; in a rekapitulasi nothing tells whose its problems are. */
export function narrowEvidence(view: EvidenceView, opd: string): EvidenceView {
  const { assessment, needs, unlisted } = view;
  const folder = `${evidenceFolder}/${opd}`;
  const isIn = (path: string) => path === folder || path.startsWith(`${folder}/`);
  const isOwn = ({ at }: Problem) =>
    isIn(at.file) || [opd, regionalOpd.code].includes(assessment.opdOfFile.get(at.file) ?? '');
  return {
    ...view,
    assessment: { ...assessment, problems: assessment.problems.filter(isOwn) },
    needs: needs.filter((one) => one.opd === opd),
    unlisted: unlisted.filter(isIn),
  };
}
