import { type ExplanationOwner, insertRuleNote } from '@/db/store';
import { checks, packWith } from '@/server/domain/checks';
import { Refused } from '@/server/errors';
import type { CommandContext, CommandTx } from './command';
import { requireWords } from './require-words';

/** Keeps what somebody says of a rule, on a finding of a filing or a report that they may note on. @throws Refused invalid */
export async function keepRuleNote(
  tx: CommandTx,
  context: CommandContext,
  owner: ExplanationOwner,
  { rule, text, unitId }: { rule: string; text: string; unitId: string },
): Promise<{ id: string }> {
  const pack = context.overlay ? packWith(context.overlay) : checks;
  if (!pack.some((check) => check.id === rule))
    throw new Refused('invalid', { zh: '没有这条规则，请刷新页面后重试。', en: 'There is no such rule. Reload the page and try again.' });
  requireWords(text);
  const id = context.newId();
  await insertRuleNote(tx, { id, rule, ...owner, unitId, text, writtenBy: context.actor.userId, writtenAt: context.now() });
  tx.record('rule.noted', { id, rule, text });
  return { id };
}
