import { insertCarriedParagraph, latestEditionOf, listReportTexts, type StoredIndicator, updateQuarter, type Year } from '@/db/store';
import { withCarried } from '@/server/domain/carrying';
import { figureAt, printFigure } from '@/server/domain/figures';
import { type CellId, getFormat, type RowVariant, type TextKey, textKeys } from '@/server/domain/formats';
import { type Day, quarters } from '@/server/domain/periods';
import type { Scope } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { readEdition } from '@/server/views/edition-content';
import { type EditionToCarry, loadRollOverView, type RollOverView } from '@/server/views/roll-over-view';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { findAnswer, keepAnswer } from '../done-change';
import { keepReportText } from '../report/keep-report-text';
import { reportLock, requireReport } from '../report/report-access';
import { requireDueDay } from './due-day';
import { requireExpectedYear } from './expected-year';
import { writeCarriedIndicators } from './indicator-list';
import { writeOpenings } from './write-openings';
import { writeYear } from './write-year';
import { requireYearManager } from './year-manager';

/** What was chosen on the screen; nothing that is not named is carried. */
export interface RollOver {
  changeId: string;
  /** The year that is over; the next one is made. */
  from: number;
  /** Said of a year that is not the next one. */
  isMeant?: boolean | undefined;
  rowVariant: RowVariant;
  /** Due days of the four quarters. */
  dueOn: readonly [Day, Day, Day, Day];
  /** First openings taken from last year's own edition of a unit, in place of what the ledger closes with. */
  openings: readonly { unitId: string; values: readonly { cell: CellId; raw: string }[] }[];
  openingsReason: string;
  indicators: readonly string[];
  paragraphs: readonly { unitId: string; scope: Scope; edition: number; key: TextKey; index: number }[];
}

export interface RolledOver {
  year: number;
  isNewYear: boolean;
  openings: number;
  indicators: number;
  paragraphs: number;
}

/**
 * Rolls a year over to the next, in one transaction: the year with its quarters, the indicators and paragraphs that were chosen, first
 * openings from editions. Openings themselves are derived and not copied. What is there already is left as it is, so that the same
 * roll-over done twice makes nothing twice; what contradicts a year that exists is refused as a whole.
 *
 * @throws Refused not_found, forbidden, conflict (an edition changed since it was shown), invalid (it contradicts the year that exists,
 *   the year is not the next one and nobody said that it is meant, a due day that cannot be meant)
 */
export async function rollOverYear(context: CommandContext, input: RollOver): Promise<RolledOver> {
  return runCommand(context, 'year.roll_over', async (tx) => {
    const next = input.from + 1;
    await tx.lock(`year:${next}`);
    await tx.lock(`indicators:${next}`);
    const asked = { changeId: input.changeId, about: `roll over ${input.from}` };
    const done = await findAnswer<RolledOver>(tx, context, asked);
    if (done) return done;
    await requireYearManager(tx, context, next, 'year.roll_over');
    for (const { unitId, scope } of input.paragraphs) await tx.lock(reportLock({ unitId, year: next, scope }));
    const view = await loadRollOverView(tx, input.from);
    if (!view) throw notFound();
    const indicators = chosenIndicators(view, input.indicators);
    const { year, moved } = await makeYear(tx, context, view, input);
    await writeCarriedIndicators(tx, next, indicators);
    const openings = await takeOpenings(tx, context, { view, year, input });
    const paragraphs = await carryParagraphs(tx, context, view, input);
    const result = { year: next, isNewYear: !view.isThere, openings, indicators: indicators.length, paragraphs };
    await keepAnswer(tx, context, asked, result);
    if (!view.isThere || moved || openings + indicators.length + paragraphs > 0)
      tx.record(
        'year.rolled_over',
        { year: next, from: input.from, openings, indicators: indicators.length, paragraphs },
        { object: { type: 'year', id: String(next), unitId: null, period: String(next) } },
      );
    return result;
  });
}

/** @returns whether anything of the year itself was written */
async function makeYear(
  tx: CommandTx,
  context: CommandContext,
  view: RollOverView,
  { rowVariant, dueOn, isMeant }: RollOver,
): Promise<{ year: Year; moved: boolean }> {
  const dueOf = { 1: dueOn[0], 2: dueOn[1], 3: dueOn[2], 4: dueOn[3] };
  const { year, format } = view.year;
  if (!view.isThere) await requireExpectedYear(tx, context, { year, isMeant });
  if (!view.isThere) return { year: await writeYear(tx, context, { year, format, rowVariant, dueOn: dueOf }), moved: true };
  if (rowVariant !== view.year.rowVariant)
    throw contradiction(
      `${year} 年度已经建立，表三“其他处理”的行式与所选不同，不能再改。`,
      `The year ${year} exists with the other rows in table three; they cannot be changed.`,
    );
  let moved = false;
  for (const quarter of quarters) {
    const known = view.quarters[quarter - 1];
    if (!known || known.dueOn === dueOf[quarter]) continue;
    if (known.isOpened)
      throw contradiction(
        `${year} 年第 ${quarter} 季度已经开放，期限 ${known.dueOn} 与所选不同。请在“年度”页修改期限。`,
        `Quarter ${quarter} of ${year} is open and due on ${known.dueOn}. Change its due day on the page of years.`,
      );
    moved = true;
    requireDueDay(context, { year, quarter }, dueOf[quarter]);
    await updateQuarter(tx, year, quarter, { dueOn: dueOf[quarter] });
    tx.record('quarter.changed', { year, quarter, before: { dueOn: known.dueOn }, after: { dueOn: dueOf[quarter] } });
  }
  return { year: view.year, moved };
}

