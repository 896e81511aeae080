/**
 * A Windows program (PE32+) without its signature, which would no longer fit once the program is changed: Windows and virus
 * scanners trust a broken signature less than none.
 * @param {Buffer} program
 */
export function dropSignature(program) {
  const header = program.readUInt32LE(0x3c);
  const optional = header + 24;
  if (program.toString('latin1', header, header + 4) !== 'PE\0\0' || program.readUInt16LE(optional) !== 0x20b)
    throw new Error('Not a Windows program of 64 bit');
  // The fifth of the data directories: where the certificates lie in the file, and how many bytes they are.
  const entry = optional + 112 + 4 * 8;
  const start = program.readUInt32LE(entry);
  if (start === 0) return program;
  if (start + program.readUInt32LE(entry + 4) !== program.length)
    throw new Error('Something lies behind the signature');
  const bare = Buffer.from(program.subarray(0, start));
  bare.fill(0, entry, entry + 8);
  return bare;
}
