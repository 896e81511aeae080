import { schemaVersion } from '../contract/parts.ts';
import type { UpdateDocument } from '../contract/update.ts';
import type { Report } from './report.ts';

export type UpdatedFile = UpdateDocument['files'][number];

/** What an update carried over, what it found no place for, and what it left alone. */
export function reportUpdate(folder: string, files: readonly UpdatedFile[]): Report {
  const document: UpdateDocument = { schemaVersion, folder, files: [...files] };
  const done = files.filter(({ to }) => to !== null);
  const left = files.filter(({ to }) => to === null);
  const stranded = files.reduce((sum, { leftovers }) => sum + leftovers, 0);
  return {
    document,
    blocks: [
      {
        kind: 'title',
        text: 'Kertas kerja diperbarui',
        subtitle: `Salinan baru di ${folder}; berkas lama tidak diubah`,
      },
      {
        kind: 'table',
        columns: [
          { header: 'Berkas baru', flexible: true },
          { header: 'Penilaian', align: 'right' },
          { header: 'Bukti', align: 'right' },
          { header: 'Kriteria', align: 'right' },
          { header: 'Identitas', align: 'right' },
          { header: 'Tidak terpindah', align: 'right' },
        ],
        rows: done.map(({ from, to, carried, leftovers }) => [
          { text: `${to}${from === null ? ' (baru, kosong)' : ''}` },
          ...[carried.answers, carried.documents, carried.ticks, carried.identity].map((count) => ({
            text: String(count),
          })),
          leftovers === 0 ? { text: '–' } : { text: String(leftovers), tone: 'caution' as const },
        ]),
      },
      ...(left.length > 0
        ? [
            { kind: 'section' as const, text: 'Tidak diperbarui' },
            { kind: 'list' as const, items: left.map(({ from, reason }) => `${from}: ${reason}`) },
          ]
        : []),
      {
        kind: 'paragraph',
        text: `Angka = sel terisi yang dipindahkan.${
          stranded > 0 ? ' Yang tidak punya tempat disimpan di lembar "Tidak terpindah" berkasnya.' : ''
        } Komentar sel dan warna buatan OPD tidak ikut.`,
        tone: 'soft',
      },
    ],
    records: {
      columns: [
        ...['berkas_lama', 'berkas_baru', 'opd', 'penilaian', 'bukti', 'kriteria', 'identitas'],
        ...['tidak_terpindah', 'alasan'],
      ],
      rows: files.map(({ from, to, opd, carried, leftovers, reason }) => [
        from,
        to,
        opd,
        carried.answers,
        carried.documents,
        carried.ticks,
        carried.identity,
        leftovers,
        reason,
      ]),
    },
  };
}
