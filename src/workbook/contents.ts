import type { Instrument } from '../instrument/instrument.ts';
import type { Criteria } from '../instrument/load-criteria.ts';
import { formatVersion, type MetaKey } from './layout.ts';

/** What a workbook is made for. */
export interface WorkbookSpec {
  readonly instrument: Instrument;
  readonly criteria: Criteria;
  readonly region: string;
  readonly year: number;
  readonly opd: { readonly code: string; readonly name: string };
  /** Ids of the indicators it holds, in the instrument's order. */
  readonly indicators: readonly string[];
  /** Distinguishes this workbook from every other; copies keep it. */
  readonly workbookId: string;
  /** Documents that it will hold from the start; Bukti grows with them. 0 if left out. */
  readonly documents?: number;
  /** Written as the file's creation time. */
  readonly createdAt: Date;
}

/** Whether it holds every indicator, so that its own index is the region's. */
export function isWhole({ instrument, indicators }: WorkbookSpec): boolean {
  return indicators.length === instrument.indicators.length;
}

/** The particulars that tell the reader what a workbook is. */
export function metaOf(spec: WorkbookSpec): Record<MetaKey, string | number> {
  return {
    formatVersion,
    instrument: spec.instrument.id,
    region: spec.region,
    year: spec.year,
    opdCode: spec.opd.code,
    opdName: spec.opd.name,
    workbookId: spec.workbookId,
    indicators: spec.indicators.join(' '),
  };
}
