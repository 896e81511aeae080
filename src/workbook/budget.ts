import { refuse } from '../archive/refusal.ts';

/** Cells that hold something, a file. The workbook of a whole region has some 12,000. */
const cellLimit = 150_000;
/** Characters of all cells, a file: one long shared text could otherwise stand in every cell. */
const characterLimit = 10_000_000;

/** Counts what one file has yielded so far. */
export interface Budget {
  /** @throws refusal once the file holds more than the limits */
  spend(characters: number): void;
  /** @returns makes it as it is now, for what is then read once more */
  mark(): () => void;
}

export function createBudget(): Budget {
  let cells = 0;
  let characters = 0;
  return {
    spend(more) {
      cells++;
      characters += more;
      if (cells <= cellLimit && characters <= characterLimit) return;
      refuse(
        'too-large',
        'Berkas berisi terlalu banyak sel (lebih dari 150 ribu sel atau 10 juta huruf). Pisahkan menjadi beberapa berkas, atau hapus lembar yang tidak diperlukan.',
      );
    },
    mark() {
      const before = { cells, characters };
      return () => {
        ({ cells, characters } = before);
      };
    },
  };
}
