import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertSession, writeSetting } from '@/db/store';
import { sessionEnds } from '@/server/auth/session-ends';
import { nameAt } from '@/server/backup/backup-names';
import { keepBackingUp } from '@/server/backup/keep-backing-up';
import { endOtherSessions } from '@/server/commands/account/end-sessions';
import { readEnv } from '@/server/env';
import { whoIsHere, whoReadsWhat } from '@/server/queries/who-is-here';
import { type TwoStores, twoStores } from '@/server/testing/two-stores';

let course: TwoStores;
beforeAll(async () => {
  course = await twoStores({}, async () => {});
});
afterAll(() => course.remove());

it('what is at work for a session hears that it was ended in the other process, and only that one does', async () => {
  const [here, there] = course.districts;
  const ends = sessionEnds(there.store);
  const ended: string[] = [];
  const session = async (id: string) => {
    await here.store.tx((tx) => insertSession(tx, { id, userId: here.reviewer.actor.userId, at: here.reviewer.now() }));
    const leaving = new AbortController();
    ends.watch(id, () => ended.push(id), leaving.signal);
    return () => leaving.abort();
  };
  const endOthers = () => endOtherSessions({ ...here.reviewer, actor: { ...here.reviewer.actor, sessionId: 'kept' } });
  await session('kept');
  const leave = await session('done with');
  leave();
  // The other process may not listen yet when the first ones end.
  for (let round = 0; round < 300 && ended.length === 0; round += 1) {
    await session(`ended ${round}`);
    await endOthers();
    await sleep(20);
  }
  expect(ended.length).toBeGreaterThan(0);
  expect(ended.every((id) => id.startsWith('ended '))).toBe(true);
});

it('whoever has a submission open in one process is seen in the other, by name, until they leave', async () => {
  const [here, there] = course.districts;
  const filingId = (await here.filing()).id;
  const [first, second] = [here.reviewer.actor, there.secondReviewer.actor];
  const look = (leaves = false) => whoIsHere(here.store, first, { room: 'review', filingId, leaves });
  const seen = () => whoIsHere(there.store, second, { room: 'review', filingId });
  const until = async (names: string[], meanwhile: () => Promise<unknown>) => {
    for (let round = 0; round < 300 && (await seen()).join() !== names.join(); round += 1) {
      await meanwhile();
      await sleep(20);
    }
    expect(await seen()).toEqual(names);
  };
  expect(await seen()).toEqual([]);
  // A process may not listen yet when the first ones come.
  await until([first.name], async () => {
    await look(true);
    await look();
  });
  await until([], () => look(true));
  expect(await whoIsHere(here.store, here.clerk().actor, { room: 'review', filingId })).toEqual([]);
  for (let round = 0; round < 300 && !(filingId in whoReadsWhat(here.store, first)); round += 1) {
    await whoIsHere(there.store, second, { room: 'review', filingId, leaves: true });
    await seen();
    await sleep(20);
  }
  expect(whoReadsWhat(here.store, first)).toEqual({ [filingId]: [second.name] });
  expect(whoReadsWhat(here.store, here.clerk().actor)).toEqual({});
});

it('of two processes that look at once one makes the backup', async () => {
  const backups = mkdtempSync(join(tmpdir(), 'nianbao-two-'));
  const env = readEnv({ NIANBAO_BACKUPS: backups });
  let now = Date.now();
  const made: number[] = [];
  const looks = course.districts.map(({ store }, process) =>
    keepBackingUp(
      { store, env },
      {
        now: () => now,
        make: async () => {
          await sleep(50);
          made.push(process);
          mkdirSync(join(backups, nameAt(new Date(now))));
        },
      },
    ),
  );
  for (let round = 1; round <= 5; round += 1) {
    now += 16 * 60_000;
    await course.districts[0].store.tx((tx) => writeSetting(tx, 'passwordProfile', round % 2 === 0 ? 'asvs' : 'dengbao'));
    await Promise.all(looks.map((look) => look()));
    expect(made).toHaveLength(round);
  }
  rmSync(backups, { recursive: true });
});
