import { expect, test } from 'vitest';
import { dropControls } from '../../src/archive/drop-controls.ts';

test('drops what a terminal would obey, and keeps tabs and line breaks', () => {
  expect(dropControls('a\0b\x1b[2J\x9b\tc\r\nd\x7f')).toBe('ab[2J\tc\r\nd');
});
