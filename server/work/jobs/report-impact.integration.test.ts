import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshPostgres, freshPostgresStore } from '@/db/testing/fresh-postgres';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { verifyLedger } from '@/server/audit/verify-ledger';
import { triedImpact } from '@/server/commands/impact';
import type { ImpactAsked } from '@/server/commands/impact-asked';
import { type EveryStatus, everyStatus } from '@/server/testing/every-status';
import { procedureTable } from '@/server/testing/procedure-table';
import { type Work, workOf } from '../index';
import { tryBy } from '../tried-by';
import { openWorkRoom, type WorkRoom } from '../work-room';

/** How each is asked where every command is (`procedure-table.ts`). */
const procedures: Readonly<Record<ImpactAsked['of'], string>> = {
  slip: 'slip.impact',
  unlock: 'review.unlockImpact',
  adjustment: 'report.adjustmentImpact',
  countersign: 'report.countersignImpact',
  withdraw: 'report.withdrawAdjustmentImpact',
  fact: 'report.factImpact',
};

const isPostgres = (fresh: FreshStore | FreshPostgres): fresh is FreshPostgres => 'url' in fresh;

describe.each([
  ['sqlite', freshSqliteStore],
  ['postgres', freshPostgresStore],
] as const)('what a late change would move, tried in a thread, on %s', (_engine, open) => {
  let fresh: FreshStore | FreshPostgres;
  let scene: EveryStatus;
  let room: WorkRoom;
  beforeAll(async () => {
    tryBy(triedImpact);
    fresh = await open();
    scene = await everyStatus(fresh.store);
    room = openWorkRoom({ threads: 2 });
  }, 120_000);
  afterAll(async () => {
    await room.close();
    await fresh.remove();
  });

  const there = () =>
    room.of(
      'somebody',
      isPostgres(fresh) ? { dataFolder: '', databaseUrl: fresh.url } : { dataFolder: dirname(fresh.file), databaseUrl: null },
    );
  const tell = async (work: Work, of: ImpactAsked['of']) => {
    const { district, stands } = scene;
    const answers: unknown[] = [];
    // A report is the same in all of them.
    for (const stand of of === 'unlock' || of === 'slip' ? Object.values(stands) : [stands.approved])
      for (const { actor } of [district.admin, district.reviewer]) {
        const input = procedureTable[procedures[of]]?.input(scene, stand) as ImpactAsked['input'];
        const asked = { of, input } as ImpactAsked;
        const answer = await work
          .do('report-impact', { actor, now: district.admin.now(), overlay: null, asked })
          .catch((error) => error.sentence);
        answers.push(answer);
      }
    return answers;
  };

  it.each(Object.keys(procedures) as ImpactAsked['of'][])(
    '%s: as it is tried here, again and again, and nothing is left of it',
    async (of) => {
      const { district } = scene;
      const events = async () => (await verifyLedger({ read: fresh.store.read, schema: { is: 'current', migration: null } })).events;
      const before = await events();
      const here = await tell(workOf(district.admin), of);
      expect(await tell(there(), of)).toEqual(here);
      expect(await tell(there(), of)).toEqual(here);
      // Nothing can be added to a sum that is not known yet: there it is the refusal that is the same.
      expect(here.some((answer) => Array.isArray(answer) && answer.length > 0)).toBe(of !== 'adjustment');
      expect(await events()).toBe(before);
    },
  );
});
