import { afterEach, beforeEach } from 'vitest';
import { type FreshStore, freshSqliteStore, sqliteFile } from '@/db/testing/fresh-store';
import { type District, type DistrictWanted, districtIn, type FoundedDistrict, foundDistrict } from './a-district';

/** Gives every test of the file a district of its own, on a database file of its own. */
export function inADistrict(wanted: DistrictWanted = {}): () => District {
  let fresh: FreshStore;
  let district: District;
  beforeEach(async () => {
    const { made, contents } = await mould(wanted);
    fresh = await freshSqliteStore(contents);
    district = districtIn(fresh.store, made);
  });
  afterEach(() => fresh.remove());
  return () => district;
}

type Mould = { contents: Uint8Array; made: FoundedDistrict };

const moulds = new Map<string, Promise<Mould>>();

/** Founded by the same commands as in service, once for a process: hundreds of tests start from one of a dozen districts. */
function mould(wanted: DistrictWanted): Promise<Mould> {
  const key = JSON.stringify(wanted);
  const known = moulds.get(key) ?? sqliteFile((store) => foundDistrict(store, wanted));
  moulds.set(key, known);
  return known;
}
