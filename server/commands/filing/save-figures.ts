import { deleteDeclaration, type Filing, findFigure, listDeclarations, upsertFigure } from '@/db/store';
import { readingOf } from '@/server/domain/audit';
import { type Figure, figureOfText, isDoubtful, sameFigure, textOfStored, withoutPasteMark } from '@/server/domain/figures';
import { type Cell, type CellId, cellName, getFormat, isIndicatorCell } from '@/server/domain/formats';
import { Refused } from '@/server/errors';
import { formatOfFiling } from '@/server/views/filing-format';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { findAnswer, keepAnswer } from '../done-change';
import { filingLock, requireFiling } from './filing-access';

/** One cell as a person left it. `baseVersion` is the version that was on the screen when it was typed (0: never filled). */
export interface FigureChange {
  /** Made by the client once per edit; a repeated request with it is answered, not done again. */
  changeId: string;
  cell: CellId;
  /** With the mark of a paste (`asPasted`), where it has one; it is stored without, and the state says what the mark said. */
  raw: string;
  baseVersion: number;
}

/**
 * saved: stored under a new version. same: this text stood there already, or this change was done before.
 * conflict: somebody else saved the cell since; both values are the person's to choose from, nothing was written.
 */
export type SavedFigure =
  | { changeId: string; cell: CellId; outcome: 'saved' | 'same'; version: number; figure: Figure }
  | { changeId: string; cell: CellId; outcome: 'conflict'; version: number; raw: string; figure: Figure; savedBy: string; savedAt: string };

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
    const filing = await requireFiling(tx, context.actor, input.filingId, 'filing.edit').catch(async (error: unknown) => {
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

async function saveOne(tx: CommandTx, context: CommandContext, filing: Filing, change: FigureChange): Promise<SavedFigure> {
  const cell = isIndicatorCell(change.cell) ? await requireAskedCell(tx, filing, change.cell) : requireTypedCell(filing, change.cell);
  const stored = await findFigure(tx, filing.id, cell.id);
  const version = stored?.version ?? 0;
  const raw = withoutPasteMark(change.raw);
  const { figure } = figureOfText(change.raw, cell);
  if (stored && stored.raw === raw && sameFigure(stored.figure, figure))
    return { changeId: change.changeId, cell: cell.id, outcome: 'same', version, figure: stored.figure };
  if (version !== change.baseVersion) {
    return {
      changeId: change.changeId,
      cell: cell.id,
      outcome: 'conflict',
      version,
      raw: stored ? textOfStored(stored, cell) : '',
      figure: stored?.figure ?? { state: 'not_filled' },
      savedBy: stored?.savedBy ?? '',
      savedAt: stored?.savedAt.toISOString() ?? '',
    };
  }
  const at = context.now();
  await upsertFigure(tx, filing.id, {
    cell: cell.id,
    raw,
    figure,
    version: version + 1,
    savedBy: context.actor.userId,
    savedAt: at,
  });
  const result: SavedFigure = { changeId: change.changeId, cell: cell.id, outcome: 'saved', version: version + 1, figure };
  const kept: KeptAnswer = { version: version + 1, figure };
  await keepAnswer(tx, context, askedOf(filing.id, change), kept, filing.isPractice ? {} : { days: answerKeptDays });
  tx.record('figure.saved', {
    cell: cell.id,
    before: stored?.raw ?? null,
    after: raw,
    version: version + 1,
    reading: readingOf(figure),
    ...(isDoubtful(change.raw) ? { pasted: true } : {}),
  });
  if (figure.state !== 'not_filled' && (cell.section === '3' || cell.section === '4'))
    await lapseDeclaration(tx, filing, cell.section, cell.id);
  return result;
}

function requireTypedCell(filing: Filing, id: CellId): Cell {
  const cell = getFormat(filing.format, filing.rowVariant).cells.get(id);
  if (!cell)
    throw new Refused(
      'invalid',
      {
        zh: `${filing.format} 格式中没有单元格“${id}”，未保存任何内容。请刷新页面后重试。`,
        en: `Format ${filing.format} has no cell "${id}". Nothing was saved; reload the page and try again.`,
      },
      { cell: id },
    );
  if (cell.addsUp === 'computed')
    throw new Refused(
      'invalid',
      {
        zh: `“${cellName(cell)}”由系统计算，不能填写。请改它的加数。`,
        en: `"${cellName(cell)}" is computed and cannot be typed. Change one of its terms.`,
      },
      { cell: id },
    );
  if (cell.addsUp === 'opening')
    throw new Refused(
      'invalid',
      {
        zh: `“${cellName(cell)}”由上期期末数带入，不能直接填写。如上期有误，请联系管理员更正。`,
        en: `"${cellName(cell)}" is carried from the previous closing and cannot be typed. Ask the administrator if that closing is wrong.`,
      },
      { cell: id },
    );
  return cell;
}

/** The office's indicators are looked up for their own cells only: the statutory ones are known without a query. */
async function requireAskedCell(tx: CommandTx, filing: Filing, id: CellId): Promise<Cell> {
  const cell = (await formatOfFiling(tx, filing)).cells.get(id);
  if (cell) return cell;
  throw new Refused(
    'invalid',
    {
      zh: `自设指标“${id}”已停用，或者不要求${filing.unitName}填报，未保存任何内容。请刷新页面；如认为应当填报，请联系管理员。`,
      en: `The local indicator "${id}" is retired or not asked of ${filing.unitName}. Nothing was saved; reload the page, or ask the administrator if it should be.`,
    },
    { cell: id },
  );
}

async function lapseDeclaration(tx: CommandTx, filing: Filing, section: '3' | '4', cell: CellId): Promise<void> {
  const declared = (await listDeclarations(tx, filing.id)).some((declaration) => declaration.section === section);
  if (!declared) return;
  await deleteDeclaration(tx, filing.id, section);
  tx.record('declaration.lapsed', { section, cell });
}
