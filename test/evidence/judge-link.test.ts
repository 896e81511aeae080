import { expect, it } from 'vitest';
import { isLink, judgeLink } from '../../src/evidence/judge-link.ts';

it.each([
  ['https://jdih.kuduskab.go.id/perbup/12.pdf', 'good'],
  ['http://103.10.1.2/dokumen', 'good'],
  ['https://drive.google.com/file/d/1AbC/view?usp=sharing', 'good'],
  ['https://docs.google.com/document/d/1AbC/edit', 'good'],
  ['https://1drv.ms/b/s!Abc', 'good'],
  ['https://www.dropbox.com/s/abc/sk.pdf', 'good'],
  ['https://www.dropbox.com/scl/fi/abc/sk.pdf', 'good'],
  ['https://drive.google.com/drive/folders/1AbC?usp=sharing', 'folder'],
  ['https://drive.google.com/drive/u/0/folders/1AbC', 'folder'],
  ['https://drive.google.com/drive/my-drive', 'folder'],
  ['https://drive.google.com/', 'folder'],
  ['https://1drv.ms/f/s!Abc', 'folder'],
  ['https://kab.sharepoint.com/:f:/s/spbe/abc', 'folder'],
  ['https://www.dropbox.com/sh/abc/def', 'folder'],
  ['https://www.dropbox.com/scl/fo/abc', 'folder'],
  ['http:/spbe.go.id', null],
  ['https://', 'malformed'],
  ['https://spbe', 'malformed'],
  ['https://spbe.go.id/a b.pdf', 'malformed'],
  ['https://a.go.id/1 https://a.go.id/2', 'malformed'],
  ['www.kuduskab.go.id/a', 'malformed'],
  ['drive.google.com/file/d/1', 'malformed'],
  ['ftp://a.go.id/a', 'malformed'],
  ['javascript://a.go.id', 'malformed'],
  ['https://ani:rahasia@a.go.id/', 'malformed'],
  ['http://192.168.1.5/sk.pdf', 'malformed'],
  ['http://localhost:8080/', 'malformed'],
  ['SK Tim.pdf', null],
  ['C:\\bukti\\a.pdf', null],
  ['file:///C:/a.pdf', null],
])('%s: %s', (text, form) => {
  const judged = isLink(text) ? judgeLink(text) : null;
  expect(judged?.form ?? null).toBe(form);
  expect(judged?.hint !== undefined).toBe(form === 'malformed');
});

it('cuts what is endless', () => {
  expect(judgeLink(`https://a.go.id/${'a'.repeat(100_000)}`).url).toHaveLength(2_000);
});
