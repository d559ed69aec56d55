import { type Filing, findPerson, latestEvents, type Reader } from '@/db/store';
import { filingSteps } from '@/server/domain/audit';
import { timeAt } from '@/server/domain/periods';
import { type Action, actions } from '@/server/domain/permissions';
import { Refused } from '@/server/errors';

/** The steps that move a filing, in the words of somebody who finds it moved. */
const steps: Record<string, { zh: string; en: string }> = {
  'filing.submitted': { zh: '报送', en: 'submitted it' },
  'filing.recalled': { zh: '撤回报送', en: 'recalled it' },
  'filing.review_opened': { zh: '开始审核', en: 'began to review it' },
  'filing.returned': { zh: '退回', en: 'returned it' },
  'filing.approved': { zh: '通过审核', en: 'approved it' },
  'filing.approval_taken_back': { zh: '撤回通过', en: 'took the approval back' },
  'filing.unlocked': { zh: '解锁退回', en: 'unlocked it' },
  'filing.unlock_undone': { zh: '撤销解锁', en: 'took its unlocking back' },
  'filing.locked': { zh: '锁定本季度', en: 'locked the quarter' },
};

/**
 * Why an act that would be this person's cannot be done in the state the filing is in: who moved it there, how and when, told by
 * the event log. Null when no step has moved it yet.
 *
 * @returns Refused wrong_status with `{ step, by, at }`; nothing is thrown here
 */
export async function movedMeanwhile(reader: Reader, filing: Filing, action: Action): Promise<Refused | null> {
  const last = await lastStepOf(reader, filing);
  if (!last) return null;
  const { by, moment, step } = last;
  return new Refused(
    'wrong_status',
    {
      zh: `${by}已于 ${moment} 对${filing.unitName} ${filing.year} 年第 ${filing.quarter} 季度的报送“${step.zh}”，现在不能再“${actions[action]}”，没有办理。请刷新页面，看过最新状态后再办。`,
      en: `${by} ${step.en} at ${moment} (${filing.unitName}, Q${filing.quarter} ${filing.year}), so this is not possible any more and nothing was done (${action}). Reload to see the latest state.`,
    },
    { step: last.kind, by, at: last.at },
  );
}

/** Why a submission is not approved with others: somebody has begun to review it, or took back their approval. Who and when is told. */
export async function reviewBegun(reader: Reader, filing: Filing): Promise<Refused> {
  const last = await lastStepOf(reader, filing);
  if (!last) throw new Error(`nobody moved filing ${filing.id} to ${filing.status}`);
  const { by, moment, step, kind, at } = last;
  return new Refused(
    'wrong_status',
    {
      zh: `${by}已于 ${moment} 对这份报送“${step.zh}”，没有批量通过。请打开它单独处理。`,
      en: `${by} ${step.en} at ${moment}, so it was not approved with the others. Open it and decide on it there.`,
    },
    { step: kind, by, at },
  );
}

async function lastStepOf(reader: Reader, filing: Filing) {
  const [last] = await latestEvents(reader, { objectType: 'filing', objectId: filing.id, kinds: [...filingSteps], limit: 1 });
  const step = last && steps[last.kind];
  if (!last || !step) return null;
  const by = last.actorId ? ((await findPerson(reader, last.actorId))?.name ?? last.actorName) : last.actorName;
  return { by, step, kind: last.kind, at: last.at, moment: timeAt(new Date(last.at)) };
}
