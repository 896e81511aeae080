import type { LinkForm } from '../assessment/facts.ts';

export interface JudgedLink {
  readonly kind: 'link';
  readonly url: string;
  readonly form: LinkForm;
  readonly hint?: string;
}

/** An address, or what was meant for one: without its beginning, several in one cell. */
const start = /^(?:[a-z][a-z\d+.-]{1,20}:\/\/|mailto:|www\.)/i;
const bareHost =
  /^(?:drive|docs|sites)\.google\.com\/|^(?:[a-z\d-]+\.)+(?:go|desa|ac|co|or|sch)\.id(?:[/?#]|$)|^(?:bit\.ly|s\.id|tinyurl\.com|1drv\.ms|dropbox\.com|youtu\.be)\//i;
const longestUrl = 2_000;

/** Addresses that show a whole folder instead of one document. */
const folders: readonly RegExp[] = [
  /^https?:\/\/drive\.google\.com\/(?:drive\/)?(?:u\/\d+\/|mobile\/)*(?:folders\/|folderview\b|drive\/?(?:$|[?#])|my-drive)/i,
  /^https?:\/\/drive\.google\.com\/?(?:$|[?#])/i,
  /^https?:\/\/drive\.google\.com\/open\?[^#]*\busp=[^#]*folder/i,
  /^https?:\/\/1drv\.ms\/f\//i,
  /^https?:\/\/onedrive\.live\.com\/[^#]*(?:\bfolder\b|cid=[^&#]+(?:&id=root\b|$))/i,
  /^https?:\/\/[^/]+\.sharepoint\.com\/:f:\//i,
  /^https?:\/\/[^/]+\.sharepoint\.com\/[^#]*\/Forms\/AllItems\.aspx/i,
  /^https?:\/\/(?:www\.)?dropbox\.com\/(?:sh|scl\/fo|home)\b/i,
  /^https?:\/\/(?:www\.)?mega\.nz\/(?:folder\/|#F!)/i,
];

/** Whether a text is an address rather than a path. `file://` is a path. */
export function isLink(text: string): boolean {
  return (start.test(text) && !/^file:/i.test(text)) || bareHost.test(text);
}

/** Judges an address by its form alone: nothing is fetched. */
export function judgeLink(text: string): JudgedLink {
  const url = text.slice(0, longestUrl);
  const malformed = (hint: string): JudgedLink => ({ kind: 'link', url, form: 'malformed', hint });
  if (text.length > longestUrl) return malformed('tautan terlalu panjang');
  if ((text.match(/https?:\/\//gi)?.length ?? 0) > 1 && /\s|[,;]/.test(text)) {
    return malformed('lebih dari satu tautan dalam satu sel: tulis satu baris untuk satu dokumen');
  }
  if (!/^[a-z][a-z\d+.-]*:/i.test(text)) return malformed('tautan harus diawali https://');
  if (!/^https?:\/\//i.test(text)) return malformed('hanya tautan http atau https yang dapat dibuka asesor');
  if (/\s/.test(text)) return malformed('ada spasi di dalam tautan');
  const parsed = URL.canParse(text) ? new URL(text) : null;
  if (parsed === null || !/[^.]\.[^.]/.test(parsed.hostname))
    return malformed('alamat situsnya tidak lengkap');
  if (parsed.username !== '' || parsed.password !== '') {
    return malformed('tautan memuat nama pengguna atau kata sandi');
  }
  if (isLocal(parsed.hostname)) return malformed('alamat itu hanya dapat dibuka dari jaringan sendiri');
  return { kind: 'link', url, form: folders.some((pattern) => pattern.test(text)) ? 'folder' : 'good' };
}

function isLocal(host: string): boolean {
  return /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[)|\.(?:local|lan|internal)$/.test(
    host,
  );
}
