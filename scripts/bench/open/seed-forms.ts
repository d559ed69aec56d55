import {
  insertFiling,
  insertQuarter,
  insertSubmission,
  insertYear,
  replaceCheckedFigures,
  type Store,
  setFilingStatus,
  type Tx,
  upsertFigure,
  upsertText,
} from '@/db/store';
import type { FigureBook } from '@/server/domain/figures';
import { getFormat } from '@/server/domain/formats';
import { unitsOverYears } from '@/server/domain/testing/slips-in-quarters';
import type { FilingContent } from '@/server/views/submission-content';
import { addClerks, type Clerk, seedClerks } from '../save/seed-clerks';

const year = 2026;
const at = new Date('2026-04-10T08:00:00Z');
const form = { format: '2021', rowVariant: 'other_three' } as const;
/** Approved quarters before the one that is open, of every second clerk's unit; the others are in their first year and are compared with their like. */
const before = [
  [2024, 3],
  [2024, 4],
  [2025, 1],
  [2025, 2],
  [2025, 3],
  [2025, 4],
] as const;

const published = unitsOverYears(1).filter(
  ({ format, quarters }) => format === getFormat(form.format, form.rowVariant) && quarters.length > before.length,
);

/**
 * An office of so many units, each with its clerk, whose first quarter is filled to the last cell: of the first so many it is open, the others are approved.
 *
 * @param clerks who opens it
 */
export async function seedForms(store: Store, secret: string, { units, clerks }: { units: number; clerks: number }): Promise<Clerk[]> {
  await store.tx(async (tx) => {
    for (const past of [2024, 2025]) {
      await insertYear(tx, { year: past, ...form, createdAt: at });
      for (const quarter of [1, 2, 3, 4]) await insertQuarter(tx, { year: past, quarter, dueOn: `${past}-12-31`, openedAt: at });
    }
  });
  await seedClerks(store, secret, 0);
  const all = await addClerks(store, secret, units);
  await store.fill(async () => {
    for (let number = 1; number <= units; number += 1)
      await store.tx(async (tx) => {
        const filingId = `filing-${number}`;
        const isOpen = number <= clerks;
        if (isOpen) await fill(tx, filingId, number, quartersOf(number).at(-1));
        else await approve(tx, { filingId, number, year, quarter: 1 }, quartersOf(number).at(-1));
        if (!isOpen || number % 2 === 0) return;
        for (const [index, [past, quarter]] of before.entries()) {
          const id = `${filingId}-${past}-${quarter}`;
          await insertFiling(tx, { id, unitId: `unit-${number}`, year: past, quarter, at });
          await fill(tx, id, number, quartersOf(number)[index]);
          await approve(tx, { filingId: id, number, year: past, quarter }, quartersOf(number)[index]);
        }
      });
  });
  return all.slice(0, clerks);
}

async function fill(tx: Tx, filingId: string, number: number, figures: FigureBook = new Map()): Promise<void> {
  let typedAt = at.getTime();
  for (const [cell, figure] of figures) {
    typedAt += 7_000;
    const raw = figure.state === 'number' ? String(figure.value) : '';
    await upsertFigure(tx, filingId, { cell, raw, figure, version: 1, savedBy: `person-${number}`, savedAt: new Date(typedAt) });
  }
  const text = '本季度办理依申请公开件若干，均已按期答复。';
  await upsertText(tx, filingId, { key: 'contribution', text, version: 1, savedBy: `person-${number}`, savedAt: at });
}

async function approve(
  tx: Tx,
  of: { filingId: string; number: number; year: number; quarter: number },
  figures: FigureBook = new Map(),
): Promise<void> {
  const { filingId, number, ...period } = of;
  const content = JSON.stringify({
    unitId: `unit-${number}`,
    ...period,
    format: '2021',
    rowVariant: 'other_three',
    figures: Object.fromEntries(figures),
    declared: [],
    contribution: '',
  } satisfies FilingContent);
  const sent = { filingId, content, hash: filingId, submittedBy: `person-${number}`, submittedAt: at };
  await insertSubmission(tx, { id: `${filingId}-1`, number: 1, ...sent });
  await setFilingStatus(tx, filingId, { status: 'approved', submissionNumber: 1, at });
  await replaceCheckedFigures(tx, { filingId, unitId: `unit-${number}`, ...period, submissionNumber: 1 }, figures);
}

/** What one of the units of published reports filed in its last quarters, the newest last. */
function quartersOf(number: number): readonly FigureBook[] {
  const quarters = published[number % published.length]?.quarters ?? [];
  return quarters.slice(-before.length - 1);
}
