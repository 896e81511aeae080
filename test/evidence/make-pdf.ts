import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

export interface PdfSpec {
  readonly title?: string;
  /** Lines of each page; an empty one is a page without text, as of a scan. */
  readonly pages: readonly (readonly string[])[];
  readonly password?: string;
}

/** A real PDF, the same bytes every time. */
export async function makePdf({ title, pages, password }: PdfSpec): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  if (title !== undefined) pdf.setTitle(title);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const lines of pages) {
    const page = pdf.addPage([595, 842]);
    for (const [index, line] of lines.entries())
      page.drawText(line, { x: 50, y: 780 - 20 * index, size: 12, font });
  }
  if (password !== undefined) pdf.encrypt({ userPassword: password, ownerPassword: `${password}!` });
  return pdf.save();
}

/** A PDF of exactly these objects (number → body), lies and all; object 1 is the catalog. */
export function rawPdf(objects: ReadonlyMap<number, string | Buffer>, trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  const push = (bytes: Buffer) => {
    parts.push(bytes);
    length += bytes.length;
  };
  for (const [number, body] of objects) {
    offsets.set(number, length);
    push(Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]));
  }
  const start = length;
  const size = Math.max(...objects.keys()) + 1;
  const lines = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  push(Buffer.from(`xref\n0 ${size}\n${lines.join('')}`));
  push(Buffer.from(`trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** Body of a stream object. */
export function streamBody(bytes: Uint8Array, particulars = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${particulars} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}
