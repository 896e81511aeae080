import type { Command } from 'commander';
import { dateOption } from './date-option.ts';
import { failOnOption, formatOption, outputOption, type ReportOptions } from './finish.ts';
import { mapOption } from './map-option.ts';

/** Options of the commands that read workbooks and report on them. */
export interface InputCommandOptions extends ReportOptions {
  readonly instrument?: string;
  readonly map?: string;
  /** ISO day. */
  readonly date?: string;
}

/** Adds the paths, and the options that check, score and gap share. */
export function takesInputs(command: Command): Command {
  return command
    .usage('[jalur...] [pilihan]')
    .argument('[jalur...]', 'kertas kerja, folder, atau csv')
    .option(
      '--instrument <id>',
      'instrumen untuk csv (bawaan: milik proyek di sini, atau permenpanrb-59-2020)',
    )
    .addOption(mapOption())
    .addOption(dateOption())
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(failOnOption());
}
