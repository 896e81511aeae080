/** The colours of the sheets (sheets/style.ts), as charts write them: without transparency. */
export const ink = {
  dark: '1F3864',
  text: '222222',
  soft: '595959',
  grid: 'D9D9D9',
  line: 'BFBFBF',
} as const;

/** Colours of the series of a chart; told apart also by those who see no colours, for each is darker than the next. */
export const palette = ['2F6DB5', '1F3864', '9DB8DC', '7F7F7F'] as const;
