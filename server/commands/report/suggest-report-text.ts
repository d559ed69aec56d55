import { decideReportSuggestion, findSavedText, insertReportSuggestion, listReportSuggestions, type ReportSuggestion } from '@/db/store';
import type { ProseKey } from '@/server/domain/formats';
import type { ReportKey } from '@/server/domain/subject';
import { mostSaidCharacters } from '@/server/domain/workflow';
import { fitChange, proposedChanges, putInPlaceOf } from '@/server/domain/writing';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { requireText } from '../require-words';
import { findReportText, keepReportText, requireReportTextLength } from './keep-report-text';
import { requireReport } from './report-access';

/**
 * Proposes what an edited text changes, one suggestion a paragraph. The text itself stays as it is.
 *
 * @param input.text the whole text as the person would have it; `baseVersion` is the one it was made of
 * @param input.reason may be empty: a change often speaks for itself
 * @throws Refused not_found, forbidden, invalid (nothing changed, too long)
 */
export async function suggestReportText(
  context: CommandContext,
  input: ReportKey & { key: ProseKey; text: string; baseVersion: number; reason: string },
): Promise<{ ids: string[] }> {
  return runCommand(context, 'report.suggest', async (tx) => {
    const { unitId, year, scope, key } = input;
    const report = await requireReport(tx, context, { unitId, year, scope }, 'report.suggest');
    requireReportTextLength(key, input.text);
    const reason = input.reason.trim() === '' ? '' : requireText(input.reason, mostSaidCharacters);
    const stored = await findReportText(tx, report, key);
    const isNewest = (stored?.version ?? 0) === input.baseVersion;
    const base = isNewest ? (stored?.text ?? '') : await findSavedText(tx, { reportId: report.id, key, version: input.baseVersion });
    if (base === null) throw notFound();
    const changes = proposedChanges(base, input.text);
    if (changes.length === 0)
      throw new Refused('invalid', {
        zh: '还没有改动文字。请先在文字中直接修改，再提出建议。',
        en: 'Nothing is changed yet. Edit the text first, then suggest it.',
      });
    const ids: string[] = [];
    for (const change of changes) {
      const id = context.newId();
      const written = { writtenBy: context.actor.userId, writtenAt: context.now() };
      await insertReportSuggestion(tx, { id, reportId: report.id, key, ...change, reason, ...written });
      tx.record('report.suggested', { id, key, before: change.before, after: change.after, reason });
      ids.push(id);
    }
    return { ids };
  });
}

/**
 * Takes a suggestion into the text, live numbers and all.
 *
 * @param input.over the paragraph it takes the place of, where its own has changed since and the writer saw both; else null
 * @throws Refused not_found, forbidden, conflict (decided already; or its paragraph changed, with `over` null or changed again)
 */
export async function takeSuggestion(
  context: CommandContext,
  input: ReportKey & { suggestionId: string; over: string | null },
): Promise<{ version: number }> {
  return runCommand(context, 'report.edit', async (tx) => {
    const report = await requireReport(tx, context, keyOf(input), 'report.edit');
    const suggestion = await requireOpen(tx, report.id, input.suggestionId);
    const stored = await findReportText(tx, report, suggestion.key);
    const text = textWith(stored?.text ?? '', suggestion, input.over);
    if (text === null)
      throw new Refused('conflict', {
        zh: '这一段在提出建议之后又改过，没有采纳。请对照现在的文字和建议的文字再决定。',
        en: 'This paragraph changed after the suggestion was made, so it was not taken. Compare both and decide.',
      });
    await decide(tx, context, suggestion, { decision: 'taken', text: '' });
    if (text === stored?.text) return { version: stored.version };
    return keepReportText(tx, context, { report, key: suggestion.key, stored, text });
  });
}

/** Leaves a suggestion out, with a reason for its author. @throws Refused not_found, forbidden, invalid (no reason), conflict */
export async function declineSuggestion(context: CommandContext, input: ReportKey & { suggestionId: string; text: string }): Promise<void> {
  await runCommand(context, 'report.edit', async (tx) => {
    const report = await requireReport(tx, context, keyOf(input), 'report.edit');
    const suggestion = await requireOpen(tx, report.id, input.suggestionId);
    await decide(tx, context, suggestion, { decision: 'declined', text: requireText(input.text, mostSaidCharacters) });
  });
}

/** Takes one's own suggestion back. @throws Refused not_found (also another person's), forbidden, conflict */
export async function withdrawSuggestion(context: CommandContext, input: ReportKey & { suggestionId: string }): Promise<void> {
  await runCommand(context, 'report.suggest', async (tx) => {
    const report = await requireReport(tx, context, keyOf(input), 'report.suggest');
    const suggestion = await requireOpen(tx, report.id, input.suggestionId);
    if (suggestion.writtenBy !== context.actor.userId)
      throw new Refused('own_work', {
        zh: '只有提出建议的人可以撤回它。您可以采纳或不采纳。',
        en: 'Only its author withdraws a suggestion. You may take or decline it.',
      });
    await decide(tx, context, suggestion, { decision: 'withdrawn', text: '' });
  });
}

function keyOf({ unitId, year, scope }: ReportKey): ReportKey {
  return { unitId, year, scope };
}

async function requireOpen(tx: CommandTx, reportId: string, id: string): Promise<ReportSuggestion> {
  const suggestion = (await listReportSuggestions(tx, reportId)).find((one) => one.id === id);
  if (!suggestion) throw notFound();
  if (suggestion.decision !== null)
    throw new Refused('conflict', {
      zh: '这条建议已经有了结果，请刷新页面查看。',
      en: 'This suggestion has been decided already. Reload to see how.',
    });
  return suggestion;
}

function textWith(text: string, suggestion: ReportSuggestion, over: string | null): string | null {
  if (over !== null) return putInPlaceOf(text, over, suggestion.after);
  const fit = fitChange(text, suggestion);
  return fit.kind === 'fits' ? fit.text : null;
}

async function decide(
  tx: CommandTx,
  context: CommandContext,
  { reportId, id, key }: ReportSuggestion,
  { decision, text }: { decision: NonNullable<ReportSuggestion['decision']>; text: string },
): Promise<void> {
  const decided = { decision, decidedBy: context.actor.userId, decidedAt: context.now(), decisionText: text };
  await decideReportSuggestion(tx, { reportId, id }, decided);
  tx.record('report.suggestion_decided', { id, key, decision, text });
}
