import { expect, it } from 'vitest';
import { dropSignature } from '../../build/drop-signature.js';

const header = 0x80;
const entry = header + 24 + 112 + 4 * 8;

/** What there is of a Windows program before its sections, 0x200 bytes; then a signature of this many bytes. */
function program(signature: number): Buffer {
  const bytes = Buffer.alloc(0x200 + signature, 7);
  bytes.writeUInt32LE(header, 0x3c);
  bytes.write('PE\0\0', header, 'latin1');
  bytes.writeUInt16LE(0x20b, header + 24);
  bytes.writeUInt32LE(signature > 0 ? 0x200 : 0, entry);
  bytes.writeUInt32LE(signature, entry + 4);
  return bytes;
}

it('takes a signature away and changes nothing else', () => {
  expect(dropSignature(program(40)).equals(program(0))).toBe(true);
});

it('leaves a program without a signature as it is', () => {
  expect(dropSignature(program(0)).equals(program(0))).toBe(true);
});

it('refuses what is no Windows program, and what has something behind the signature', () => {
  expect(() => dropSignature(Buffer.alloc(0x200))).toThrow('Not a Windows program');
  expect(() => dropSignature(Buffer.concat([program(40), Buffer.of(1)]))).toThrow('behind');
});
