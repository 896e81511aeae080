/**
 * The part of exceljs that we use. Its main module loads streaming readers and archivers, too, which takes thrice as long.
 */
declare module 'exceljs/lib/doc/workbook.js' {
  import { Workbook } from 'exceljs';

  // biome-ignore lint/style/noDefaultExport: a CommonJS module has no other.
  export default Workbook;
}
