import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertSession } from '@/db/store';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { recordedInAnHour } from '@/server/auth/recorded-refusals';
import { readEnv } from '@/server/env';
import { silentLog } from '@/server/log/log';
import { inRequest, type RequestScope } from '@/server/log/request-scope';
import type { PageRefusal, Runtime } from '@/server/runtime';
import { aDistrict, type District } from '@/server/testing/a-district';
import { engineError, failingStore } from '@/server/testing/failing-store';
import { eventsOf, kindsOf } from '@/server/testing/log-of';
import { sealedCookie } from '@/server/testing/sealed-cookie';
import { addressHeader } from './client-address';
import { newRuntime } from './new-runtime';
import { aheadHeader, isAhead, wantedHeader } from './wanted-page';

const secret = 'a-secret-of-at-least-thirty-two-characters';
const refused: PageRefusal = { code: 'not_found', sentence: { zh: '没有找到这项内容，或者您无权查看。', en: 'Nothing was found here.' } };

let fresh: FreshStore;
let district: District;
let runtime: Runtime;
beforeAll(async () => {
  fresh = await freshSqliteStore();
  district = await aDistrict(fresh.store);
  runtime = newRuntime({ env: readEnv({ NEXTAUTH_SECRET: secret }), store: fresh.store, isDemonstration: false, overlay: null });
});
afterAll(() => fresh.remove());

/** A request of a clerk in a session of its own. */
async function aVisitor(): Promise<Record<string, string>> {
  const sid = randomUUID();
  await fresh.store.tx((tx) => insertSession(tx, { id: sid, userId: district.clerk().actor.userId, at: new Date() }));
  return { cookie: await sealedCookie(sid, secret), [addressHeader]: '10.0.0.7' };
}

const scope = (): RequestScope => ({ id: 'ab12cd34ef56', log: silentLog, metrics: null, actorId: null, calls: 0 });
const visit = (headers: Record<string, string>, page: string, of = runtime) =>
  inRequest(scope(), async () => {
    // A page and its title are loaded each by itself.
    await Promise.all([
      of.noteRefusedPage({ ...headers, [wantedHeader]: page }, refused),
      of.noteRefusedPage({ ...headers, [wantedHeader]: page }, refused),
    ]);
  });

describe('a page that is not the person’s', () => {
  it('is in the log once for a visit: who came, from where, to which page, without what was asked of it', async () => {
    const headers = await aVisitor();
    const { actor } = district.clerk();
    expect(await eventsOf(fresh.store, () => visit(headers, '/office/units?search=%E7%A7%98'))).toMatchObject([
      {
        ...{ kind: 'refused', actorId: actor.userId, objectType: 'person', objectId: actor.userId, ip: '10.0.0.7' },
        payload: { act: 'page.open', code: 'not_found', sentence: refused.sentence.zh, page: '/office/units' },
      },
    ]);
  });

  it('of a filing is told of the filing', async () => {
    const { id, unitId } = await district.filing(1);
    const headers = await aVisitor();
    for (const page of [`/filings/${id}`, `/filings/${id}/check`, `/review/${id}`])
      expect(await eventsOf(fresh.store, () => visit(headers, page))).toMatchObject([
        { objectType: 'filing', objectId: id, unitId, payload: { page } },
      ]);
    expect(await eventsOf(fresh.store, () => visit(headers, '/filings/there-is-no-such-filing'))).toMatchObject([{ objectType: 'person' }]);
  });

  it('is no visit where the page is fetched ahead, and nobody’s where nobody is signed in', async () => {
    const headers = await aVisitor();
    expect(await kindsOf(fresh.store, () => visit({ ...headers, [aheadHeader]: 'yes' }, '/board'))).toEqual([]);
    expect(await kindsOf(fresh.store, () => visit({ [addressHeader]: '10.0.0.7' }, '/board'))).toEqual([]);
    for (const ahead of [{ 'next-router-prefetch': '1' }, { 'next-router-segment-prefetch': '/' }, { 'sec-purpose': 'prefetch;prerender' }])
      expect(isAhead(ahead)).toBe(true);
    expect(isAhead({ rsc: '1', 'next-url': '/board' })).toBe(false);
  });

  it('does not fill the log: of one session a hundred in an hour, and it says that it stops', async () => {
    const headers = await aVisitor();
    const limit = recordedInAnHour.oneSource;
    const kinds = await kindsOf(fresh.store, async () => {
      for (let index = 0; index < limit + 5; index += 1) await visit(headers, `/filings/${index}`);
    });
    expect(kinds).toEqual([...Array(limit).fill('refused'), 'session.refusals_not_recorded']);
    const other = await aVisitor();
    expect(await kindsOf(fresh.store, () => visit(other, '/board'))).toEqual(['refused']);
  });

  it('stays refused where the log cannot be written to', async () => {
    const failing = failingStore(fresh.store, () => engineError('SQLITE_FULL', 'database or disk is full', ''));
    const there = newRuntime({ env: readEnv({ NEXTAUTH_SECRET: secret }), store: failing, isDemonstration: false, overlay: null });
    await expect(visit(await aVisitor(), '/board', there)).resolves.toBeUndefined();
  });
});
