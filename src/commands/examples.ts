import type { Command } from 'commander';

/** How each command is usually called, shown at the end of its help. Paths are those of a new project. */
const examples: Readonly<Record<string, readonly string[]>> = {
  init: ['spbe init --region "Kabupaten Mojokerto" --year 2026', 'spbe init --opd daftar-opd.xlsx'],
  check: [
    'spbe check',
    'spbe check kertas-kerja/dinkes.xlsx --mark',
    'spbe check --format csv -o masalah.csv',
  ],
  score: [
    'spbe score',
    'spbe score kertas-kerja/dinkes.xlsx',
    'spbe score --record --note "sebelum rapat"',
    'spbe score --each daerah -f csv-excel -o semua.csv',
  ],
  evidence: ['spbe evidence --missing', 'spbe evidence --opd dinkes'],
  package: ['spbe package', 'spbe package --zip'],
  draft: ['spbe draft', 'spbe draft --into kertas-kerja-draf'],
  merge: ['spbe merge -o rekapitulasi.xlsx'],
  status: ['spbe status', 'spbe status --watch', 'spbe status --opd dinkes'],
  'send-back': ['spbe send-back', 'spbe send-back -o kirim-balik-2 --date 2026-03-01'],
  update: ['spbe update'],
  report: [
    'spbe report --record terakhir -f html -o laporan.html',
    'spbe report --audience pimpinan',
    'spbe report --target 3.5 -f html -o laporan.html',
    'spbe report --audience opd -f docx -o laporan-opd',
    'spbe report --letters surat',
  ],
  gap: [
    'spbe gap --target 4.0',
    'spbe gap --target "sangat baik" --until 2026-09-15 --plan rencana-aksi.xlsx',
    'spbe gap --maximize --budget "20 langkah"',
  ],
  simulate: ['spbe simulate 12=3 16=4'],
  sensitivity: ['spbe sensitivity'],
  external: ['spbe external import hasil-kementerian.csv --stage akhir'],
  stages: ['spbe stages'],
  optimism: ['spbe optimism'],
  compare: [
    'spbe compare',
    'spbe compare --region "Kota Mojokerto" --with "Kota Madiun,Kab. Gresik"',
    'spbe compare --export tukar.json --anonymous',
  ],
  trend: ['spbe trend', 'spbe trend --region "Kota Mojokerto"', 'spbe trend --csv hasil-per-tahun.csv'],
  history: ['spbe history'],
  diff: ['spbe diff terakhir-1 terakhir', 'spbe diff lama.xlsx baru.xlsx'],
  verify: ['spbe verify terakhir', 'spbe verify laporan.html'],
  explain: ['spbe explain 12', 'spbe explain manajemen risiko', 'spbe explain index'],
  instruments: ['spbe instruments', 'spbe instruments --help'],
  doctor: ['spbe doctor'],
  completion: ['spbe completion bash >> ~/.bashrc', 'spbe completion powershell >> $PROFILE'],
};

/** Adds its examples to the help of each command. */
export function addExamples({ commands }: Command): void {
  for (const command of commands) {
    const own = examples[command.name()];
    if (own) command.addHelpText('after', ['\nContoh:', ...own.map((line) => `  ${line}`)].join('\n'));
  }
}
