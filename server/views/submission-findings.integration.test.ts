import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keepFindings, listFilings, listUnkeptFindings, type Store } from '@/db/store';
import { freshPostgresStore } from '@/db/testing/fresh-postgres';
import { freshSqliteStore } from '@/db/testing/fresh-store';
import { changeUnit } from '../commands/office/change-unit';
import { type Overlay, parseOverlay } from '../domain/checks';
import { seededRandom } from '../domain/seeded-random';
import { aDistrict, type District } from '../testing/a-district';
import { firstOfSubmissions, neededOfSubmissions, randomActs, randomWalk, walkAtRandom } from '../testing/random-acts';
import { workOf } from '../work';
import { lookAnew } from '../work/keep-findings';
import { rulesOf } from './going-round';
import { findInSubmissions, readSubmissionFindings } from './submission-findings';

const steps = 36;

const sentFilings = (store: Store) => listFilings(store.read, { statuses: ['submitted', 'in_review', 'approved', 'locked'] });

/** Of a unit that has submitted nothing: what is found stays, and anything might have changed. */
const changeSomething = ({ admin, unitIds }: District) =>
  changeUnit(admin, { unitId: unitIds[2] ?? '', change: { name: `改名${randomUUID().slice(0, 4)}局` } });

function asPlain(found: ReadonlyMap<string, unknown>) {
  return JSON.parse(JSON.stringify([...found].sort(([one], [other]) => (one < other ? -1 : 1)))) as unknown;
}

describe.each([
  ['sqlite', freshSqliteStore],
  ['postgres', freshPostgresStore],
] as const)('what is found in submissions, %s', (_engine, fresh) => {
  it('is, where it is kept, what the rules find, whatever people did; and what is kept is used', async () => {
    const { store, remove } = await fresh();
    try {
      const district = await aDistrict(store, { units: randomWalk.units, openQuarters: [1, 2] });
      const random = seededRandom(20);
      const { acts } = randomActs(district, random);
      const { walked, done } = walkAtRandom(acts, {
        random,
        steps,
        first: firstOfSubmissions,
        often: ['submit', 'submit', 'submit', 'approve', 'approve', 'type', 'type'],
      });
      let [shown, kept, odd] = [0, 0, 0];
      for await (const { step, name } of walked) {
        const filings = await sentFilings(store);
        const read = await readSubmissionFindings(store.read, filings, null);
        const found = await findInSubmissions(store.read, filings, null);
        expect({ step, name, found: asPlain(read.found) }).toEqual({ step, name, found: asPlain(found) });
        shown += filings.length;
        kept += filings.length - read.anew.length;
        odd += [...found.values()].filter((findings) => findings.length > 0).length;
        // As the keeper does in the background: now and then, and not at each step.
        if (step % 3 === 2) {
          await lookAnew(store, workOf({ store }), null);
          expect((await readSubmissionFindings(store.read, filings, null)).anew).toEqual([]);
          expect(await listUnkeptFindings(store.read, rulesOf(null), 10)).toEqual([]);
        }
      }
      expect(neededOfSubmissions.filter((name) => !done.has(name))).toEqual([]);
      expect([kept > shown * 0.3, kept < shown, odd > 0]).toEqual([true, true, true]);
    } finally {
      await remove();
    }
  }, 120_000);

  it('is, of other rules, never shown as found by those of now; piece by piece it is looked at anew', async () => {
    const { store, remove } = await fresh();
    try {
      const district = await aDistrict(store, { units: 3, openQuarters: [1] });
      for (const unit of [0, 1, 2]) await district.submit({ 's2.normative_documents.in_force': 1 }, { unit });
      const filings = await sentFilings(store);
      const now = await readSubmissionFindings(store.read, filings, null);
      expect([now.anew, now.left]).toEqual([[], []]);
      const rule = [...now.found.values()].flat()[0]?.rule ?? '';
      const overlay = withoutRule(rule);
      const few = await readSubmissionFindings(store.read, filings, overlay, 1);
      expect([few.found.size, few.anew.length, few.left.length]).toEqual([1, 1, 2]);
      expect([...few.found.values()].flat().map((finding) => finding.rule)).not.toContain(rule);
      await store.tx((tx) => keepFindings(tx, few.anew));
      expect(await listUnkeptFindings(store.read, rulesOf(overlay), 10)).toHaveLength(2);
      expect(await lookAnew(store, workOf({ store }), overlay)).toBe(2);
      const all = await readSubmissionFindings(store.read, filings, overlay);
      expect([all.anew, all.left]).toEqual([[], []]);
      expect(asPlain(all.found)).toEqual(asPlain(await findInSubmissions(store.read, filings, overlay)));
      // What was looked at by those is not shown by these either.
      expect((await readSubmissionFindings(store.read, filings, null)).anew).toHaveLength(3);
    } finally {
      await remove();
    }
  });

  it('is, of what is the same after all, not looked for by the rules again', async () => {
    const { store, remove } = await fresh();
    try {
      const district = await aDistrict(store, { units: 3, openQuarters: [1] });
      for (const unit of [0, 1]) await district.submit({ 's2.normative_documents.in_force': 1 }, { unit });
      const filings = await sentFilings(store);
      // Nobody asks at a submission what all the rules were told; the first who looks anew does.
      await changeSomething(district);
      expect((await readSubmissionFindings(store.read, filings, null, 0)).left).toHaveLength(2);
      await lookAnew(store, workOf({ store }), null);
      await changeSomething(district);
      const same = await readSubmissionFindings(store.read, filings, null, 0);
      expect([same.left, same.anew.length, same.found.size]).toEqual([[], 2, 2]);
    } finally {
      await remove();
    }
  });
});

function withoutRule(rule: string): Overlay {
  const parsed = parseOverlay(JSON.stringify({ version: '示例市 1', switchedOff: { [rule]: '本市另有规定，此项不核对。' } }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.overlay;
}
