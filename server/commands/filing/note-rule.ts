import { type ExplanationOwner, insertRuleNote } from '@/db/store';
import { checks, packWith } from '@/server/domain/checks';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { requireReport } from '../report/report-access';
import { requireWords } from '../require-words';
import { requireFiling } from './filing-access';

/**
 * Says that a rule is wrong, on a finding of a filing. It stops nothing and lets nothing pass: the administrator reads it and answers.
 *
 * @throws Refused not_found, forbidden, invalid (no such rule, nothing said)
 */
export async function noteRule(context: CommandContext, input: { filingId: string; rule: string; text: string }): Promise<{ id: string }> {
  return runCommand(context, 'rule.note', async (tx) => {
    const filing = await requireFiling(tx, context.actor, input.filingId, 'rule.note');
    return keepNote(tx, context, { ownerType: 'filing', ownerId: filing.id }, { ...input, unitId: filing.unitId });
  });
}

/** The same on a finding of a report. @throws Refused not_found, forbidden, invalid */
export async function noteReportRule(context: CommandContext, input: ReportKey & { rule: string; text: string }): Promise<{ id: string }> {
  return runCommand(context, 'rule.note', async (tx) => {
    const key = { unitId: input.unitId, year: input.year, scope: input.scope };
    const report = await requireReport(tx, context, key, 'rule.note');
    return keepNote(tx, context, { ownerType: 'report', ownerId: report.id }, input);
  });
}

async function keepNote(
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
