import { deleteDeclaration, type Filing, findFigure, listDeclarations, upsertFigure } from '@/db/store';
import { readingOf } from '@/server/domain/audit';
import { type Figure, figureOfText, isDoubtful, sameFigure, textOfStored, withoutPasteMark } from '@/server/domain/figures';
import { type Cell, type CellId, cellName, getFormat, isIndicatorCell } from '@/server/domain/formats';
import { Refused } from '@/server/errors';
import { formatOfFiling } from '@/server/views/filing-format';
import type { CommandContext, CommandTx } from '../command';

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

/**
 * The one way a figure of a quarter is written by a person: against the version it was based on, with its event. The filing is locked and the
 * actor may do this to it.
 *
 * @param workbook the beginning of the hash of the file it came in
 * @throws Refused invalid (a cell that is unknown, computed or carried in; an indicator that is retired or not asked of the unit)
 */
export async function writeFigure(
  tx: CommandTx,
  context: CommandContext,
  filing: Filing,
  change: FigureChange,
  workbook: string | null = null,
): Promise<SavedFigure> {
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
  tx.record('figure.saved', {
    cell: cell.id,
    before: stored?.raw ?? null,
    after: raw,
    version: version + 1,
    reading: readingOf(figure),
    ...(isDoubtful(change.raw) ? { pasted: true } : {}),
    ...(workbook === null ? {} : { workbook }),
  });
  if (figure.state !== 'not_filled' && (cell.section === '3' || cell.section === '4'))
    await lapseDeclaration(tx, filing, cell.section, cell.id);
  return { changeId: change.changeId, cell: cell.id, outcome: 'saved', version: version + 1, figure };
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
