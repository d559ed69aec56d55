import { insertQuarter, insertYear, type Year } from '@/db/store';
import { type FormatId, formatOfYear, type RowVariant, usualRowVariant } from '@/server/domain/formats';
import { type Day, type Quarter, quarters, usualDueDay } from '@/server/domain/periods';
import type { CommandContext, CommandTx } from '../command';
import { requireDueDay } from './due-day';

export interface NewYear {
  year: number;
  format?: FormatId;
  rowVariant?: RowVariant;
  dueOn?: Partial<Record<Quarter, Day>>;
}

/** A year with its four quarters, in a transaction that has found that there is none. @throws Refused invalid (a due day that cannot be meant) */
export async function writeYear(tx: CommandTx, context: CommandContext, input: NewYear): Promise<Year> {
  const format = input.format ?? formatOfYear(input.year);
  const rowVariant = input.rowVariant ?? usualRowVariant[format];
  const year = { year: input.year, format, rowVariant };
  await insertYear(tx, { ...year, createdAt: context.now() });
  tx.record('year.created', year);
  for (const quarter of quarters) {
    const dueOn = input.dueOn?.[quarter] ?? usualDueDay(input.year, quarter);
    requireDueDay(context, { year: input.year, quarter }, dueOn);
    await insertQuarter(tx, { year: input.year, quarter, dueOn, openedAt: null });
    tx.record('quarter.changed', { year: input.year, quarter, before: null, after: { dueOn } });
  }
  return year;
}
