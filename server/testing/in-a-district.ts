import { afterEach, beforeEach } from 'vitest';
import { eventHead, type Store } from '@/db/store';
import { type FreshStore, freshSqliteStore, sqliteFile } from '@/db/testing/fresh-store';
import type { CellId } from '@/server/domain/formats';
import { type District, type DistrictWanted, districtIn, type FoundedDistrict, foundDistrict } from './a-district';

export interface DistrictOfATest {
  (): District;
  /**
   * Approves every open quarter of the units with the same figures. Said before anything else in a test, it takes a copy of a district
   * in which that was done before, so it stands before whatever keeps a district or its store.
   *
   * @param units by their index; all that there are without it
   */
  allApproved(figures: Record<CellId, number>, units?: readonly number[]): Promise<void>;
}

/** Gives every test of the file a district of its own, on a database file of its own. */
export function inADistrict(wanted: DistrictWanted = {}): DistrictOfATest {
  const { units = 2, openQuarters = [1] } = wanted;
  let fresh: FreshStore;
  let district: District;
  let untouched: string;
  const take = async ({ made, contents }: Mould) => {
    fresh = await freshSqliteStore(contents);
    district = districtIn(fresh.store, made);
    untouched = await headOf(fresh.store);
  };
  const approve = async (one: District, figures: Record<CellId, number>, of: readonly number[]) => {
    for (const unit of of) for (const quarter of openQuarters) await one.approve(figures, { unit, quarter });
  };
  beforeEach(async () => take(await mould(wanted)));
  afterEach(() => fresh.remove());
  return Object.assign(() => district, {
    async allApproved(figures: Record<CellId, number>, of: readonly number[] = Array.from({ length: units }, (_, index) => index)) {
      if ((await headOf(fresh.store)) !== untouched) return approve(district, figures, of);
      await fresh.remove();
      await take(await mould(wanted, { key: JSON.stringify([figures, of]), act: (one) => approve(one, figures, of) }));
    },
  });
}

type Mould = { contents: Uint8Array; made: FoundedDistrict };

const moulds = new Map<string, Promise<Mould>>();

/** Founded by the same commands as in service, once for a process: hundreds of tests start from one of a dozen districts. */
function mould(wanted: DistrictWanted, then = { key: '', act: async (_: District): Promise<void> => {} }): Promise<Mould> {
  const key = `${JSON.stringify(wanted)} ${then.key}`;
  const known =
    moulds.get(key) ??
    sqliteFile(async (store) => {
      const founded = await foundDistrict(store, wanted);
      await then.act(districtIn(store, founded));
      return founded;
    });
  moulds.set(key, known);
  return known;
}

/** Where its log ends: every act and every refusal moves it. */
const headOf = async (store: Store) => (await eventHead(store.read)).hash;
