import { afterEach, beforeEach } from 'vitest';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { aDistrict, type District } from './a-district';

/** Gives every test of the file a district of its own, on a database file of its own. */
export function inADistrict(given?: Parameters<typeof aDistrict>[1]): () => District {
  let fresh: FreshStore;
  let district: District;
  beforeEach(async () => {
    fresh = await freshSqliteStore();
    district = await aDistrict(fresh.store, given);
  });
  afterEach(() => fresh.remove());
  return () => district;
}
