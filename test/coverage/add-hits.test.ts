import { describe, expect, it } from 'vitest';
import { addHits, type FileHits } from './add-hits.ts';

type Place = FileHits['statementMap'][string];

describe('adds to a file what ran of it in another bundle', () => {
  it('where both name the same place, whatever its number', () => {
    const target = statements([place(1, 0, 1, 20), 1], [place(2, 0, 2, 20), 0]);
    addHits(target, statements([place(2, 0, 2, 20), 3], [place(1, 0, 1, 20), 4]));
    expect(target.s).toEqual({ 0: 5, 1: 3 });
  });

  it('where both name the same beginning, or one line for the only one of its kind', () => {
    const target = statements([place(1, 0, 1, 20), 0], [place(2, 16, 2, 30), 0]);
    addHits(target, statements([place(1, 0, 2, 0), 3], [place(2, 2, 2, 30), 4]));
    expect(target.s).toEqual({ 0: 3, 1: 4 });
  });

  it('nothing where it might be another, or something around it', () => {
    const target = statements([place(3, 8, 3, 12), 0], [place(3, 20, 3, 30), 0], [place(5, 4, 5, 9), 0]);
    addHits(target, statements([place(3, 2, 3, 40), 3], [place(4, 0, 6, 0), 3]));
    expect(target.s).toEqual({ 0: 0, 1: 0, 2: 0 });
  });

  it('each way of a branch, and only to a branch of the same kind', () => {
    const target = branches(['if', place(1, 0, 1, 20), [1, 0]], ['cond-expr', place(1, 9, 1, 20), [0, 0]]);
    addHits(
      target,
      branches(['if', place(1, 0, 2, 20), [0, 2]], ['binary-expr', place(1, 9, 1, 20), [5, 5]]),
    );
    expect(target.b).toEqual({ 0: [1, 2], 1: [0, 0] });
  });
});

function place(line: number, column: number, endLine: number, endColumn: number): Place {
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

const empty = { statementMap: {}, s: {}, fnMap: {}, f: {}, branchMap: {}, b: {} };

function statements(...all: readonly (readonly [Place, number])[]): FileHits {
  const byNumber = <T>(of: (one: readonly [Place, number]) => T) =>
    Object.fromEntries(all.map((one, number) => [String(number), of(one)]));
  return { ...empty, statementMap: byNumber(([at]) => at), s: byNumber(([, hits]) => hits) };
}

function branches(...all: readonly (readonly [string, Place, number[]])[]): FileHits {
  const maps = all.map(([type, loc, hits], number) => {
    return [String(number), { type, loc, locations: hits.map(() => loc), line: loc.start.line }] as const;
  });
  const hits = all.map(([, , hits], number) => [String(number), hits] as const);
  return { ...empty, branchMap: Object.fromEntries(maps), b: Object.fromEntries(hits) };
}
