import { describe, expect, it } from 'vitest';
import { findFiling, findSlip, updatePerson } from '@/db/store';
import { lockQuarter } from '@/server/commands/office/lock-quarter';
import { boundContents, slipEffect } from '@/server/domain/corrections';
import { loadSlipDesk } from '@/server/queries/slips';
import { nowhere } from '../auth/guesses';
import { hashPassword } from '../auth/passwords';
import type { CommandContext } from '../commands/command';
import { signSlip } from '../commands/slip/sign-slip';
import { writeSlip } from '../commands/slip/write-slip';
import { inADistrict } from '../testing/in-a-district';
import { eventsOf } from '../testing/log-of';
import { noBackups } from '../testing/no-backups';
import { createCaller } from './root';

const password = 'Xiangyang#2026';
const reason = '核对台账发现漏计一件申请。';
const acts = ['unlock', 'accept', 'refuse'] as const;

describe('V7 7.5.3: before unlocking a quarter and before deciding on a slip', () => {
  const district = inADistrict();
  const as = (context: CommandContext, isOneClick = false) => {
    const { actor, ...command } = context;
    return createCaller({
      store: context.store,
      actor,
      command,
      isDemonstration: isOneClick,
      backups: noBackups,
      page: null,
      from: nowhere,
      door: { isOneClick },
    });
  };
  const givePassword = async () => {
    const passwordHash = await hashPassword(password);
    await district().store.tx((tx) => updatePerson(tx, district().admin.actor.userId, { passwordHash }));
  };

  /** A quarter that may be unlocked, or a slip that waits for the office; how it is acted on, and how it stands. */
  async function scene(act: (typeof acts)[number]) {
    const { store, year, admin, unitIds } = district();
    const { filing } = await district().approve();
    if (act === 'unlock')
      return {
        run: (who: CommandContext, typed: string, isOneClick?: boolean) =>
          as(who, isOneClick).review.unlock({ filingId: filing.id, submissionNumber: 1, reason, password: typed }),
        state: async () => (await findFiling(store.read, filing.id))?.status,
        before: 'approved',
        after: 'returned',
      };
    await district().approve({}, { unit: 1 });
    await lockQuarter(admin, { year, quarter: 1 });
    const clerk = district().clerk(0);
    const changes = ['s3.new_received', 's3.granted'].map((row) => ({ quarter: 1, cell: `${row}.natural_person`, raw: '1' }));
    const { slipId, version } = await writeSlip(clerk, { unitId: unitIds[0] ?? '', year, slip: null, changes, reason });
    const slip = await findSlip(store.read, slipId);
    if (!slip) throw new Error('the slip is there');
    const { books } = await loadSlipDesk(store.read, clerk.actor, slip, null);
    await signSlip(clerk, { slipId, version, seen: boundContents(slipEffect(books, slip, null)) });
    return {
      run: (who: CommandContext, typed: string, isOneClick?: boolean) =>
        act === 'accept'
          ? as(who, isOneClick).slip.accept({ slipId, version, password: typed })
          : as(who, isOneClick).slip.refuse({ slipId, version, reason, password: typed }),
      state: async () => (await findSlip(store.read, slipId))?.status,
      before: 'signed',
      after: act === 'accept' ? 'accepted' : 'refused',
    };
  }

  it.each(acts)('%s: without the password, or with a wrong one, nothing is done; with the right one it is', async (act) => {
    await givePassword();
    const { run, state, before, after } = await scene(act);
    for (const typed of ['', 'Geheim#2026']) {
      const events = await eventsOf(district().store, async () => {
        await expect(run(district().admin, typed)).rejects.toMatchObject({ cause: { code: 'invalid' } });
      });
      expect(events).toMatchObject([{ kind: 'refused', payload: { act: 'session.confirm', code: 'invalid' } }]);
    }
    expect(await state()).toBe(before);
    const events = await eventsOf(district().store, () => run(district().admin, password));
    expect(events[0]).toMatchObject({ kind: 'session.confirmed', payload: { act: act === 'unlock' ? 'filing.unlock' : 'slip.decide' } });
    expect(await state()).toBe(after);
  });

  it('unlocking in the same batch as the approval that makes it possible asks as well', async () => {
    await givePassword();
    const { store, admin } = district();
    const { filing, number, hash } = await district().submit();
    const caller = as(admin);
    const [approved, unlocked] = await Promise.allSettled([
      caller.review.approve({ filingId: filing.id, submissionNumber: number, seenHash: hash }),
      caller.review.unlock({ filingId: filing.id, submissionNumber: number, reason, password: '' }),
    ]);
    expect([approved.status, unlocked.status]).toEqual(['fulfilled', 'rejected']);
    expect((await findFiling(store.read, filing.id))?.status).toBe('approved');
  });

  it.each(acts)('%s: who has no password passes at the open door of a demonstration, and nowhere else', async (act) => {
    const { run, state, before, after } = await scene(act);
    await expect(run(district().admin, '')).rejects.toMatchObject({ cause: { code: 'invalid' } });
    expect(await state()).toBe(before);
    await run(district().admin, '', true);
    expect(await state()).toBe(after);
  });

  it.each(acts)('%s: whoever may not do it is told so, and no password is looked at', async (act) => {
    const { run, state, before } = await scene(act);
    const events = await eventsOf(district().store, async () => {
      await expect(run(district().reviewer, '')).rejects.toMatchObject({ cause: { code: 'forbidden' } });
    });
    expect(events).toMatchObject([{ kind: 'refused', payload: { code: 'forbidden' } }]);
    expect(JSON.stringify(events)).not.toContain('session.confirm');
    expect(await state()).toBe(before);
  });
});
