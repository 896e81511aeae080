import { createHash } from 'node:crypto';
import type { Assessment } from '../assessment/merge.ts';
import { regionalOpd } from '../assessment/regional.ts';
import { loadCriteria } from '../instrument/load-criteria.ts';
import { UserError } from '../problem.ts';
import { clean } from '../reporters/clean.ts';
import { regionalContents, regionalFilled } from '../workbook/regional-contents.ts';
import { writeWorkbook } from '../workbook/write.ts';

/**
 * Makes the regional workbook (rekapitulasi) of an assessment. The same files give the same bytes.
 * @throws UserError if the files are of several regions, or name none
 */
export async function writeRegional(assessment: Assessment): Promise<Uint8Array> {
  const { instrument, region, year, evidence, savedAt } = assessment;
  refuseSeveralRegions(assessment);
  if (region === null || year === null) {
    throw new UserError(
      'Daerah dan tahun tidak diketahui. Rekapitulasi memerlukan kertas kerja .xlsx dari "spbe init", atau proyek dengan spbe.yaml.',
    );
  }
  const identity = JSON.stringify([instrument.id, region, year]);
  return writeWorkbook(
    {
      instrument,
      criteria: await loadCriteria(instrument),
      region,
      year,
      opd: regionalOpd,
      indicators: instrument.indicators.map(({ id }) => id),
      // Later rekapitulasi of the same region are versions of one workbook.
      workbookId: `gabungan-${createHash('sha256').update(identity).digest('hex').slice(0, 32)}`,
      documents: evidence.length,
      createdAt: new Date(savedAt ?? `${year}-01-01T00:00:00Z`),
    },
    { filled: regionalFilled(assessment), regional: regionalContents(assessment) },
  );
}

/** An index is one region's: a province looks at those of its regencies side by side. */
function refuseSeveralRegions({ problems, region }: Assessment): void {
  const foreign = problems.filter(({ code }) => code === 'region-mismatch');
  if (foreign.length === 0) return;
  const lines = foreign.map(({ at, details }) => `  ${clean(at.file)}: ${clean(String(details['found']))}`);
  throw new UserError(
    [
      `Berkas dari lebih dari satu daerah tidak digabung menjadi satu indeks. Bukan milik ${clean(region ?? '')}:`,
      ...lines.slice(0, 20),
      ...(lines.length > 20 ? [`  … dan ${lines.length - 20} berkas lagi`] : []),
      'Pindahkan berkas itu, atau jalankan "spbe merge" untuk setiap daerah sendiri, lalu bandingkan dengan "spbe compare".',
    ].join('\n'),
  );
}
