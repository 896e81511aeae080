import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Cell, Row } from '../../src/workbook/book.ts';

const run = promisify(execFile);

/** A workbook that is opened once and filled again and again. */
export interface LiveJob {
  readonly bytes: Uint8Array;
  /** What is typed into Penilaian, by address; each filling begins with these cells empty again. */
  readonly fillings: readonly ReadonlyMap<string, number | string>[];
}

/**
 * Types every filling into its workbook in one LibreOffice without a window, as a person would, waits for the formulas that
 * follow to be computed, and returns what then stands on Dasbor (columns A to E): job by job, filling by filling.
 * @throws Error with what the macro said, if LibreOffice could not do it
 */
export async function fillLive(jobs: readonly LiveJob[]): Promise<Row[][][]> {
  const folder = mkdtempSync(join(tmpdir(), 'spbe-live-'));
  try {
    const orders = jobs.flatMap(({ bytes, fillings }, index) => {
      const path = join(folder, `${index}.xlsx`);
      writeFileSync(path, bytes);
      return [`O|${pathToFileURL(path)}`, ...fillings.map(orderOf)];
    });
    const [input, output] = [join(folder, 'orders.txt'), join(folder, 'results.txt')];
    writeFileSync(input, orders.join('\n'));
    const options = [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      '--headless',
      '--norestore',
    ];
    // The first start fills a new profile and would overwrite the macro.
    await run('soffice', [...options, '--terminate_after_init'], { timeout: 60_000 });
    writeMacro(join(folder, 'profile'));
    const macro = `macro:///Standard.Live.Main("${pathToFileURL(input)}","${pathToFileURL(output)}")`;
    await run('soffice', [...options, macro], { timeout: 580_000 });
    const results = parseResults(readFileSync(output, 'utf8'));
    return jobs.map(({ fillings }) => fillings.map(() => results.shift() ?? missing()));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `F|F6=n3|F7=stiga`: numbers and texts. */
function orderOf(filling: ReadonlyMap<string, number | string>): string {
  const cells = [...filling].map(
    ([address, value]) => `${address}=${typeof value === 'number' ? 'n' : 's'}${value}`,
  );
  return ['F', ...cells].join('|');
}

/** A line `#` after every filling; before it a line `row TAB column TAB n or s TAB content` for each cell. */
function parseResults(text: string): Row[][] {
  const results: Row[][] = [];
  let rows = new Map<number, Cell[]>();
  for (const line of text.split('\n')) {
    if (line.startsWith('!')) throw new Error(`LibreOffice: ${line.slice(1)}`);
    if (line === '#') {
      results.push([...rows].map(([number, cells]) => ({ number, cells })));
      rows = new Map();
      continue;
    }
    const [row, column, type, content = ''] = line.split('\t');
    if (content === '') continue;
    const at = { address: '', row: Number(row), column: Number(column), formula: false };
    const cell: Cell =
      type === 'n'
        ? { ...at, text: String(Number(content)), kind: 'number' }
        : { ...at, text: content, kind: 'text' };
    rows.set(at.row, [...(rows.get(at.row) ?? []), cell]);
  }
  return results;
}

function missing(): never {
  throw new Error('LibreOffice ended before it had computed every filling');
}

function writeMacro(profile: string): void {
  const folder = join(profile, 'user', 'basic', 'Standard');
  mkdirSync(folder, { recursive: true });
  const library =
    'xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"';
  writeFileSync(
    join(profile, 'user', 'basic', 'script.xlc'),
    `${head('library:libraries', 'libraries')}<library:libraries ${library}><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>`,
  );
  writeFileSync(
    join(folder, 'script.xlb'),
    `${head('library:library', 'library')}<library:library ${library} library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Live"/></library:library>`,
  );
  const escaped = source.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  writeFileSync(
    join(folder, 'Live.xba'),
    `${head('script:module', 'module')}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Live" script:language="StarBasic">${escaped}</script:module>`,
  );
}

function head(root: string, name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${root} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${name}.dtd">\n`;
}

/** Ends LibreOffice in any case: a message box that nobody sees would keep it for ever. */
const source = `
Sub Main(source As String, target As String)
  Dim files As Object, orders As Object, results As Object
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  orders = createUnoService("com.sun.star.io.TextInputStream")
  orders.setInputStream(files.openFileRead(source))
  orders.setEncoding("UTF-8")
  results = createUnoService("com.sun.star.io.TextOutputStream")
  results.setOutputStream(files.openFileWrite(target))
  results.setEncoding("UTF-8")
  On Error GoTo Failed
  TypeAll(orders, results)
  results.closeOutput()
  StarDesktop.terminate()
  Exit Sub
Failed:
  results.writeString("!" & Error$ & " (" & Err & ", " & Erl & ")" & Chr(10))
  results.closeOutput()
  StarDesktop.terminate()
End Sub

Sub TypeAll(orders As Object, results As Object)
  Dim document As Object, answers As Object, dashboard As Object, oneCell As Object
  Dim options(0) As New com.sun.star.beans.PropertyValue
  Dim parts, addresses, onePart As String, index As Long, at As Long
  options(0).Name = "Hidden"
  options(0).Value = True
  addresses = Array()
  Do Until orders.isEOF()
    parts = Split(orders.readLine(), "|")
    If parts(0) = "O" Then
      If Not IsNull(document) Then document.close(True)
      document = StarDesktop.loadComponentFromURL(parts(1), "_blank", 0, options())
      answers = document.Sheets.getByName("Penilaian")
      dashboard = document.Sheets.getByName("Dasbor")
      addresses = Array()
      document.calculateAll()
    Else
      For index = 0 To UBound(addresses)
        answers.getCellRangeByName(addresses(index)).clearContents(1 + 2 + 4 + 16)
      Next
      addresses = parts
      For index = 1 To UBound(parts)
        onePart = parts(index)
        at = InStr(onePart, "=")
        oneCell = answers.getCellRangeByName(Left(onePart, at - 1))
        If Mid(onePart, at + 1, 1) = "n" Then oneCell.setValue(Val(Mid(onePart, at + 2))) Else oneCell.setString(Mid(onePart, at + 2))
        addresses(index) = Left(onePart, at - 1)
      Next
      addresses(0) = "ZZ1"
      document.calculate()
      ReportFigures(dashboard, results)
    End If
  Loop
  document.close(True)
End Sub

Sub ReportFigures(dashboard As Object, results As Object)
  Dim allRows, values, rowAt As Long, columnAt As Long, lines As String
  lines = ""
  allRows = dashboard.getCellRangeByName("A1:E60").getDataArray()
  For rowAt = 0 To UBound(allRows)
    values = allRows(rowAt)
    For columnAt = 0 To UBound(values)
      If VarType(values(columnAt)) = 8 Then
        If values(columnAt) <> "" Then lines = lines & (rowAt + 1) & Chr(9) & (columnAt + 1) & Chr(9) & "s" & Chr(9) & values(columnAt) & Chr(10)
      Else
        lines = lines & (rowAt + 1) & Chr(9) & (columnAt + 1) & Chr(9) & "n" & Chr(9) & Trim(Str(values(columnAt))) & Chr(10)
      End If
    Next
  Next
  results.writeString(lines & "#" & Chr(10))
End Sub
`;
