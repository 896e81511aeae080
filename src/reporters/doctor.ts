import type { DoctorDocument } from '../contract/doctor.ts';
import type { Cell, Report } from './report.ts';

type Finding = DoctorDocument['findings'][number];

const states: Readonly<Record<Finding['state'], Cell>> = {
  good: { text: '✔ baik', tone: 'good' },
  caution: { text: '! perhatian', tone: 'caution' },
  bad: { text: '✖ salah', tone: 'bad' },
};

const subjects: Readonly<Record<Finding['id'], string>> = {
  node: 'Program',
  instruments: 'Instrumen',
  terminal: 'Terminal',
  font: 'Huruf',
  folder: 'Izin',
  space: 'Diska',
  project: 'Proyek',
  workbooks: 'Kertas kerja',
  'open-files': 'Berkas terbuka',
  evidence: 'Bukti',
  records: 'Riwayat',
};

/** What `spbe doctor` found, the machine first, then the project. */
export function reportDoctor(tool: string, findings: readonly Finding[]): Report {
  const document: DoctorDocument = {
    schemaVersion: 1,
    tool,
    healthy: !findings.some(({ state }) => state === 'bad'),
    findings: findings.map((one) => ({ ...one })),
  };
  return {
    document,
    blocks: [
      { kind: 'title', text: 'Pemeriksaan', subtitle: `spbe ${tool}` },
      {
        kind: 'table',
        columns: [
          { header: 'Yang diperiksa' },
          { header: 'Keadaan' },
          { header: 'Keterangan', flexible: true },
        ],
        rows: findings.map(({ id, state, text }) => [{ text: subjects[id] }, states[state], { text }]),
      },
    ],
    records: {
      columns: ['yang_diperiksa', 'keadaan', 'keterangan'],
      rows: findings.map(({ id, state, text }) => [id, state, text]),
    },
  };
}
