import { problem } from '../../problem-kinds.ts';
import { describeDocument } from './describe-document.ts';
import { factsOf } from './facts-of.ts';
import { findInstitutions, type Mention, type Named, parseInstitution } from './find-institutions.ts';
import { fileName } from './plain-words.ts';
import type { EvidenceRule, ListedDocument } from './rule.ts';

/**
 * A paper that another region issued. Only who issues it tells: its title ("Peraturan Bupati Sleman") or its letterhead.
 * Names in passing do not, nor a paper that names one's own region as well, such as an agreement of two. Provinces and
 * the regions below them work together, so each is held against its like only.
 */
export const evidenceOtherAgency: EvidenceRule = {
  code: 'evidence-other-agency',
  reason: 'other-object',
  source: 'Our own judgement: evidence shows the work of the institution that is assessed.',
  find: ({ assessment: { region }, documents, institutions }) => {
    if (region === null) return [];
    const own = parseInstitution(region);
    if (own === null) return [];
    const known = new Set(
      [region, ...institutions].flatMap((one) => {
        const named = parseInstitution(one);
        return named && isAlike(named, own) ? [`${named.kind} ${named.name}`] : [];
      }),
    );
    return documents.flatMap((one, document) => {
      const issuer = findIssuer(one, own, known);
      if (issuer === null) return [];
      const { evidence } = one;
      const details = { ...describeDocument(evidence), found: capitalize(issuer.text), region };
      return [{ problem: problem('evidence-other-agency', evidence.at, details), document }];
    });
  },
};

function isAlike(a: Named, b: Named): boolean {
  return (a.kind === 'provinsi') === (b.kind === 'provinsi');
}

const headingLength = 300;

function findIssuer(document: ListedDocument, own: Named, known: ReadonlySet<string>): Mention | null {
  const { evidence } = document;
  const { path = evidence.location, title, excerpt = '' } = factsOf(document) ?? {};
  const find = (text: string) => findInstitutions(text, known);
  const names = [evidence.title, fileName(path), title ?? ''].flatMap(find);
  const heading = find(excerpt.slice(0, headingLength));
  const issuer = names.find(isLawOf) ?? heading.find((one) => isLetterhead(one) || isTitle(one));
  if (issuer === undefined) return null;
  const isOwn = ({ kind, name }: Mention) => kind === own.kind && name === own.name;
  return names.some(isOwn) || find(excerpt).some(isOwn) ? null : issuer;
}

const laws = /(^| )(peraturan|keputusan|instruksi|edaran|sk|se)( (bupati|wali|daerah|pemerintah))?$/;
const shortLaws = /^(per|kep)(bup|wal|wali|gub) /;

/** Peraturan Bupati Sleman, Peraturan Daerah Kabupaten Sleman, Perbup Sleman. */
function isLawOf({ text, before }: Mention): boolean {
  return shortLaws.test(text) || laws.test(before);
}

/** The first words of a paper: BUPATI SLEMAN, PEMERINTAH DAERAH KABUPATEN SLEMAN. */
function isLetterhead({ position, before }: Mention): boolean {
  return position <= 2 && /^((pemerintah|daerah|salinan|wali)( |$))*$/.test(before);
}

const titleWords = 12;

function isTitle(mention: Mention): boolean {
  return mention.position < titleWords && isLawOf(mention);
}

function capitalize(text: string): string {
  return text.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
}
