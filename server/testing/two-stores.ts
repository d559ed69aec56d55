import { openPostgresStore } from '@/db/store/postgres-store';
import { freshDatabase, migratedDatabase } from '@/db/testing/fresh-postgres';
import { type Rewindable, rewindable } from '@/db/testing/rewindable';
import { Refused } from '@/server/errors';
import { type District, type DistrictWanted, districtIn, foundDistrict } from './a-district';

/** A district on PostgreSQL as two processes see it, each through connections of its own; and the tables themselves. */
export interface TwoStores {
  /** The district as the first process has it, and as the second. */
  districts: readonly [District, District];
  database: Rewindable;
  /** Where another process finds the database. */
  url: string;
  remove(): Promise<void>;
}

/** @param prepare brings it to where the races begin, once; `database.rewind` comes back to there */
export async function twoStores(wanted: DistrictWanted, prepare: (district: District) => Promise<void>): Promise<TwoStores> {
  const url = await freshDatabase(migratedDatabase);
  const stores = [await openPostgresStore(url), await openPostgresStore(url)] as const;
  const founded = await foundDistrict(stores[0], wanted);
  const districts = [districtIn(stores[0], founded), districtIn(stores[1], founded)] as const;
  await prepare(districts[0]);
  const database = await rewindable(url);
  return {
    districts,
    database,
    url,
    async remove() {
      await database.end();
      await Promise.all(stores.map((store) => store.close()));
    },
  };
}

/** What an act ended with: `ok`, or the code of its refusal. Anything else is a bug, and thrown. */
export function endOf(act: Promise<unknown>): Promise<string> {
  return act.then(
    () => 'ok',
    (error: unknown) => {
      if (error instanceof Refused) return error.code;
      throw error;
    },
  );
}

/** So many at once, by turns in one process and in the other. */
export function atOnce(
  { districts }: TwoStores,
  times: number,
  act: (district: District, index: number) => Promise<unknown>,
): Promise<string[]> {
  return Promise.all(Array.from({ length: times }, (_, index) => endOf(act(districts[index % 2 === 0 ? 0 : 1], index))));
}