function chosenIndicators(view: RollOverView, keys: readonly string[]): StoredIndicator[] {
  return [...new Set(keys)].flatMap((key) => {
    const found = view.indicators.find((one) => one.indicator.key === key);
    if (!found) throw notFound();
    const { indicator, state } = found;
    if (state === 'there') return [];
    if (state === 'new') return [indicator];
    throw contradiction(
      `自设指标“${indicator.name}”不能结转：${state === 'differs' ? '新年度已有同名或同键的另一项' : state === 'retired' ? '已停用' : '所问单位都已撤销'}。`,
      `The indicator “${indicator.name}” cannot be carried: ${state === 'differs' ? 'the new year has another one of its name or key' : state === 'retired' ? 'it is retired' : 'every unit it is asked of has closed'}.`,
    );
  });
}

async function takeOpenings(
  tx: CommandTx,
  context: CommandContext,
  { view, year, input: { from, openings, openingsReason } }: { view: RollOverView; year: Year; input: RollOver },
): Promise<number> {
  const format = getFormat(year.format, year.rowVariant);
  let written = 0;
  for (const { unitId, values } of openings) {
    const unit = view.units.find((one) => one.id === unitId);
    if (!unit) throw notFound();
    tx.about({ type: 'unit', id: unit.id, unitId: unit.id, period: String(year.year) });
    requirePermission(context.actor, 'opening.set', { unitPath: unit.path, status: null });
    const edition = await latestEditionOf(tx, unit.id, from, 'own_organ');
    const figures = edition ? readEdition(edition.content).figures : new Map();
    for (const { cell: id, raw } of values) {
      const cell = format.cells.get(id);
      if (!cell?.opensFrom || printFigure(figureAt(figures, cell.opensFrom), cell) !== raw) throw changedEdition(unit.name);
    }
    written += await writeOpenings(tx, context, { unitId: unit.id, year, values, reason: openingsReason });
  }
  return written;
}

async function carryParagraphs(
  tx: CommandTx,
  context: CommandContext,
  view: RollOverView,
  { from, paragraphs }: RollOver,
): Promise<number> {
  let carried = 0;
  for (const edition of view.editions) {
    const chosen = paragraphs.filter((one) => one.unitId === edition.unitId && one.scope === edition.scope);
    if (chosen.some((one) => one.edition !== edition.edition)) throw changedEdition(edition.organ);
    if (chosen.length > 0) carried += await carryInto(tx, context, { view, edition, chosen, from });
  }
  const known = new Set(view.editions.map((one) => `${one.unitId} ${one.scope}`));
  if (paragraphs.some((one) => !known.has(`${one.unitId} ${one.scope}`))) throw notFound();
  return carried;
}

async function carryInto(
  tx: CommandTx,
  context: CommandContext,
  of: { view: RollOverView; edition: EditionToCarry; chosen: RollOver['paragraphs']; from: number },
): Promise<number> {
  const { view, edition, chosen, from } = of;
  const taken = edition.paragraphs.filter((one) => chosen.some((choice) => choice.key === one.key && choice.index === one.index));
  if (chosen.some((choice) => !taken.some((one) => one.key === choice.key && one.index === choice.index)))
    throw changedEdition(edition.organ);
  const missing = taken.filter((one) => !one.isThere);
  if (missing.length === 0) return 0;
  if (edition.isFinal)
    throw contradiction(
      `${edition.organ} ${view.year.year} 年年报已有定稿版，不能再沿用上年文字。`,
      `The report of ${edition.organ} for ${view.year.year} is finalised; nothing is carried into it.`,
    );
  const report = await requireReport(tx, context, { unitId: edition.unitId, year: view.year.year, scope: edition.scope }, 'report.edit');
  const texts = await listReportTexts(tx, report.id);
  const by = { savedBy: context.actor.userId, savedAt: context.now() };
  let carried = 0;
  for (const key of textKeys) {
    const words = [...new Set(missing.filter((one) => one.key === key).map((one) => one.stored))];
    if (words.length === 0) continue;
    const stored = texts.find((text) => text.key === key) ?? null;
    await keepReportText(tx, context, { report, key, stored, text: withCarried(stored?.text ?? '', words) });
    for (const text of words) {
      const id = context.newId();
      const when = { carriedBy: by.savedBy, carriedAt: by.savedAt, confirmedBy: null, confirmedAt: null };
      await insertCarriedParagraph(tx, { id, reportId: report.id, key, text, fromYear: from, ...when });
      tx.record('report.paragraph_carried', { id, key, fromYear: from, text });
      carried += 1;
    }
  }
  return carried;
}

function contradiction(zh: string, en: string): Refused {
  return new Refused('invalid', { zh: `${zh}未结转任何内容。`, en: `${en} Nothing was rolled over.` });
}

function changedEdition(organ: string): Refused {
  return new Refused('conflict', {
    zh: `${organ}上年年报在您打开本页之后有了新的版本。请刷新后重新选择，未结转任何内容。`,
    en: `Last year's report of ${organ} has a newer edition than this page showed. Reload and choose again; nothing was rolled over.`,
  });
}
