import { describe, expect, it } from 'vitest';
import { listWaiting, type WaitingSubmission } from '@/db/store';
import { freshPostgresStore } from '@/db/testing/fresh-postgres';
import { freshSqliteStore } from '@/db/testing/fresh-store';
import { seededRandom } from '../domain/seeded-random';
import { Refused } from '../errors';
import { aDistrict } from '../testing/a-district';
import { randomActs, randomWalk } from '../testing/random-acts';
import { rulesOf } from './going-round';
import { changedSinceBefore, findStandings, knownStanding } from './submission-standing';

const steps = 45;
/** What happens before chance decides, so that there is something to decide on. */
const first = [
  'restate',
  'submit',
  'submit',
  'submit',
  'recall',
  'submit',
  'return',
  'approve',
  'takeBack',
  'approve',
  'unlock',
  'type',
  'change',
] as const;
const needed = ['submit', 'approve', 'takeBack', 'return', 'recall', 'unlock', 'type', 'restate', 'change', 'close'];

describe.each([
  ['sqlite', freshSqliteStore],
  ['postgres', freshPostgresStore],
] as const)('submissions that wait, %s', (_engine, fresh) => {
  it('what is kept of them is what is found when they are compared and checked, whatever people did; and it is used', async () => {
    const { store, remove } = await fresh();
    try {
      const district = await aDistrict(store, { units: randomWalk.units, openQuarters: [1, 2] });
      const random = seededRandom(20);
      const { acts } = randomActs(district, random);
      const done = new Set<string>();
      const often = ['submit', 'submit', 'submit', 'submit', 'approve', 'type', 'type'] as const;
      const names = (Object.keys(acts) as (keyof typeof acts)[]).filter((name) => name !== 'close');
      let shown = 0;
      let kept = 0;
      let plain = 0;
      for (let step = 0; step < steps; step += 1) {
        const name = first[step] ?? (step === steps - 10 ? 'close' : random.pick([...names, ...often]));
        try {
          if (await acts[name]()) done.add(name);
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
        }
        const waiting = await listWaiting(store.read, { isPractice: false });
        const found = await findStandings(store.read, waiting, null);
        const changed = await changedSinceBefore(store.read, waiting, null);
        for (const one of waiting) {
          const now = found.get(one.filingId);
          const known = knownStanding(one, rulesOf(null));
          shown += 1;
          if (now?.isPlain) plain += 1;
          if (known) kept += 1;
          if (known) expect({ step, name, ...said(one), ...told(known) }).toEqual({ step, name, ...said(one), ...(now && told(now)) });
          expect({ step, name, ...said(one), changed: changed.get(one.filingId) ?? null }).toMatchObject({ changed: now?.changed });
        }
      }
      expect(needed.filter((name) => !done.has(name))).toEqual([]);
      expect([kept > shown * 0.3, kept < shown, plain > 0, plain < shown]).toEqual([true, true, true, true]);
    } finally {
      await remove();
    }
  }, 120_000);
});

function said({ unitName, quarter, submissionNumber }: WaitingSubmission) {
  return { unitName, quarter, submissionNumber };
}

function told({ changed, isPlain }: { changed: number | null; isPlain: boolean }) {
  return { changed, isPlain };
}
