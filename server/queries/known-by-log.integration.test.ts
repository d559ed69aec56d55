import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFilings, listRemarks, listTexts, type Reader } from '@/db/store';
import { freshPostgresStore } from '@/db/testing/fresh-postgres';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { answerRemark } from '../commands/filing/answer-remark';
import { declareNothing } from '../commands/filing/declare-nothing';
import { explainFinding } from '../commands/filing/explain-finding';
import { saveFilingText } from '../commands/filing/save-filing-text';
import { defineIndicator } from '../commands/office/define-indicator';
import { setQuarterDue } from '../commands/office/set-quarter-due';
import { seededRandom } from '../domain/seeded-random';
import { aDistrict, type District } from '../testing/a-district';
import { type EveryStatus, everyStatus, indicatorFacts } from '../testing/every-status';
import { randomActs, randomWalk, walkAtRandom } from '../testing/random-acts';
import { rolledBack } from '../testing/rolled-back';
import { callProcedure, mutations, triesOf } from '../testing/tried-procedures';
import { loadFilingViews } from '../views/filing-view';
import { loadBoard } from './board';
import { loadKeptBoard } from './kept-board';
import { loadKeptQueue } from './kept-queue';
import { loadQueue } from './review-queue';

const steps = 36;
/** What happens before chance decides, so that there is something to decide on. */
const first = [
  ...(['submit', 'submit', 'submit', 'approve', 'return', 'answer', 'approve', 'unlock', 'submit', 'recall', 'openings'] as const),
  ...(['openings', 'write', 'type', 'explain', 'due', 'define', 'change', 'change', 'declare', 'restate'] as const),
];
const needed = [...first, 'close'];

/** Where all is asked for, each procedure by itself, undone before the next; else each on what those before have left. */
const isWhole = process.env.NIANBAO_TRUST === 'full';

/** Acts that change what a board shows, beside those that every list of submissions hangs on. */
function boardActs(district: District, random: ReturnType<typeof seededRandom>) {
  const { admin, store, year } = district;
  const { acts, some } = randomActs(district, random);
  let changes = 0;
  return {
    ...acts,
    write: () =>
      some(['open', 'returned'], async ({ id: filingId }, at) => {
        const [text] = await listTexts(store.read, filingId);
        changes += 1;
        const written = { changeId: `text ${changes}`, text: text?.text ? '' : '本季度无。', baseVersion: text?.version ?? 0 };
        await saveFilingText(district.clerk(at), { filingId, ...written });
      }),
    declare: () =>
      some(['open', 'returned'], ({ id: filingId }, at) =>
        declareNothing(district.clerk(at), { filingId, section: '4', declare: random.pick([true, true, false]) }),
      ),
    explain: async () => {
      const open = await listFilings(store.read, { year, statuses: ['open', 'returned'] });
      for (const { filing, checkRun } of (await loadFilingViews(store.read, open, null)).values())
        for (const { rule, boundTo, severity } of checkRun.findings)
          if (severity === 'must_fix') {
            const explained = { filingId: filing.id, rule, boundTo, text: '系统切换时遗留数据，已逐项登记说明。' };
            await explainFinding(district.clerk(district.unitIds.indexOf(filing.unitId)), explained);
            return true;
          }
      return false;
    },
    answer: () =>
      some(['returned'], async ({ id: filingId }, at) => {
        const open = (await listRemarks(store.read, filingId)).find((remark) => remark.answer === null);
        if (open)
          await answerRemark(district.clerk(at), { filingId, remarkId: open.id, answer: 'not_changed', text: '经核对，原数无误。' });
      }),
    due: async () => {
      await setQuarterDue(admin, { year, quarter: 1, dueOn: `${year}-04-${random.integer(10, 28)}`, isLateMeant: true });
      return true;
    },
    define: async () => {
      changes += 1;
      await defineIndicator(admin, { year, facts: indicatorFacts(`指标${changes}`) });
      return true;
    },
  };
}

