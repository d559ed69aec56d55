import { afterEach, describe, expect, it } from 'vitest';
import { type CheckedFigure, findSlip, listFilings, listSubmissions, readCheckedCells, sumByUnit, sumCheckedFigures } from '@/db/store';
import { freshPostgresStore } from '@/db/testing/fresh-postgres';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { boundContents, slipEffect } from '@/server/domain/corrections';
import type { Quarter } from '@/server/domain/periods';
import { seededRandom } from '@/server/domain/seeded-random';
import { loadSlipDesk } from '@/server/queries/slips';
import { aDistrict, type District } from '../testing/a-district';
import { rolledBack } from '../testing/rolled-back';
import { endOf } from '../testing/two-stores';
import { approveFiling } from './filing/approve-filing';
import { takeBackApproval } from './filing/take-back-approval';
import { undoUnlock } from './filing/undo-unlock';
import { unlockFiling } from './filing/unlock-filing';
import { lockQuarter } from './office/lock-quarter';
import { acceptSlip } from './slip/accept-slip';
import { signSlip } from './slip/sign-slip';
import { writeSlip } from './slip/write-slip';

const received = 's3.new_received.natural_person';
const granted = 's3.granted.natural_person';
const cells = [received, granted];
const reason = '核对台账发现漏计一件申请。';
/** So many that the year is read as a whole: a few units are read by their names. */
const strangers = Array.from({ length: 200 }, (_, number) => `nobody-${number}`);

interface Place {
  unit: number;
  quarter: Quarter;
  value: number;
}

/** Everything that changes what counts, each as its people would do it; and two that are taken back before anybody sees them. */
const acts = {
  async approve(district: District, { value, ...of }: Place) {
    const { id: filingId, status, submissionNumber } = await district.filing(of.unit, of.quarter);
    if (status !== 'in_review') return void (await district.approve({ [received]: value, [granted]: value }, of));
    const newest = (await listSubmissions(district.store.read, filingId)).at(-1);
    await approveFiling(district.reviewer, { filingId, submissionNumber, seenHash: newest?.hash ?? '' });
  },
  async takeBack(district: District, { unit, quarter }: Place) {
    const { id: filingId, submissionNumber } = await district.filing(unit, quarter);
    await takeBackApproval(district.reviewer, { filingId, submissionNumber, reason });
  },
  async unlock(district: District, { unit, quarter }: Place) {
    const { id: filingId, submissionNumber } = await district.filing(unit, quarter);
    await unlockFiling(district.admin, { filingId, submissionNumber, reason });
  },
  async undo(district: District, { unit, quarter }: Place) {
    await undoUnlock(district.admin, { filingId: (await district.filing(unit, quarter)).id });
  },
  /** Whatever is open of the quarter is approved before. */
  async lock(district: District, { quarter, value }: Place) {
    for (const unit of [0, 1])
      for (const earlier of [1, 2] as const) if (earlier <= quarter) await endOf(acts.approve(district, { unit, quarter: earlier, value }));
    await lockQuarter(district.admin, { year: district.year, quarter });
  },
  async correct(district: District, { unit, quarter, value }: Place) {
    const clerk = district.clerk(unit);
    const changes = cells.map((cell) => ({ quarter, cell, raw: String(value) }));
    const at = { unitId: district.unitIds[unit] ?? '', year: district.year };
    const written = await writeSlip(clerk, { ...at, slip: null, changes, reason });
    const slip = await findSlip(district.store.read, written.slipId);
    if (!slip) throw new Error('no such slip');
    const { books } = await loadSlipDesk(district.store.read, clerk.actor, slip, null);
    await signSlip(clerk, { ...written, seen: boundContents(slipEffect(books, slip, null)) });
    await acceptSlip(district.admin, written);
  },
  /** As whoever asks what an act would change: the ledger is read in the middle, and nothing of it stays. */
  async preview(district: District, { unit, quarter }: Place) {
    const { store } = rolledBack(district.store, async (tx) => void (await sumCheckedFigures(tx, district.year, null)));
    const { id: filingId, submissionNumber } = await district.filing(unit, quarter);
    await unlockFiling({ ...district.admin, store }, { filingId, submissionNumber, reason });
  },
};
type ActName = keyof typeof acts;

