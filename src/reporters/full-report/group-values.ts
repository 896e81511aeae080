import type { ReportDocument } from '../../contract/report.ts';

type Group = ReportDocument['groups'][number];

interface GroupValue {
  readonly key: 'index' | 'proven' | 'past' | 'planned' | 'peers';
  readonly header: string;
}

const values: readonly GroupValue[] = [
  { key: 'index', header: 'Nilai' },
  { key: 'proven', header: 'Terbukti' },
  { key: 'past', header: 'Sebelumnya' },
  { key: 'planned', header: 'Rencana' },
  { key: 'peers', header: 'Pembanding' },
];

/** What is known of the values of domains and aspects, in the order in which it is shown. */
export function knownGroupValues({ groups }: { readonly groups: readonly Group[] }): readonly GroupValue[] {
  return values.filter(({ key }) => groups.some((group) => group[key] !== null));
}
