import { type ContributionRequest, findContribution, findUnit } from '@/db/store';
import { type AnswerDayProblem, answerDayProblem, type Day, dayAt } from '@/server/domain/periods';
import type { Action } from '@/server/domain/permissions';
import type { Sentence } from '@/server/domain/sentence';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import type { CommandContext, CommandTx } from '../command';

/**
 * A request for a contribution, locked, once the actor may do this to it.
 *
 * @throws Refused not_found, forbidden, wrong_status (it was withdrawn)
 */
export async function requireContribution(
  tx: CommandTx,
  context: CommandContext,
  requestId: string,
  action: Action,
): Promise<ContributionRequest> {
  await tx.lock(`contribution:${requestId}`);
  const request = await findContribution(tx, requestId);
  const unit = request && (await findUnit(tx, request.unitId));
  if (!request || !unit) throw notFound();
  tx.about({ type: 'unit', id: unit.id, unitId: unit.id, period: String(request.year) });
  requirePermission(context.actor, action, { unitPath: unit.path, status: null });
  if (request.withdrawnAt !== null)
    throw new Refused('wrong_status', {
      zh: '这项素材征集已经撤回，不用再办理。刷新页面即可。',
      en: 'This request was withdrawn; nothing more needs to be done. Reload the page.',
    });
  return request;
}

/** @throws Refused conflict: somebody changed the request since it was on the screen */
export function requireSameVersion(request: ContributionRequest, baseVersion: number): void {
  if (request.version === baseVersion) return;
  throw new Refused('conflict', {
    zh: '这项征集在您打开之后有了变化（有人答复，或者办公室改了问题）。您写的仍在框里；请看过最新内容再提交。',
    en: 'This request has changed since you opened it: somebody answered, or the office changed the question. What you wrote is still in the boxes; read the latest and submit again.',
  });
}

/** Asked of every day for an answer that is written, whichever way it comes. @throws Refused invalid (over, before the year, absurdly far) */
export function requireAnswerDay(context: CommandContext, year: number, dueOn: Day): void {
  const today = dayAt(context.now());
  const problem = answerDayProblem(year, dueOn, today);
  if (problem !== null) throw new Refused('invalid', sentenceOf(problem, { year, dueOn, today }));
}

function sentenceOf(problem: AnswerDayProblem, { year, dueOn, today }: { year: number; dueOn: Day; today: Day }): Sentence {
  if (problem === 'over')
    return {
      zh: `答复期限 ${dueOn} 已经过去（今天是 ${today}）。请改成今天或以后的日期。`,
      en: `The day ${dueOn} is over (today is ${today}). Choose today or a later day.`,
    };
  if (problem === 'before_year')
    return {
      zh: `${year} 年还没有开始，答复期限不能早于 ${year}-01-01（填的是 ${dueOn}）。请改期限。`,
      en: `The year ${year} has not begun; it cannot be answered for before ${year}-01-01 (${dueOn} was given). Choose another day.`,
    };
  return {
    zh: `${year} 年年报的素材，答复期限 ${dueOn} 太远，像是年份填错了。请改期限。`,
    en: `For the report of ${year}, the day ${dueOn} is too far away and looks like a wrong year. Choose another day.`,
  };
}
