import type { DocumentType, FileFacts } from '../assessment/facts.ts';

const byType: Readonly<Record<Exclude<DocumentType, 'image'>, readonly string[]>> = {
  pdf: ['pdf'],
  docx: ['docx', 'docm', 'dotx'],
  xlsx: ['xlsx', 'xlsm', 'xltx', 'xlsb'],
  pptx: ['pptx', 'pptm', 'ppsx', 'potx'],
  odt: ['odt', 'ott'],
  ods: ['ods', 'ots'],
  odp: ['odp', 'otp'],
  doc: ['doc', 'dot', 'xls', 'xlt', 'ppt', 'pps', 'msg'],
  // Word saves rtf under .doc without a word.
  rtf: ['rtf', 'doc'],
  video: ['mp4', 'm4v', 'mov', '3gp', 'mkv', 'webm', 'avi', 'wmv', 'flv', 'mpg', 'mpeg'],
  zip: ['zip', 'rar', '7z', 'gz', 'tgz'],
  text: ['txt', 'csv', 'tsv', 'md', 'log', 'json', 'xml', 'yaml', 'yml', 'sql', 'ini', 'conf'],
  html: ['html', 'htm', 'xhtml'],
  eml: ['eml', 'mht', 'mhtml'],
  empty: [],
  unknown: [],
};
const byFormat: Readonly<Record<NonNullable<FileFacts['image']>['format'], readonly string[]>> = {
  png: ['png'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  gif: ['gif'],
  webp: ['webp'],
  tiff: ['tif', 'tiff'],
  bmp: ['bmp', 'dib'],
  heic: ['heic', 'heif', 'hif'],
};
const known = new Set([...Object.values(byType), ...Object.values(byFormat)].flat());
const lockable = new Set([...byType.docx, ...byType.xlsx, ...byType.pptx]);

/** Extension of a name in lower case, without the dot; empty if there is none that could be one. */
export function extensionOf(name: string): string {
  return /[^/]\.([a-z\d]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Whether the extension of a name fits what the file is. What we do not know by its content may have any unknown one. */
export function fitsType(name: string, { type, image, state }: Pick<FileFacts, 'type' | 'image' | 'state'>) {
  const extension = extensionOf(name);
  if (extension === '' || type === 'empty') return true;
  if (type === 'unknown') return !known.has(extension);
  // With a password, Office wraps the new formats into the old.
  if (type === 'doc' && state === 'encrypted' && lockable.has(extension)) return true;
  const fitting = type === 'image' ? (image === null ? [] : byFormat[image.format]) : byType[type];
  // `Nomor 12.Kominfo`: not every dot begins an extension.
  return fitting.includes(extension) || !known.has(extension);
}
