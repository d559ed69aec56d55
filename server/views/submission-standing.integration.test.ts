import { describe, expect, it } from 'vitest';
import { listWaiting, type WaitingSubmission } from '@/db/store';
import { freshPostgresStore } from '@/db/testing/fresh-postgres';
import { freshSqliteStore } from '@/db/testing/fresh-store';
import { seededRandom } from '../domain/seeded-random';
import { aDistrict } from '../testing/a-district';
import { firstOfSubmissions, neededOfSubmissions, randomActs, randomWalk, walkAtRandom } from '../testing/random-acts';
import { rulesOf } from './going-round';
import { changedSinceBefore, findStandings, knownStanding } from './submission-standing';

const steps = 45;

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
      const { walked, done } = walkAtRandom(acts, {
        random,
        steps,
        first: firstOfSubmissions,
        often: ['submit', 'submit', 'submit', 'submit', 'approve', 'type', 'type'],
      });
      let shown = 0;
      let kept = 0;
      let plain = 0;
      for await (const { step, name } of walked) {
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
      expect(neededOfSubmissions.filter((name) => !done.has(name))).toEqual([]);
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
