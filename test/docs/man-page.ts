import type { Command, Option } from 'commander';

/** The manual page of the program in roff, from the commands themselves. @param version shown at the foot */
export function manPage(program: Command, version: string): string {
  const shown = program
    .createHelp()
    .visibleCommands(program)
    .filter((one) => one.name() !== 'help');
  return [
    `.TH SPBE 1 "" "spbe ${quoted(version)}" "Perintah pengguna"`,
    '.SH NAMA',
    `spbe \\- ${quoted(program.description())}`,
    '.SH RINGKASAN',
    '.B spbe',
    quoted(program.usage()),
    '.SH PERINTAH',
    ...shown.flatMap((command) => describe(command, program)),
    '.SH PILIHAN UMUM',
    ...program.createHelp().visibleOptions(program).flatMap(describeOption),
    '.SH KODE KELUAR',
    ...item('0', 'selesai'),
    ...item('1', 'selesai, dan ada masalah seberat --fail-on (bawaan: kesalahan) atau lebih'),
    ...item('2', 'tidak dapat dikerjakan: pilihan salah, berkas tidak ada, atau galat'),
    ...item('130', 'dihentikan dengan Ctrl-C'),
    '.SH LINGKUNGAN',
    ...item('NO_COLOR', 'bila diisi, tanpa warna'),
    ...item('FORCE_COLOR', 'bila diisi selain 0, selalu berwarna'),
    ...item(
      'SPBE_THREADS',
      'jumlah utas pembaca kertas kerja; 1 = satu utas saja (bawaan: sebanyak inti prosesor, paling banyak 4, mulai 400 berkas)',
    ),
    ...item('COLUMNS', 'lebar keluaran bila tidak ke terminal'),
    '.SH BERKAS',
    ...item('spbe.yaml', 'proyek: daerah, tahun, instrumen, target, OPD dan indikatornya'),
    ...item('kertas-kerja/', 'kertas kerja OPD'),
    ...item('bukti/', 'berkas bukti per OPD, dan ledger.json'),
    ...item('riwayat/', 'hasil yang dicatat dengan --record'),
    ...item('hasil-luar/', 'hasil penilaian pihak luar yang diimpor'),
    '',
  ].join('\n');
}

function describe(command: Command, program: Command): string[] {
  const help = program.createHelp();
  const nested = help.visibleCommands(command).filter((one) => one.name() !== 'help');
  return [
    `.SS ${quoted([command.name(), command.usage()].join(' '))}`,
    ...quoted(command.description())
      .split('\n')
      .flatMap((line, index) => (index === 0 ? [line] : ['.br', line])),
    ...help.visibleOptions(command).flatMap(describeOption),
    ...nested.flatMap((one) => item(`${one.name()} ${one.usage()}`, one.summary() || one.description())),
  ];
}

function describeOption(option: Option): string[] {
  const choices = option.argChoices ? ` (${option.argChoices.join(', ')})` : '';
  return item(option.flags, `${option.description}${choices}`);
}

function item(term: string, text: string): string[] {
  return ['.TP', `.B ${quoted(term)}`, quoted(text)];
}

/** A backslash, a hyphen, and a dot or quote at the start of a line mean something to roff. */
function quoted(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gm, '\\&$1');
}
