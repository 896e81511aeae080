import { describe, expect, it } from 'vitest';
import { loadInstrument } from '../../src/instrument/load.ts';
import { UserError } from '../../src/problem.ts';
import { loadRegionTemplate, parseRegionTemplate, regionKinds } from '../../src/project/regions.ts';

const instruments = await Promise.all(['permenpanrb-59-2020', 'permenpanrb-8-2026'].map(loadInstrument));

describe.each(regionKinds)('templates/regions/%s.json', async (kind) => {
  const template = await loadRegionTemplate(kind);

  it('names its own kind and says that the region decides', () => {
    expect(template.kind).toBe(kind);
    expect(template.note).toContain('spbe.yaml');
    expect(template.basis.length).toBeGreaterThan(0);
  });

  it.each(instruments)('gives every indicator of $id exactly one lead', (instrument) => {
    const ids = template.opd.flatMap(({ indicators }) => indicators[instrument.id] ?? []);
    const expected = instrument.indicators.map(({ id }) => id);
    expect(ids.toSorted()).toEqual(expected.toSorted());
  });

  it('gives every OPD something to answer, under a unique code fit for a file name', () => {
    const codes = template.opd.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const known = instruments.map(({ id }) => id);
    for (const { code, indicators } of template.opd) {
      expect(code).toMatch(/^[a-z0-9-]+$/);
      expect(known).toEqual(expect.arrayContaining(Object.keys(indicators)));
      expect(Object.keys(indicators)).not.toEqual([]);
      for (const ids of Object.values(indicators)) expect(ids).not.toEqual([]);
    }
  });

  it('says at each of the three sector services that the region chooses it', () => {
    for (const id of ['45', '46', '47']) {
      const lead = template.opd.find(({ indicators }) => indicators['permenpanrb-59-2020']?.includes(id));
      expect(lead?.note).toMatch(/dipilih sendiri/);
    }
  });
});

describe('loadRegionTemplate', () => {
  it.each(['desa', '', '../instruments', 'Kabupaten', '__proto__'])('refuses %j', async (kind) => {
    await expect(loadRegionTemplate(kind)).rejects.toThrow(UserError);
    await expect(loadRegionTemplate(kind)).rejects.toThrow('kabupaten, kota, provinsi, kementerian');
  });

  it('names every fault of a broken file', () => {
    const opd = (code: string, id: string) => ({ code, name: 'Dinas', indicators: { x: [id] } });
    const broken = (list: object[]) =>
      JSON.stringify({ kind: 'kota', label: 'Kota', note: 'n', basis: ['b'], opd: list });
    const parse = (json: string) => () => parseRegionTemplate(json, 'kota.json');
    expect(parse(broken([opd('a', '1'), opd('a', '1')]))).toThrow(
      /kota\.json[\s\S]*opd\[1\]\.code: "a" dipakai dua kali[\s\S]*indikator 1 sudah diampu "a"/,
    );
    expect(parse(broken([opd('A/b', '1'), { ...opd('b', '2'), name: ' ' }]))).toThrow(
      /opd\[0\]\.code: hanya huruf kecil[\s\S]*opd\[1\]\.name: tidak boleh kosong/,
    );
    expect(parse('{"__proto__": {}}')).toThrow(/__proto__: kunci ini tidak boleh ada/);
    expect(parse('{')).toThrow(UserError);
  });
});