describe.each([
  ['sqlite', freshSqliteStore],
  ['postgres', freshPostgresStore],
] as const)('board and queue as they are kept, %s', (_engine, fresh) => {
  it('are what is found anew, whatever people did; and only what they moved is looked into', async () => {
    const { store, remove } = await fresh();
    try {
      const district = await aDistrict(store, { units: randomWalk.units, openQuarters: [1, 2] });
      const random = seededRandom(7);
      const acts = boardActs(district, random);
      const { walked, done } = walkAtRandom(acts, {
        random,
        steps,
        first,
        often: ['type', 'type', 'type', 'write', 'explain', 'explain', 'declare', 'recall', 'submit'],
      });
      const at = { now: district.reviewer.now(), overlay: null };
      const asked = { year: district.year };
      const seen = { frames: 0, lookedInto: 0, inHand: 0, mustFix: 0, remarks: 0, queues: 0, waiting: 0, exceptions: 0 };
      for await (const { step, name } of walked) {
        const now = await loadBoard(store.read, district.reviewer.actor, asked, at);
        const kept = await loadKeptBoard(store.read, district.reviewer.actor, asked, at, ({ isFrameNew, filings }) => {
          seen.frames += isFrameNew ? 1 : 0;
          seen.lookedInto += filings;
        });
        expect({ step, name, ...kept }).toEqual({ step, name, ...now });
        const queue = await loadQueue(store.read, district.reviewer.actor, null, {});
        const keptQueue = await loadKeptQueue(store.read, district.reviewer.actor, null, {}, ({ isPageNew }) => {
          seen.queues += isPageNew ? 1 : 0;
        });
        expect({ step, name, ...keptQueue }).toEqual({ step, name, ...queue });
        seen.waiting += queue.submissions.length;
        seen.exceptions += queue.exceptions.length;
        const cells = now.rows.flatMap(({ quarters }) => quarters.flatMap((cell) => cell ?? []));
        seen.inHand += cells.filter(({ status }) => !['submitted', 'in_review', 'approved', 'locked'].includes(status)).length;
        seen.mustFix += cells.filter(({ mustFix }) => mustFix > 0).length;
        seen.remarks += cells.filter(({ openRemarks }) => openRemarks > 0).length;
      }
      expect(needed.filter((name) => !done.has(name))).toEqual([]);
      expect([seen.mustFix > 0, seen.remarks > 0, seen.waiting > 0, seen.exceptions > 0]).toEqual([true, true, true, true]);
      expect(seen.frames).toBeLessThan(steps * 0.7);
      expect(seen.queues).toBeLessThan(steps);
      expect(seen.lookedInto).toBeLessThan(seen.inHand * 0.75);
    } finally {
      await remove();
    }
  }, 120_000);
});

describe('board and queue as they are kept, after one act', () => {
  let fresh: FreshStore;
  let scene: EveryStatus;
  beforeAll(async () => {
    fresh = await freshSqliteStore();
    scene = await everyStatus(fresh.store);
  });
  afterAll(() => fresh.remove());

  const actors = () => [scene.district.admin.actor, scene.district.reviewer.actor];
  const board = (reader: Reader, load: typeof loadKeptBoard | typeof loadBoard) => {
    const { district } = scene;
    return load(reader, district.admin.actor, { year: district.year }, { now: district.admin.now(), overlay: null });
  };

  it('look into the quarter in which something was saved and into nothing else', async () => {
    const { admin, clerk, filing } = scene.district;
    const looked: unknown[] = [];
    const look = () =>
      loadKeptBoard(fresh.store.read, admin.actor, { year: scene.district.year }, { now: admin.now(), overlay: null }, (found) =>
        looked.push(found),
      );
    const { id: filingId } = await filing(scene.stands.open.unit);
    const saved = { filingId, text: '本季度无其他情况。', baseVersion: 0, changeId: 'looked into' };
    const stored = (await listTexts(fresh.store.read, filingId))[0]?.version ?? 0;
    await loadKeptQueue(fresh.store.read, admin.actor, null, {});
    await look();
    await look();
    await saveFilingText(clerk(scene.stands.open.unit), { ...saved, baseVersion: stored });
    await look();
    await loadKeptQueue(fresh.store.read, admin.actor, null, {}, (found) => looked.push(found));
    expect(looked.slice(1)).toEqual([
      { isFrameNew: false, filings: 0 },
      { isFrameNew: false, filings: 1 },
      { isPageNew: false, filings: 0 },
    ]);
  });

  it('are what is found anew, of whatever procedure', async () => {
    const moved = new Set<string>();
    const done = new Set<string>();
    for (const path of mutations)
      for (const { actor, input } of triesOf(scene, path)) {
        const before = JSON.stringify(await board(fresh.store.read, loadKeptBoard));
        const look = async (reader: Reader) => {
          const now = await board(reader, loadBoard);
          expect({ path, ...(await board(reader, loadKeptBoard)) }).toEqual({ path, ...now });
          for (const one of actors())
            expect({ path, ...(await loadKeptQueue(reader, one, null, {})) }).toEqual({
              path,
              ...(await loadQueue(reader, one, null, {})),
            });
          if (JSON.stringify(now) !== before) moved.add(path);
        };
        const store = isWhole ? rolledBack(fresh.store, look).store : fresh.store;
        if ((await callProcedure(scene, store, path, actor, input)) !== 'ok') continue;
        if (!isWhole) await look(fresh.store.read);
        done.add(path);
        break;
      }
    expect(done.size).toBeGreaterThan(mutations.length / 2);
    expect(moved.size).toBeGreaterThan(10);
  }, 180_000);

  it('are not those of another log, nor of one that was cut', async () => {
    const other = await freshSqliteStore();
    try {
      const { store, admin, year } = await aDistrict(other.store);
      const at = { now: admin.now(), overlay: null };
      await board(fresh.store.read, loadKeptBoard);
      expect(await loadKeptBoard(store.read, admin.actor, { year }, at)).toEqual(await loadBoard(store.read, admin.actor, { year }, at));
      expect(await board(fresh.store.read, loadKeptBoard)).toEqual(await board(fresh.store.read, loadBoard));
    } finally {
      await other.remove();
    }
  });
});
