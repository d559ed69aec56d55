import { findUnit, findYear, insertContribution, listContributions, type Unit } from '@/db/store';
import { maxCharacters } from '@/server/domain/contributions';
import type { TopicId } from '@/server/domain/narrative/topics';
import type { Day } from '@/server/domain/periods';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { isFiler, spanOf } from '@/server/views/report-units';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { requireText } from '../require-words';
import { requireAnswerDay } from './contribution-access';

/**
 * Asks units for what the text of a year's report needs, each of them the same.
 *
 * @throws Refused not_found, forbidden, invalid (nobody is asked, a unit that does not file in the year, no question or one too
 *   long, a day that cannot be meant, the same question already waits for an answer)
 */
export async function askContributions(
  context: CommandContext,
  input: { year: number; unitIds: readonly string[]; topic: TopicId; question: string; dueOn: Day },
): Promise<{ ids: string[] }> {
  return runCommand(context, 'contribution.ask', async (tx) => {
    await tx.lock(`contributions:${input.year}`);
    if (!(await findYear(tx, input.year))) throw notFound();
    const units: Unit[] = [];
    for (const unitId of new Set(input.unitIds)) units.push(await requireAskable(tx, context, unitId, input.year));
    if (units.length === 0) throw new Refused('invalid', { zh: '请至少选择一个单位。', en: 'Choose at least one unit.' });
    const question = requireText(input.question, maxCharacters.question);
    requireAnswerDay(context, input.year, input.dueOn);
    const waiting = (await listContributions(tx, { unitIds: units.map((unit) => unit.id), year: input.year })).filter(
      (one) => one.answeredAt === null && one.withdrawnAt === null && one.topic === input.topic && one.question === question,
    );
    if (waiting.length > 0) {
      const names = units.filter((unit) => waiting.some((one) => one.unitId === unit.id)).map((unit) => unit.name);
      throw new Refused('invalid', {
        zh: `同一个问题已经向${names.join('、')}征集过，还在等答复。请去掉这些单位，或者换个问法。`,
        en: `${names.join(', ')} has this very question already and has not answered yet. Leave it out, or ask something else.`,
      });
    }
    const ids: string[] = [];
    for (const unit of units) {
      const asked = { id: context.newId(), question, topic: input.topic, dueOn: input.dueOn };
      const who = { askedBy: context.actor.userId, askedAt: context.now() };
      await insertContribution(tx, { ...asked, ...who, year: input.year, unitId: unit.id });
      tx.record('contribution.asked', asked, { object: { type: 'unit', id: unit.id, unitId: unit.id, period: String(input.year) } });
      ids.push(asked.id);
    }
    return { ids };
  });
}

async function requireAskable(tx: CommandTx, context: CommandContext, unitId: string, year: number): Promise<Unit> {
  const unit = await findUnit(tx, unitId);
  if (!unit) throw notFound();
  tx.about({ type: 'unit', id: unit.id, unitId: unit.id, period: String(year) });
  requirePermission(context.actor, 'contribution.ask', { unitPath: unit.path, status: null });
  if (!isFiler(unit) || spanOf(unit, year) === null)
    throw new Refused('invalid', {
      zh: `${unit.name}在 ${year} 年不是填报单位，没有人可以答复。请去掉它。`,
      en: `${unit.name} does not file in ${year}, so nobody there can answer. Leave it out.`,
    });
  return unit;
}
