import { listTexts, upsertText } from '@/db/store';
import { type CommandContext, runCommand } from '../command';
import { findAnswer, keepAnswer } from '../done-change';
import { requireTextLength } from '../require-words';
import type { SavedText } from '../saved-text';
import { filingLock, requireFiling } from './filing-access';

const maxCharacters = 20_000;

/**
 * Saves the unit's plain text contribution against the version it was based on.
 *
 * @throws Refused not_found, forbidden, wrong_status, invalid (longer than 20 000 characters; a change
 *   number that was used for something else)
 */
export async function saveFilingText(
  context: CommandContext,
  input: { filingId: string; changeId: string; text: string; baseVersion: number },
): Promise<SavedText> {
  return runCommand(context, { act: 'filing.edit', only: filingLock(input.filingId) }, async (tx) => {
    await tx.lock(filingLock(input.filingId));
    const asked = { changeId: input.changeId, about: `text ${input.filingId} contribution` };
    const done = await findAnswer<{ version: number }>(tx, context, asked);
    if (done) return { outcome: 'same', version: done.version };
    const filing = await requireFiling(tx, context, input.filingId, 'filing.edit');
    requireTextLength(input.text, maxCharacters);
    const stored = (await listTexts(tx, filing.id)).find((text) => text.key === 'contribution');
    const version = stored?.version ?? 0;
    if ((stored?.text ?? '') === input.text) return { outcome: 'same', version };
    if (stored && version !== input.baseVersion)
      return { outcome: 'conflict', version, text: stored.text, savedBy: stored.savedBy, savedAt: stored.savedAt.toISOString() };
    const at = context.now();
    await upsertText(tx, filing.id, {
      key: 'contribution',
      text: input.text,
      version: version + 1,
      savedBy: context.actor.userId,
      savedAt: at,
    });
    const result: SavedText = { outcome: 'saved', version: version + 1 };
    await keepAnswer(tx, context, asked, result);
    tx.record('text.saved', { key: 'contribution', before: stored?.text ?? '', after: input.text, version: version + 1 });
    return result;
  });
}
