import { Option } from 'commander';
import { UserError } from '../problem.ts';
import { clean } from '../reporters/clean.ts';
import type { ColumnMap } from '../workbook/column-map.ts';
import type { Offer } from './read-book.ts';

const example = '--map "No=indikator,Nilai=tingkat"';

export function mapOption(): Option {
  return new Option(
    '--map <kolom>',
    'kolom lembar buatan sendiri: "No=indikator,Nilai=tingkat", juga penjelasan dan catatan; judul atau huruf kolom',
  );
}

/** @throws UserError if the text of --map cannot be understood */
export async function parseMapOption(text: string): Promise<ColumnMap> {
  const { parseMap } = await import('../workbook/column-map.ts');
  const map = parseMap(text);
  if (map === null) {
    throw new UserError(
      `Isi --map "${text}" tidak dipahami. Sebut kolom indikator dan tingkat, masing-masing sekali, misalnya ${example}.`,
    );
  }
  return map;
}

/** Shows what was found in a sheet and asks whether it is meant; only where a person sits at the terminal. */
export async function confirmMap({ file, suggestion, instrument }: Offer): Promise<boolean> {
  const { confirm } = await import('@clack/prompts');
  const { describeSuggestion } = await import('./read-book.ts');
  const { formatMap } = await import('../workbook/column-map.ts');
  const sample = suggestion.sample.map(([indicator, level]) => `${indicator}: ${level}`).join('; ');
  const lines = [
    `${file}: ${describeSuggestion(suggestion, instrument)}.`,
    `Dibaca: ${formatMap(suggestion.map)}. Baris pertama: ${sample}.`,
    'Benar begitu?',
  ];
  const answer = await confirm({
    message: lines.map(clean).join('\n'),
    active: 'Ya',
    inactive: 'Tidak',
    initialValue: false,
  });
  return answer === true;
}
