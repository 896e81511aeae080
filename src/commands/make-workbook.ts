import { loadInstrument } from '../instrument/load.ts';
import { loadCriteria } from '../instrument/load-criteria.ts';
import type { Opd } from '../project/project.ts';
import { writeWorkbook } from '../workbook/write.ts';

/** An empty workbook that is wanted; plain data, as it may pass to another thread. */
export interface WorkbookOrder {
  /** Id of the instrument. */
  readonly instrument: string;
  readonly region: string;
  readonly year: number;
  readonly opd: Opd;
  readonly workbookId: string;
  readonly createdAt: Date;
}

/** The bytes of the workbook (xlsx), its indicators in the order of the instrument. */
export async function makeWorkbook({ opd, ...order }: WorkbookOrder): Promise<Uint8Array> {
  const instrument = await loadInstrument(order.instrument);
  const criteria = await loadCriteria(instrument);
  const wanted = new Set(opd.indicators);
  const indicators = instrument.indicators.flatMap(({ id }) => (wanted.has(id) ? [id] : []));
  return writeWorkbook({ ...order, instrument, criteria, opd, indicators });
}
