import {
  findQuarter,
  findYear,
  insertFiling,
  insertQuarter,
  insertYear,
  isOpenDuring,
  listFilings,
  listUnits,
  setFilingStatus,
  type Unit,
  updateQuarter,
  type Year,
} from '@/db/store';
import { type FormatId, formatOfYear, type RowVariant, usualRowVariant } from '@/server/domain/formats';
import { type Day, firstDay, lastDay, type Quarter, quarters, usualDueDay } from '@/server/domain/periods';
import { counted } from '@/server/domain/plural';
import { nextStatus } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { isFiler } from '@/server/views/report-units';
import { type CommandContext, type CommandTx, runCommand } from '../command';

/** The office runs the year for the whole tree: the act is asked for at its root. Answers every unit of the tree. */
export async function requireYearManager(tx: CommandTx, context: CommandContext, year: number): Promise<Unit[]> {
  tx.about({ type: 'year', id: String(year), unitId: null, period: String(year) });
  const units = await listUnits(tx);
  const root = units.find((unit) => unit.parentId === null);
  if (!root) throw notFound();
  requirePermission(context.actor, 'year.manage', { unitPath: root.path, status: null });
  return units;
}

export interface NewYear {
  year: number;
  format?: FormatId;
  rowVariant?: RowVariant;
  dueOn?: Partial<Record<Quarter, Day>>;
}

/** Creates a year with its four quarters and their due days, so that they are known from the start. @throws Refused forbidden, invalid (it exists) */
export async function createYear(context: CommandContext, input: NewYear): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    await requireYearManager(tx, context, input.year);
    if (await findYear(tx, input.year))
      throw new Refused('invalid', { zh: `${input.year} 年度已经建立。`, en: `The year ${input.year} exists already.` });
    await writeYear(tx, context, input);
  });
}

/** A year with its four quarters, in a transaction that has found that there is none. */
export async function writeYear(tx: CommandTx, context: CommandContext, input: NewYear): Promise<Year> {
  const format = input.format ?? formatOfYear(input.year);
  const rowVariant = input.rowVariant ?? usualRowVariant[format];
  const year = { year: input.year, format, rowVariant };
  await insertYear(tx, { ...year, createdAt: context.now() });
  tx.record('year.created', year);
  for (const quarter of quarters) {
    const dueOn = input.dueOn?.[quarter] ?? usualDueDay(input.year, quarter);
    await insertQuarter(tx, { year: input.year, quarter, dueOn, openedAt: null });
    tx.record('quarter.changed', { year: input.year, quarter, before: null, after: { dueOn } });
  }
  return year;
}

/**
 * Opens a quarter: every unit that exists in it gets its filing, once. Opening again adds the units that came since.
 *
 * @throws Refused not_found, forbidden
 */
export async function openQuarter(context: CommandContext, input: { year: number; quarter: Quarter }): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    const units = await requireYearManager(tx, context, input.year);
    const quarter = await findQuarter(tx, input.year, input.quarter);
    if (!quarter) throw notFound();
    const at = context.now();
    for (const unit of units.filter(
      (one) => isFiler(one) && isOpenDuring(one, firstDay(input.year, input.quarter), lastDay(input.year, input.quarter)),
    ))
      await insertFiling(tx, { id: context.newId(), unitId: unit.id, year: input.year, quarter: input.quarter, at });
    if (!quarter.openedAt) await updateQuarter(tx, input.year, input.quarter, { openedAt: at });
    tx.record('quarter.changed', {
      year: input.year,
      quarter: input.quarter,
      before: { openedAt: quarter.openedAt?.toISOString() ?? null },
      after: { openedAt: at.toISOString() },
    });
  });
}

/** Moves a quarter's due day. @throws Refused not_found, forbidden */
export async function setQuarterDue(context: CommandContext, input: { year: number; quarter: Quarter; dueOn: Day }): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    await requireYearManager(tx, context, input.year);
    const quarter = await findQuarter(tx, input.year, input.quarter);
    if (!quarter) throw notFound();
    await updateQuarter(tx, input.year, input.quarter, { dueOn: input.dueOn });
    tx.record('quarter.changed', {
      year: input.year,
      quarter: input.quarter,
      before: { dueOn: quarter.dueOn },
      after: { dueOn: input.dueOn },
    });
  });
}

/** Closes a quarter: every approved filing of it is locked. @throws Refused not_found, forbidden, wrong_status (something is not approved yet) */
export async function lockQuarter(context: CommandContext, input: { year: number; quarter: Quarter }): Promise<void> {
  await runCommand(context, 'year.manage', async (tx) => {
    await requireYearManager(tx, context, input.year);
    if (!(await findQuarter(tx, input.year, input.quarter))) throw notFound();
    const filings = await listFilings(tx, { year: input.year, quarter: input.quarter });
    if (filings.length === 0)
      throw new Refused('wrong_status', {
        zh: '本季度还没有开放填报，不能关闭。',
        en: 'This quarter was never opened; there is nothing to close.',
      });
    const unfinished = filings.filter((filing) => filing.status !== 'approved' && filing.status !== 'locked');
    if (unfinished.length > 0)
      throw new Refused('wrong_status', {
        zh: `还有 ${unfinished.length} 个单位未通过审核，不能关闭本季度：${unfinished
          .slice(0, 3)
          .map((filing) => filing.unitName)
          .join('、')}等。`,
        en: `${counted(unfinished.length, 'unit is', 'units are')} not approved yet; the quarter cannot be closed.`,
      });
    for (const filing of filings) {
      const status = nextStatus(filing.status, 'lock');
      if (!status) continue;
      await setFilingStatus(tx, filing.id, { status, at: context.now() });
      tx.record(
        'filing.locked',
        { number: filing.submissionNumber },
        { object: { type: 'filing', id: filing.id, unitId: filing.unitId, period: `${filing.year}Q${filing.quarter}` } },
      );
    }
  });
}
