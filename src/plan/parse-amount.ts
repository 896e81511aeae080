import { Fraction } from 'fraction.js';
import { UserError } from '../problem.ts';
import type { Measure } from './constraint.ts';

export interface Amount {
  readonly measure: Measure;
  readonly amount: Fraction;
}

const factors: ReadonlyMap<string, number> = new Map(
  Object.entries({
    rb: 1e3,
    ribu: 1e3,
    k: 1e3,
    jt: 1e6,
    juta: 1e6,
    m: 1e9,
    miliar: 1e9,
    milyar: 1e9,
    t: 1e12,
    triliun: 1e12,
  }),
);
const counted: ReadonlyMap<string, Measure> = new Map(
  Object.entries({
    langkah: 'steps',
    hari: 'days',
    oh: 'days',
    'hari kerja': 'days',
    'orang-hari': 'days',
  } as const),
);

/**
 * Reads an amount as people write it: `500jt`, `1,2M` (miliar), `750.000.000`, `Rp 20 juta`; `20 langkah` and
 * `300 hari` count level steps and person-days. Dots before three digits separate thousands.
 * @param name what it is, for the message
 * @throws UserError
 */
export function parseAmount(text: string, name: string): Amount {
  const found = text.normalize('NFKC').trim().toLowerCase();
  const [, isRupiah, digits = '', word = ''] =
    /^(rp\.?\s*)?(\d{1,15}(?:\.\d{3})*(?:,\d{1,6})?|\d{1,15}\.\d{1,6})\s*([a-z][a-z -]*)?$/.exec(found) ?? [];
  const measure = counted.get(word);
  const factor = word === '' ? 1 : factors.get(word);
  if (digits === '' || (measure ? isRupiah !== undefined : factor === undefined)) {
    throw new UserError(
      `${name} "${text.slice(0, 40)}" tidak dimengerti. Tulis misalnya 500jt, 1,2M, 750.000.000, "20 langkah" atau "300 hari".`,
    );
  }
  const value = new Fraction(toDecimal(digits));
  return measure ? { measure, amount: value } : { measure: 'rupiah', amount: value.mul(factor ?? 1) };
}

/** `1.200.000` → 1200000; `1,2` and `1.2` → 1.2 */
function toDecimal(digits: string): string {
  const isThousands = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits);
  return (isThousands ? digits.replaceAll('.', '') : digits).replace(',', '.');
}