/** First what is approved, then what is taken back and given again, then what is corrected after the quarter is locked. */
const plan: readonly ActName[] = [
  ...(['approve', 'approve', 'takeBack', 'approve', 'preview', 'unlock', 'undo', 'unlock', 'approve'] as const),
  ...(['preview', 'takeBack', 'approve', 'lock', 'correct', 'preview', 'correct', 'lock', 'correct'] as const),
];

describe.each([
  ['SQLite', freshSqliteStore],
  ['PostgreSQL', freshPostgresStore],
])('approved figures of a year that are kept, on %s,', (_engine, open) => {
  let fresh: FreshStore;
  afterEach(() => fresh.remove());

  it('are after every act those of the approved submissions', async () => {
    fresh = await open();
    const district = await aDistrict(fresh.store, { openQuarters: [1, 2] });
    const random = seededRandom(20261130);
    const done = new Set<ActName>();
    for (const name of plan) {
      const places = [0, 1].flatMap((unit) => ([1, 2] as const).map((quarter) => ({ unit, quarter, value: random.integer(0, 49) })));
      // The first place, from a random one on, in which it may be done.
      const from = random.integer(0, places.length - 1);
      for (const place of [...places.slice(from), ...places.slice(0, from)]) {
        if ((await endOf(acts[name](district, place))) !== 'ok') continue;
        done.add(name);
        break;
      }
      expect([name, await kept(district)]).toEqual([name, await submitted(district)]);
    }
    expect([...done].sort()).toEqual(Object.keys(acts).sort());
  });
});

/** What counts, as the ledger tells it in its three ways: each figure, by unit, in all. */
async function kept({ store, year, unitIds }: District) {
  const { figures } = await readCheckedCells(store.read, year, cells, [...unitIds, ...strangers]);
  const sums = await sumCheckedFigures(store.read, year, null, cells);
  const byUnit = await sumByUnit(store.read, year, cells);
  return {
    figures: figures.map(asText).sort(),
    byUnit: byUnit.map(({ unitId, quarter, value }) => `${unitId} ${quarter} ${value}`).sort(),
    sums: [...sums]
      .flatMap(([quarter, book]) => [...book].map(([cell, figure]) => `${quarter} ${cell} ${'value' in figure ? figure.value : '-'}`))
      .sort(),
  };
}

const asText = ({ unitId, quarter, cell, figure, submissionNumber }: CheckedFigure) =>
  `${unitId} ${quarter} ${cell} ${'value' in figure ? figure.value : '-'} ${submissionNumber}`;

/** The same from the submissions that stand as approved: their frozen JSON, added with a plus. */
async function submitted({ store, year }: District): Promise<Awaited<ReturnType<typeof kept>>> {
  const figures: string[] = [];
  const byUnit: string[] = [];
  const sums = new Map<string, number>();
  for (const { id, unitId, quarter, status, submissionNumber } of await listFilings(store.read, { year })) {
    if (status !== 'approved' && status !== 'locked') continue;
    const frozen = (await listSubmissions(store.read, id)).find(({ number }) => number === submissionNumber);
    const content = JSON.parse(frozen?.content ?? '') as { figures: Record<string, { value: number }> };
    const values = cells.map((cell) => content.figures[cell]?.value ?? Number.NaN);
    byUnit.push(`${unitId} ${quarter} ${values.reduce((sum, value) => sum + value, 0)}`);
    for (const [index, cell] of cells.entries()) {
      figures.push(`${unitId} ${quarter} ${cell} ${values[index]} ${submissionNumber}`);
      sums.set(`${quarter} ${cell}`, (sums.get(`${quarter} ${cell}`) ?? 0) + (values[index] ?? 0));
    }
  }
  return { figures: figures.sort(), byUnit: byUnit.sort(), sums: [...sums].map(([of, value]) => `${of} ${value}`).sort() };
}
