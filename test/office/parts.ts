import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

type Files = Record<string, Uint8Array>;

/** The parts of an xlsx file as text, by path. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
}

/** Path of the part that holds the sheet with this name. */
export function partOfSheet(parts: ReadonlyMap<string, string>, name: string): string {
  const id = new RegExp(`<sheet [^>]*name="${name}"[^>]*r:id="([^"]+)"`).exec(
    parts.get('xl/workbook.xml') ?? '',
  )?.[1];
  const links = parts.get('xl/_rels/workbook.xml.rels') ?? '';
  const [link] = [...links.matchAll(/<Relationship [^>]*>/g)].filter(([tag]) => tag.includes(`Id="${id}"`));
  const target = /Target="([^"]+)"/.exec(link?.[0] ?? '')?.[1];
  if (target === undefined) throw new Error(`No sheet ${name}`);
  return `xl/${target}`;
}

/** Whether a cell may be changed on a protected sheet, by the style it has. */
export function isUnlocked(parts: ReadonlyMap<string, string>, sheet: string, address: string): boolean {
  const cell = new RegExp(`<c r="${address}"[^>]*>`).exec(parts.get(partOfSheet(parts, sheet)) ?? '')?.[0];
  const style = Number(/ s="(\d+)"/.exec(cell ?? '')?.[1]);
  const formats = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(parts.get('xl/styles.xml') ?? '')?.[1] ?? '';
  const format = formats.match(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs)?.[style] ?? '';
  return /<protection [^>]*locked="(0|false)"/.test(format);
}

/** An opened file into whose empty cells values can be typed again and again; far faster than exceljs. */
export interface Blank {
  /** Cells of Penilaian by address. */
  fill(cells: ReadonlyMap<string, number | string>): Uint8Array;
}

/**
 * Takes a workbook as `writeWorkbook` made it and spoils every stored result of a formula, so that a right figure
 * can come only from computing it.
 */
export function makeBlank(bytes: Uint8Array): Blank {
  const files: Files = unzipSync(bytes);
  const answers = partOfSheet(partsOf(bytes), 'Penilaian');
  for (const [path, content] of Object.entries(files)) {
    if (!path.startsWith('xl/worksheets/')) continue;
    const spoiled = strFromU8(content).replace(/(<f>[^<]*<\/f><v>)[^<]*(<\/v>)/g, '$199$2');
    files[path] = strToU8(spoiled);
  }
  const sheet = strFromU8(files[answers] ?? new Uint8Array());
  return {
    fill(cells) {
      const left = new Map(cells);
      const filled = sheet.replace(
        /<c r="([A-Z]+\d+)"( s="\d+")\/>/g,
        (cell, address: string, style: string) => {
          const value = left.get(address);
          left.delete(address);
          if (value === undefined) return cell;
          return typeof value === 'number'
            ? `<c r="${address}"${style}><v>${value}</v></c>`
            : `<c r="${address}"${style} t="inlineStr"><is><t>${value}</t></is></c>`;
        },
      );
      if (left.size > 0) throw new Error(`No empty cell ${[...left.keys()].join(', ')}`);
      return zipSync({ ...files, [answers]: strToU8(filled) }, { level: 0 });
    },
  };
}
