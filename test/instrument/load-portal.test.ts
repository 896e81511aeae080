import { expect, test } from 'vitest';
import { loadInstrument } from '../../src/instrument/load.ts';
import { loadPortal } from '../../src/instrument/load-portal.ts';
import { UserError } from '../../src/problem.ts';

const instrument = await loadInstrument('permenpanrb-59-2020');

test('the codes of an instrument, each of a group it has', async () => {
  const { groups } = await loadPortal(instrument);
  const ids = instrument.groups.map(({ id }) => id);
  expect(Object.values(groups).toSorted()).toEqual(ids.toSorted());
});

test('an instrument whose codes nobody made known has the index alone', async () => {
  const older = await loadInstrument('permenpanrb-5-2018');
  expect(await loadPortal(older)).toEqual({ index: 'indeks', groups: {} });
});

test('codes of groups that the instrument does not have are refused, all at once', async () => {
  const groups = instrument.groups.filter(({ id }) => id !== 'D1' && id !== 'A8');
  const load = loadPortal({ ...instrument, groups });
  await expect(load).rejects.toThrow(UserError);
  await expect(load).rejects.toThrow(
    /^Berkas templates\/instruments\/permenpanrb-59-2020\/portal\.json tidak dapat dipakai:\n {2}groups\.\w+: D1\n {2}groups\.\w+: A8$/,
  );
});

test('codes that are there but cannot be read are not taken for none', async () => {
  const id = 'permenpanrb-59-2020/instrument.json';
  await expect(loadPortal({ ...instrument, id })).rejects.toThrow(/ENOTDIR/);
});
