import { Fraction } from 'fraction.js';
import { type InstitutionKind, kindOfName, provinceOf } from '../assessment/institution-name.ts';
import { findPeerGroups, type OwnResult } from '../assessment/peer-groups.ts';
import { type RegionResult, type SingleStep, stepsThatReach } from '../assessment/region-result.ts';
import { bandOf } from '../assessment/score.ts';
import {
  loadProvinces,
  loadPublishedResults,
  type PublishedResult,
  publishedInstrument,
} from '../instrument/benchmarks.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { loadInstrument } from '../instrument/load.ts';
import { UserError } from '../problem.ts';
import { clean } from '../reporters/clean.ts';
import type { Comparison } from '../reporters/compare.ts';
import { chooseInstitution, suggestInstitution } from './choose-institution.ts';
import type { CompareOptions } from './compare.ts';

/** What is to be ranked. */
export interface OwnIndex {
  readonly source: 'files' | 'given' | 'published';
  readonly index: Fraction;
  readonly predicate: string;
  /** As the user or the workbooks say it; null for a csv. */
  readonly name: string | null;
  readonly kind: InstitutionKind | null;
  /** null where only the index is known. */
  readonly result: RegionResult | null;
}

type Ranked = Pick<Comparison, 'own' | 'kind' | 'published' | 'reason'>;

/**
 * The index that --index gives, or the published one of --region.
 * @throws UserError if the index is none, or the region is not among the published ones
 */
export async function ownFromName(options: CompareOptions, instrument: Instrument): Promise<OwnIndex> {
  const { region } = options;
  if (region === undefined || region.trim() === '') {
    throw new UserError('Daerahnya belum disebut. Tambahkan misalnya --region "Kota Mojokerto".');
  }
  if (options.index !== undefined) {
    const index = parseIndex(options.index, instrument);
    const predicate = bandOf(instrument, index).name;
    return { source: 'given', index, predicate, name: region, kind: kindOfName(region), result: null };
  }
  const { year, rows } = await publishedOf(options.year);
  const row = await chooseInstitution(region, rows, null);
  if (row === null) throw notPublished(region, rows, year);
  const { name, type, index, predicate } = row;
  return { source: 'published', index: new Fraction(index), predicate, name, kind: type, result: null };
}

/**
 * Ranks an index among the published results of a year, unless it rests on another instrument or nobody says whose it is;
 * that is said where there is something else to compare with, and refused where there is not.
 * @throws UserError if a name is not known, or the year
 */
export async function rankPublished(
  own: OwnIndex,
  instrument: Instrument,
  options: CompareOptions,
): Promise<Ranked> {
  const unranked = (reason: string): Ranked => {
    if (options.exchange === undefined && options.export === undefined) throw new UserError(reason);
    return { own, kind: own.kind, published: null, reason };
  };
  if (instrument.id !== publishedInstrument) {
    const { name } = await loadInstrument(publishedInstrument);
    return unranked(
      `Indeks ini memakai ${instrument.name}, hasil terbit memakai ${name} – indikator, bobot dan predikatnya lain, jadi tidak ada peringkat di antara keduanya. Bandingkan dengan daerah lain yang memakai ${instrument.name} (--exchange).`,
    );
  }
  if (own.name === null) {
    return unranked('Berkas tidak menyebut daerahnya. Tambahkan misalnya --region "Kota Mojokerto".');
  }
  const { year, rows } = await publishedOf(options.year);
  const row = await chooseInstitution(own.name, rows, own.kind);
  const kind = row?.type ?? own.kind;
  if (kind === null) {
    return unranked(
      `"${clean(own.name)}" tidak ada di hasil terbit ${year}, dan jenisnya tidak diketahui. ${suggestInstitution(own.name, rows)}`,
    );
  }
  const provinces = await loadProvinces();
  const result: OwnResult = {
    index: own.index,
    domains: own.source === 'published' ? printedDomains(row) : scoredDomains(own.result),
    kind,
    published: row,
    province: provinceOf(row ?? { type: kind, name: own.name }, provinces),
  };
  const chosen = await chooseAll(options.with ?? [], rows, year);
  const groups = findPeerGroups(result, rows, provinces, chosen);
  return {
    own,
    kind,
    reason: null,
    published: {
      year,
      row,
      groups,
      steps: stepsPast(own, groups.kind.next?.peers[0]?.value ?? null, instrument),
      missing: row === null ? suggestInstitution(own.name, rows) : null,
    },
  };
}

async function publishedOf(year: string | undefined): Promise<{ year: number; rows: PublishedResult[] }> {
  const all = await loadPublishedResults();
  const years = [...new Set(all.map((row) => row.year))].sort();
  const wanted = year ?? String(years.at(-1));
  const rows = all.filter((row) => String(row.year) === wanted);
  if (rows.length > 0) return { year: Number(wanted), rows };
  throw new UserError(`Hasil terbit tahun "${clean(wanted)}" tidak tersedia. Yang ada: ${years.join(', ')}.`);
}

/** Names between commas; one that holds a comma itself may be given alone. */
async function chooseAll(
  given: readonly string[],
  rows: readonly PublishedResult[],
  year: number,
): Promise<PublishedResult[]> {
  const chosen = new Map<string, PublishedResult>();
  for (const text of given) {
    const whole = rows.some(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
    const names = whole ? [text] : text.split(',').filter((name) => name.trim() !== '');
    for (const name of names) {
      const row = await chooseInstitution(name.trim(), rows, null);
      if (row === null) throw notPublished(name.trim(), rows, year);
      chosen.set(row.name, row);
    }
  }
  return [...chosen.values()];
}

function notPublished(name: string, rows: readonly PublishedResult[], year: number): UserError {
  return new UserError(
    `"${clean(name)}" tidak ada di hasil terbit ${year}. ${suggestInstitution(name, rows)}`,
  );
}

function parseIndex(text: string, { scale }: Instrument): Fraction {
  const plain = text.trim().replace(',', '.');
  const value = /^\d(\.\d{1,6})?$/.test(plain) ? new Fraction(plain) : null;
  if (value === null || value.compare(scale.floor) < 0 || value.compare(scale.max) > 0) {
    throw new UserError(
      `Indeks "${clean(text)}" tidak sah. Tulis ${scale.floor} sampai ${scale.max}, misalnya --index 4.32.`,
    );
  }
  return value;
}

function printedDomains(row: PublishedResult | null): OwnResult['domains'] {
  return row?.domains.map((text) => (text === null ? null : new Fraction(text))) ?? null;
}

function scoredDomains(result: RegionResult | null): OwnResult['domains'] {
  const domains = result?.score.groups.filter(({ group }) => group.kind === 'domain');
  return domains?.map(({ index }) => index) ?? null;
}

/** Single steps that lift the index, as it is shown, above the next one. */
function stepsPast({ result }: OwnIndex, next: Fraction | null, instrument: Instrument): SingleStep[] {
  if (result === null || next === null) return [];
  // Half a hundredth more is shown as the next hundredth.
  return stepsThatReach(instrument, result.score, next.add(new Fraction('0.005')));
}
