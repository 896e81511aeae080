/** A chart that follows the cells of the workbook. */
export interface Chart extends ChartContent {
  /** Name of the sheet it lies on. */
  readonly sheet: string;
  readonly from: Corner;
  readonly to: Corner;
}

/** What a chart shows, wherever it stands. */
export interface ChartContent {
  /** `bar` lies, `column` stands. */
  readonly kind: 'radar' | 'bar' | 'column';
  readonly title: string;
  /** What it shows, in a sentence, for those who do not see it. */
  readonly description: string;
  readonly categories: Categories;
  readonly series: readonly Series[];
  /** Ends of the value axis. */
  readonly min: number;
  readonly max: number;
  /** Distance of its lines, a decimal place or more; every whole number has one if absent. */
  readonly unit?: number;
  /** Number format of the values, e.g. `0.00`. */
  readonly format: string;
}

/** Upper left corner of a cell, zero-based. */
export interface Corner {
  readonly column: number;
  readonly row: number;
}

export interface Categories {
  /** `Dasbor!$A$13:$A$20`, or several ranges: `(Dasbor!$A$14,Dasbor!$A$16:$A$18)`. */
  readonly ref: string;
  /** What the cells hold now, for programs that do not calculate. */
  readonly values: readonly string[];
}

export interface Series {
  readonly name: string;
  /** Cell that holds the name, if one does. */
  readonly nameRef?: string;
  readonly ref: string;
  readonly values: readonly number[];
  /** Six hexadecimal digits, e.g. `2F6DB5`. */
  readonly colour?: string;
}
