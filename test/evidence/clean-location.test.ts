import { expect, it } from 'vitest';
import { cleanLocation } from '../../src/evidence/clean-location.ts';
import { isLink } from '../../src/evidence/judge-link.ts';

const clean = (text: string) => cleanLocation(text, isLink);

it.each([
  ['a.pdf', ['a.pdf'], false],
  [' "a b.pdf"\n', ['a b.pdf'], false],
  ['<a.pdf>', ['a.pdf'], false],
  ['„a.pdf“', ['a.pdf'], false],
  ['SK (salinan)', ['SK (salinan)'], false],
  ['(SK.pdf)', ['SK.pdf'], false],
  ['I\\ii\\ a.pdf ', ['I', 'ii', 'a.pdf'], false],
  ['./I//a.pdf', ['I', 'a.pdf'], false],
  ['../a.pdf', ['..', 'a.pdf'], false],
  ['D:\\I\\a.pdf', ['I', 'a.pdf'], true],
  ['d:a.pdf', ['a.pdf'], true],
  ['\\\\server\\bagi\\a.pdf', ['server', 'bagi', 'a.pdf'], true],
  ['/home/ani/a.pdf', ['home', 'ani', 'a.pdf'], true],
  ['file:///C:/I/a%20b.pdf', ['I', 'a b.pdf'], true],
  ['file:///home/a%.pdf', ['home', 'a%.pdf'], true],
  ['C:\\', [], true],
  ['file://server/bagi/a.pdf', ['server', 'bagi', 'a.pdf'], true],
])('%j is a path', (text, segments, absolute) => {
  expect(clean(text)).toMatchObject({ kind: 'path', segments, absolute });
});

it.each(['', '  ', '-', '–', '...', '""', '?', '.', './'])('%j names nothing', (text) => {
  expect(clean(text)).toEqual({ kind: 'unnamed' });
});

it.each(['https://a.go.id/x', ' "https://a.go.id/x" ', '<https://a.go.id/x>'])('%j is a link', (text) => {
  expect(clean(text)).toEqual({ kind: 'link', text: 'https://a.go.id/x' });
});
