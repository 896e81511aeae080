/*
 * What is known of the evidence after looking at it. Facts only: whether they are good enough is judged by the rules.
 * Made by src/evidence; pure values, so that the rules can be tested without a disk.
 */

/** Where a row of Bukti points: what it says, and for whom. */
export interface EvidenceLocation {
  /** As written in the cell: a path, a link, nothing. */
  readonly text: string;
  /** Code of the OPD whose workbook holds the row (its own folder below bukti/ is looked through first); null if unknown. */
  readonly opd: string | null;
  /** Id of the indicator it is to prove. */
  readonly indicator: string;
  /** The internal assessor wrote "Diterima". */
  readonly accepted: boolean;
}

/** What stands there, after looking. */
export type Located =
  /** There is no project folder, so nothing was looked for: not to be taken for missing. */
  | { readonly kind: 'unexamined' }
  /** Neither a file nor a link is named. */
  | { readonly kind: 'unnamed' }
  /** A link, judged by its form alone; nothing is fetched. */
  | { readonly kind: 'link'; readonly url: string; readonly form: LinkForm; readonly hint?: string }
  | { readonly kind: 'file'; readonly facts: FileFacts; readonly foundBy: FoundBy }
  /** A folder instead of a file. `files`: how many lie in it and below. */
  | { readonly kind: 'folder'; readonly path: string; readonly files: number }
  /** `nearest`: path of the file with the most similar name, for "maksud Anda …?"; null if none is similar. */
  | { readonly kind: 'missing'; readonly nearest: string | null }
  /** Several files fit equally well; sorted, at most 10. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  /** Leads out of the project folder: `..`, a symlink, an absolute path without a namesake below bukti/. Never read. */
  | { readonly kind: 'outside' }
  /** A device, pipe or socket. Never read. */
  | { readonly kind: 'not-regular' };

/**
 * good: leads to one document, as far as can be seen. malformed: no host, a blank within, a local file (`hint`: what
 * is wrong, in Bahasa Indonesia). folder: a whole folder of Google Drive, OneDrive, SharePoint, Dropbox.
 */
export type LinkForm = 'good' | 'malformed' | 'folder';

/**
 * path: where the row says. case: the same but for upper and lower case. extension: the row leaves it out.
 * name: elsewhere below bukti/, by the longest matching end of the path or a name that occurs once.
 */
export type FoundBy = 'path' | 'case' | 'extension' | 'name';

/**
 * By content, never by name. doc: Office before 2007 (doc, xls, ppt, msg). zip: an archive of any kind (zip, rar, 7z,
 * gz). text: plain text, csv. eml: a saved mail.
 */
export type DocumentType =
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'odt'
  | 'ods'
  | 'odp'
  | 'doc'
  | 'rtf'
  | 'image'
  | 'video'
  | 'zip'
  | 'text'
  | 'html'
  | 'eml'
  | 'empty'
  | 'unknown';

/**
 * good: could be read as far as its type is read at all. empty: 0 bytes. encrypted: asks for a password. damaged: is
 * not what its beginning promises. too-large: hashed, content not read. too-complex: reading passed the limits of time
 * or memory. unreadable: the system refuses it (no permission, locked); `sha256` is empty then.
 */
export type FileState =
  | 'good'
  | 'empty'
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'too-complex'
  | 'unreadable';

export interface FileFacts {
  /** Relative to the project folder, with `/`. Comes from the disk: to be cleaned before it is shown. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex; the same document under two names has the same. */
  readonly sha256: string;
  readonly type: DocumentType;
  /** null unless it is an image whose header could be read. */
  readonly image: ImageFacts | null;
  /** Whether the extension fits the type; true if the name has none. */
  readonly nameMatchesType: boolean;
  readonly state: FileState;
  /** null: cannot tell. Slides of a pptx count as pages. */
  readonly pages: number | null;
  /** false: a scan or picture without a text layer (of the pages looked at). null: cannot tell. */
  readonly hasText: boolean | null;
  /** From the particulars of the document, not from its name. At most 300 characters. */
  readonly title: string | null;
  /** From the first pages: at most 1,500 characters, white space folded, no control characters; empty if there is no text. */
  readonly excerpt: string;
  /** ISO dates found in the text read (about ten pages), in order of appearance, each once, at most 20. */
  readonly dates: readonly string[];
  /** Numbers of documents found there, white space folded, likewise: `12 Tahun 2023`, `188.45/123/HK/2024`. */
  readonly numbers: readonly string[];
  readonly signs: Signs;
  /** The words behind `signs.draft` and `signs.final`, most telling place first, at most 10. */
  readonly words: readonly SignWord[];
  /** ISO date of the run that saw it first. */
  readonly firstSeen: string;
  /** An assessor accepted it, and its content is another one since. */
  readonly changedSinceAccepted: boolean;
}

export interface ImageFacts {
  readonly format: 'png' | 'jpeg' | 'gif' | 'webp' | 'tiff' | 'bmp' | 'heic';
  /** Pixels; null if the header does not say. */
  readonly width: number | null;
  readonly height: number | null;
}

/** Looked for in the name, the title and the text read. */
export interface Signs {
  /** Rancangan, draft, draf, konsep, raperda … as whole words; see `words` for where: deep in the text it means little. */
  readonly draft: boolean;
  /** The word "final". */
  readonly final: boolean;
  /** A field for a digital signature that is filled, or words such as "ditandatangani secara elektronik". */
  readonly signature: boolean;
  /** An address of a web page in the text. */
  readonly url: boolean;
}

export interface SignWord {
  readonly sign: 'draft' | 'final';
  /** As found, lower case. */
  readonly word: string;
  /** heading: among the first 300 characters of the text, or alone on a line. text: elsewhere. */
  readonly where: 'name' | 'title' | 'heading' | 'text';
}

/** A file in the evidence folder, listed or not. */
export interface LyingFile {
  /** Relative to the project folder, with `/`. */
  readonly path: string;
  readonly size: number;
}

/** Everything known of the evidence of one project. */
export interface EvidenceFacts {
  /** One for each location asked, in their order. */
  readonly located: readonly Located[];
  /** Every file below bukti/, sorted by path; without our ledger and what systems leave behind (Thumbs.db, ~$…). */
  readonly lying: readonly LyingFile[];
}
