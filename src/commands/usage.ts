import type { CommanderError, HelpConfiguration } from 'commander';

const titles: Record<string, string> = {
  'Usage:': 'Cara pakai:',
  'Arguments:': 'Argumen:',
  'Options:': 'Pilihan:',
  'Global Options:': 'Pilihan umum:',
  'Commands:': 'Perintah:',
};

/** Commander's help in Bahasa Indonesia: titles, and what it adds to options. */
export const helpInIndonesian: HelpConfiguration = {
  styleTitle: (title) => titles[title] ?? title,
  subcommandTerm: (command) =>
    [
      command.name(),
      ...command.registeredArguments.map((one) => `[${one.name()}${one.variadic ? '...' : ''}]`),
    ].join(' '),
  // Commander would add the default in English.
  argumentDescription: ({ description }) => description,
  optionDescription: ({ description, argChoices, defaultValue }) => {
    const choices = argChoices ? [argChoices.join(', ')] : [];
    const standard = argChoices && defaultValue !== undefined ? [`bawaan: ${String(defaultValue)}`] : [];
    const more = [...choices, ...standard].join('; ');
    return more === '' ? description : `${description} (${more})`;
  },
};

/** A usage error of commander as one line in Bahasa Indonesia; commander itself speaks English only. */
export function translate({ code, message }: CommanderError): string {
  const [quoted = '', second = ''] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  // `-f, --format <bentuk>` is how commander names an option; people know it by its long name.
  const first = /--[a-z-]+/.exec(quoted)?.[0] ?? quoted;
  const allowed = /Allowed choices are (.*?)\.?$/.exec(message)?.[1];
  const near = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(message)?.[1];
  const hint = near ? ` Maksudnya ${near.split(', ').join(' atau ')}?` : '';
  const say: Record<string, string> = {
    'commander.unknownOption': `Pilihan "${first}" tidak dikenal.${hint} Lihat: spbe --help.`,
    'commander.unknownCommand': `Perintah "${first}" tidak dikenal.${hint} Lihat: spbe --help.`,
    'commander.missingArgument': `Argumen "${first}" belum diisi.`,
    'commander.optionMissingArgument': `Pilihan "${first}" perlu nilai sesudahnya.`,
    'commander.missingMandatoryOptionValue': `Pilihan "${first}" belum diisi. Lihat: spbe --help.`,
    'commander.excessArguments': 'Terlalu banyak argumen. Lihat: spbe --help.',
    'commander.invalidArgument': `Nilai "${second}" untuk "${first}" tidak dikenal.${allowed ? ` Pilih: ${allowed}.` : ''}`,
  };
  return say[code] ?? message;
}
