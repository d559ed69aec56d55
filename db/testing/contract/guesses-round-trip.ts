import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { bySource, type GuessCount, heldUntil, withOneMore } from '@/server/domain/guessing';
import {
  type CountedPlace,
  dropGuessCount,
  dropGuessCountsOf,
  findGuessCounts,
  knownSourcesOf,
  listHeldPlaces,
  pruneGuessCounts,
  rememberSource,
  type Store,
  writeGuessCount,
} from '../../store';
import { aPerson, someDay } from '../rows';

const inMs = (ms: number) => new Date(someDay.getTime() + ms);

/** Counted guesses and known sources read back as they were written, on either engine, and are counted one by one by whoever tries at once. */
export function guessContract(store: () => Store): void {
  const aPlace = (some: Partial<CountedPlace> = {}): CountedPlace => ({
    place: randomUUID(),
    account: randomUUID(),
    tries: 1,
    heldUntil: null,
    forgetAt: inMs(60_000),
    ...some,
  });
  const write = (...places: CountedPlace[]) =>
    store().tx(async (tx) => {
      for (const place of places) await writeGuessCount(tx, place);
    });
  const countOf = ({ tries, heldUntil, forgetAt }: CountedPlace): GuessCount => ({ tries, heldUntil, forgetAt });

  it('counts are kept by place, written over, and dropped by place or with their account', async () => {
    const account = randomUUID();
    const [one, two, other] = [aPlace({ account }), aPlace({ account }), aPlace()];
    await write(one, two, other);
    const next = { ...one, tries: 5, heldUntil: inMs(900_000), forgetAt: inMs(86_400_000) };
    await write(next);
    const places = [one.place, two.place, other.place, 'no such place'];
    expect(await findGuessCounts(store().read, places)).toEqual(
      new Map([next, two, other].map((counted) => [counted.place, countOf(counted)])),
    );
    await store().tx((tx) => dropGuessCount(tx, two.place));
    expect([...(await findGuessCounts(store().read, places)).keys()].sort()).toEqual([one.place, other.place].sort());
    await store().tx((tx) => dropGuessCountsOf(tx, account));
    expect([...(await findGuessCounts(store().read, places)).keys()]).toEqual([other.place]);
  });

  it('what holds off is listed until it is over, of one account or of all', async () => {
    const [held, free] = [aPlace({ heldUntil: inMs(1000) }), aPlace()];
    await write(held, free);
    expect(await listHeldPlaces(store().read, inMs(999), held.account)).toEqual([held]);
    expect(await listHeldPlaces(store().read, inMs(999))).toContainEqual(held);
    expect(await listHeldPlaces(store().read, inMs(999), free.account)).toEqual([]);
    expect(await listHeldPlaces(store().read, inMs(1000), held.account)).toEqual([]);
  });

  it('what is to be forgotten goes, the rest stays', async () => {
    const [old, young] = [aPlace({ forgetAt: inMs(10) }), aPlace({ forgetAt: inMs(11) })];
    await write(old, young);
    await store().tx((tx) => pruneGuessCounts(tx, inMs(10)));
    expect([...(await findGuessCounts(store().read, [old.place, young.place])).keys()]).toEqual([young.place]);
  });

  it('T30: thirty guesses at once under the lock of their account count one by one, and five are looked at', async () => {
    const { place, account } = aPlace();
    const guess = () =>
      store().tx(
        async (tx) => {
          const count = (await findGuessCounts(tx, [place])).get(place) ?? null;
          if (heldUntil(bySource, count, someDay)) return false;
          await writeGuessCount(tx, { place, account, ...withOneMore(bySource, count, someDay) });
          return true;
        },
        { only: `guesses:${account}` },
      );
    const looked = await Promise.all(Array.from({ length: 30 }, guess));
    expect(looked.filter(Boolean)).toHaveLength(5);
    expect((await findGuessCounts(store().read, [place])).get(place)?.tries).toBe(5);
  });

  it('a source is known to those who came from there, until they have not come for long', async () => {
    const [one, other] = [await aPerson(store()), await aPerson(store())];
    const remember = (source: string, at: Date, forgotten = inMs(-1000)) =>
      store().tx((tx) => rememberSource(tx, { userId: one.id, source, at, forgotten }));
    await remember('home', someDay);
    await remember('office', someDay);
    await remember('office', inMs(5000));
    expect(await knownSourcesOf(store().read, one.id, ['home', 'office', 'elsewhere'])).toEqual(new Set(['home', 'office']));
    expect(await knownSourcesOf(store().read, other.id, ['home', 'office'])).toEqual(new Set());
    expect(await knownSourcesOf(store().read, '', ['home'])).toEqual(new Set());
    expect(await knownSourcesOf(store().read, one.id, [])).toEqual(new Set());
    await remember('office', inMs(6000), inMs(1));
    expect(await knownSourcesOf(store().read, one.id, ['home', 'office'])).toEqual(new Set(['office']));
  });
}
