import { unzipSync } from 'fflate';
import { refusalOf } from '../archive/refusal.ts';
import { openZip } from '../archive/unzip.ts';
import { type Attributes, readXml } from '../archive/xml.ts';
import { parseAddress } from './address.ts';

/** All parts, unpacked: exceljs reads them all, and takes some fifty times as much memory for the XML. */
const sizeLimit = 20 * 1024 * 1024;
/** Cells that ranges name: exceljs makes an object of each. */
const areaLimit = 300_000;
const lastColumn = 16_384;

/** Whether exceljs, which unpacks and writes out ranges without any limit, can be trusted with this workbook. */
export function isMarkable(bytes: Uint8Array): boolean {
  try {
    const zip = openZip(bytes);
    // Entries that we pass over for their names, exceljs would read.
    if (countEntries(bytes) !== zip.names.size) return false;
    let size = 0;
    let area = 0;
    for (const name of zip.names) {
      const part = zip.read(name);
      size += part.length;
      if (size > sizeLimit) return false;
      if (/^xl\/(workbook|worksheets\/[^/]+)\.xml$/.test(name)) area += areaOf(part, name);
      if (area > areaLimit) return false;
    }
    return true;
  } catch (error) {
    if (refusalOf(error) === null) throw error;
    return false;
  }
}

/** NaN if the directory cannot be read. */
function countEntries(bytes: Uint8Array): number {
  let count = 0;
  const filter = () => {
    count++;
    return false;
  };
  try {
    unzipSync(bytes, { filter });
    return count;
  } catch {
    return Number.NaN;
  }
}

/** Cells of all ranges in a part that exceljs goes through one by one. */
function areaOf(part: Uint8Array, name: string): number {
  let area = 0;
  let isName = false;
  readXml(part, name, {
    open(tag, attributes) {
      isName = tag === 'definedName';
      area += areaOfElement(tag, attributes);
    },
    text(text) {
      if (isName) area += areaOfRanges(text);
    },
  });
  return area;
}

function areaOfElement(tag: string, { ref, sqref, max }: Attributes): number {
  if (tag === 'mergeCell') return areaOfRanges(ref ?? '');
  if (tag === 'dataValidation') return areaOfRanges(sqref ?? '');
  return tag === 'col' && Number(max) > lastColumn ? Number.POSITIVE_INFINITY : 0;
}

function areaOfRanges(text: string): number {
  let area = 0;
  for (const [, from = '', to = ''] of text.matchAll(
    /(\$?[A-Z]{1,3}\$?\d{1,7}):(\$?[A-Z]{1,3}\$?\d{1,7})/gi,
  )) {
    const [first, last] = [parseAddress(from), parseAddress(to)];
    // Off the sheet: nothing that Excel would write.
    if (first === null || last === null) return Number.POSITIVE_INFINITY;
    area += (Math.abs(last.row - first.row) + 1) * (Math.abs(last.column - first.column) + 1);
  }
  return area;
}
