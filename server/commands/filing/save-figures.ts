import { type Filing, findFigure } from '@/db/store';
import { type Figure, withoutPasteMark } from '@/server/domain/figures';
import { Refused } from '@/server/errors';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { findAnswer, keepAnswer } from '../done-change';
import { filingLock, requireFiling } from './filing-access';
import { type FigureChange, type SavedFigure, writeFigure } from './written-figure';

export const maxChangesPerSave = 500;

/**
 * For how long a repeat of a saved figure gets the answer of then. Of 1,117 bytes that a figure cost, 391 were that answer. A later repeat is
 * judged by what stands there: its text is `same`, another is a `conflict` for the person to decide, and nothing is written twice, because a
 * version never comes again. It does in practice quarters, which are emptied; their answers are kept.
 */
export const answerKeptDays = 30;

/**
 * Saves cells of a filing, each against the version it was based on. Unreadable text is stored as typed; only submitting
 * is strict. What was done before is answered with that, also when the filing can no longer be edited: its change stands. A number typed into a section that was declared 本期无 ends the declaration, with an event.
 *
 * @throws Refused not_found, forbidden, wrong_status, invalid (a cell that is unknown, computed or carried in; an indicator
 *   that is retired or not asked of the unit; a change number that was used for something else)
 */
export async function saveFigures(
  context: CommandContext,
  input: { filingId: string; changes: readonly FigureChange[] },
): Promise<SavedFigure[]> {
  return runCommand(context, { act: 'filing.edit', only: filingLock(input.filingId) }, async (tx) => {
    await tx.lock(filingLock(input.filingId));
    const done = new Map<string, SavedFigure>();
    for (const change of input.changes) {
      const answer = await findAnswer<KeptAnswer>(tx, context, askedOf(input.filingId, change));
      if (answer) done.set(change.changeId, { ...answer, changeId: change.changeId, cell: change.cell, outcome: 'same' });
    }
    const answers = input.changes.flatMap((change) => done.get(change.changeId) ?? []);
    if (answers.length === input.changes.length) return answers;
    const asked = input.changes.filter(({ changeId }) => !done.has(changeId));
    const filing = await requireFiling(tx, context, input.filingId, 'filing.edit').catch(async (error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      for (const change of asked) done.set(change.changeId, (await standing(tx, context, input.filingId, change)) ?? raise(error));
      return null;
    });
    const results: SavedFigure[] = [];
    for (const change of input.changes) {
      const answer = done.get(change.changeId) ?? (filing && (await saveOne(tx, context, filing, change)));
      if (answer) results.push(answer);
    }
    return results;
  });
}

/** What is kept of a `saved`; what the request says again is not. */
interface KeptAnswer {
  version: number;
  figure: Figure;
}

/** A change that this person saved, the last of its cell, in a filing that they can no longer edit; its answer is forgotten. */
async function standing(tx: CommandTx, { actor }: CommandContext, filingId: string, change: FigureChange): Promise<SavedFigure | null> {
  const stored = await findFigure(tx, filingId, change.cell);
  if (stored?.savedBy !== actor.userId || stored.version !== change.baseVersion + 1 || stored.raw !== withoutPasteMark(change.raw))
    return null;
  return { changeId: change.changeId, cell: change.cell, outcome: 'same', version: stored.version, figure: stored.figure };
}

function raise(error: Refused): never {
  throw error;
}

function askedOf(filingId: string, change: FigureChange) {
  return { changeId: change.changeId, about: `figure ${filingId} ${change.cell}` };
}

/** A figure that is saved, with the answer kept for whoever asks again. */
async function saveOne(tx: CommandTx, context: CommandContext, filing: Filing, change: FigureChange): Promise<SavedFigure> {
  const saved = await writeFigure(tx, context, filing, change);
  if (saved.outcome !== 'saved') return saved;
  const kept: KeptAnswer = { version: saved.version, figure: saved.figure };
  await keepAnswer(tx, context, askedOf(filing.id, change), kept, filing.isPractice ? {} : { days: answerKeptDays });
  return saved;
}
