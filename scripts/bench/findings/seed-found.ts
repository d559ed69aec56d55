import {
  decideSubmission,
  insertFiling,
  insertPerson,
  insertQuarter,
  insertSubmission,
  insertUnit,
  insertYear,
  replaceCheckedFigures,
  type Store,
  setFilingStatus,
  type Tx,
  upsertFigure,
} from '@/db/store';
import { canonicalJson, contentHash } from '@/server/domain/audit';
import { count, type Figure } from '@/server/domain/figures';
import { type CellId, getFormat, leafCells } from '@/server/domain/formats';
import { quarters } from '@/server/domain/periods';
import { seededRandom } from '@/server/domain/seeded-random';
import type { FilingContent } from '@/server/views/submission-content';

export const year = 2026;
const form = { format: '2021', rowVariant: 'other_three' } as const;
const leaves = leafCells(getFormat(form.format, form.rowVariant));
const closings = new Set(leaves.flatMap((cell) => cell.opensFrom ?? []));
const at = new Date('2027-01-05T02:00:00.000Z');
const unitsPerTransaction = 50;

/** Units with two years of approved quarters of believable size; in one of twelve something is odd. */
export async function seedFound(store: Store, units: number): Promise<void> {
  const random = seededRandom(7);
  await store.fill(async () => {
    await store.tx(async (tx) => {
      for (const one of [year - 1, year]) {
        await insertYear(tx, { year: one, ...form, createdAt: at });
        for (const quarter of quarters) await insertQuarter(tx, { year: one, quarter, dueOn: `${one}-12-31`, openedAt: at });
      }
      for (const id of ['clerk', 'reviewer']) await insertPerson(tx, { id, username: id, name: id, passwordHash: null, createdAt: at });
      await insertUnit(tx, { ...unit(0), id: 'root', parentId: null, path: ['root'], kind: 'government' });
    });
    for (let first = 1; first <= units; first += unitsPerTransaction)
      await store.tx(async (tx) => {
        for (let number = first; number < first + unitsPerTransaction && number <= units; number += 1) {
          await insertUnit(tx, unit(number));
          const usual = random.integer(2, 40);
          for (const one of [year - 1, year])
            for (const quarter of quarters)
              await aQuarter(tx, number, [one, quarter], {
                cases: usual + random.integer(0, 4),
                isOdd: random.integer(1, 12) === 1,
              });
        }
      });
  });
}

interface Quarter {
  cases: number;
  isOdd: boolean;
}

async function aQuarter(tx: Tx, number: number, [ofYear, quarter]: readonly [number, number], { cases, isOdd }: Quarter): Promise<void> {
  const id = `filing-${number}-${ofYear}-${quarter}`;
  const unitId = `unit-${number}`;
  const figures = new Map<CellId, Figure>(leaves.map((cell) => [cell.id, count(0)]));
  figures.set('s3.new_received.natural_person', count(isOdd ? cases * 20 : cases));
  figures.set('s3.granted.natural_person', count(isOdd ? cases * 20 : cases));
  await insertFiling(tx, { id, unitId, year: ofYear, quarter, at });
  for (const [cell, figure] of figures)
    if (closings.has(cell)) await upsertFigure(tx, id, { cell, raw: '0', figure, version: 1, savedBy: 'clerk', savedAt: at });
  const content: FilingContent = {
    ...{ unitId, year: ofYear, quarter, ...form, figures: Object.fromEntries(figures), declared: [], contribution: '本季度按时办结。' },
  };
  const sent = { content: canonicalJson(content), hash: contentHash(content), submittedBy: 'clerk', submittedAt: at };
  await insertSubmission(tx, { id: `${id}-1`, filingId: id, number: 1, ...sent });
  await decideSubmission(tx, id, 1, { outcome: 'approved', decidedBy: 'reviewer', decidedAt: at });
  await setFilingStatus(tx, id, { status: 'approved', submissionNumber: 1, at });
  await replaceCheckedFigures(tx, { filingId: id, unitId, year: ofYear, quarter, submissionNumber: 1 }, figures);
}

function unit(number: number) {
  const id = `unit-${number}`;
  const base = { parentId: 'root', kind: 'department' as const, powers: [], opensOn: '2020-01-01', closesOn: null };
  return { ...base, id, path: ['root', id], name: `示例第${number}局`, sort: number };
}
