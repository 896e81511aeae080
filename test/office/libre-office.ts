import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface LibreOffice {
  /** Folder of this run, removed by `close`. */
  readonly folder: string;
  /**
   * Opens every file, computes all formulas anew, and saves it in another format: many files in one call, since
   * starting takes longer than converting. Returns the new paths in the same order.
   */
  convert(files: readonly string[], to: Target): Promise<string[]>;
  close(): void;
}

type Target = 'xlsx' | 'ods' | 'pdf' | 'csv' | 'docx';

const filters: Record<Target, string> = {
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
  ods: 'ods:calc8',
  pdf: 'pdf',
  docx: 'docx:MS Word 2007 XML',
  // Semicolon, quotation mark, UTF-8, from row 1; the last number is the sheet: Penilaian.
  csv: 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,3',
};

/** "Recalculation on file load: always". The default trusts stored results of files that Excel seems to have written. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** A LibreOffice without a window and with a profile of its own, so that a user's running one is left alone. */
export function openLibreOffice(): LibreOffice {
  const folder = mkdtempSync(join(tmpdir(), 'spbe-office-'));
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), settings);
  let calls = 0;
  return {
    folder,
    async convert(files, to) {
      const out = join(folder, `${to}-${++calls}`);
      mkdirSync(out);
      const options = [`-env:UserInstallation=file://${profile}`, '--headless', '--norestore'];
      const { stdout, stderr } = await run(
        'soffice',
        [...options, '--convert-to', filters[to], '--outdir', out, ...files],
        { timeout: 580_000, maxBuffer: 2 ** 26 },
      );
      const suffix = to === 'csv' ? '-Penilaian.csv' : `.${to}`;
      const made = files.map((file) => join(out, basename(file).replace(/\.(xlsx|docx)$/, suffix)));
      const missing = made.find((path) => !existsSync(path));
      // soffice ends with 0 even when it could not convert.
      if (missing) throw new Error(`soffice did not make ${basename(missing)}\n${stdout}${stderr}`);
      return made;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
