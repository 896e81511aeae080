import { expect, it } from 'vitest';
import { formatMap, parseMap } from '../../src/workbook/column-map.ts';

it.each([
  ['No=indikator,Nilai=tingkat', 'No=indikator,Nilai=tingkat'],
  ['No=indicator,Nilai=level', 'No=indikator,Nilai=tingkat'],
  [' B = INDIKATOR ; F = Level ', 'B=indikator,F=tingkat'],
  ['Penjelasan (fakta, lalu analisis)=penjelasan,No=indikator,Nilai=tingkat,Ket.=catatan', undefined],
  ['Nilai 2024:No=indikator,Nilai=tingkat', undefined],
])('%s', (text, expected = text) => {
  const map = parseMap(text);
  expect(map && formatMap(map)).toBe(expected);
});

it.each([
  '',
  'x',
  'No=indikator',
  'Nilai=tingkat',
  'No=indikator,Nilai=skor',
  'No=indikator,No=indikator,Nilai=tingkat',
  '=indikator,Nilai=tingkat',
  'No=indikator Nilai=tingkat',
  'No=indikator,Nilai=tingkat,x',
])('%j is not understood', (text) => {
  expect(parseMap(text)).toBe(null);
});
