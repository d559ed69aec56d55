import { figureAt, parseFigure, printFigure } from '../figures';
import type { Cell, TableId } from '../formats';
import { cellName } from '../formats';
import { counted, plural } from '../plural';
import type { CheckSubject } from '../subject';
import type { Check, CheckResult, FindingDraft } from './check';
import { cellsOfTable, tableNames } from './table-cells';

/**
 * A check that every figure of a table is one the cell can hold: an integer ≥ 0, or money ≥ 0; only the 2019 本年增/减 may be
 * negative. It holds for a table as a whole. Text in a filing's cell is b-blank's: nothing was filled in that counts.
 */
export function wholeNumberCheck({ id, table, ...rest }: Pick<Check, 'id' | 'source' | 'examples'> & { table: TableId }): Check {
  const name = tableNames[table] ?? { zh: table, en: table };
  return {
    id,
    sentence: {
      zh: `${name.zh}的件数为不小于零的整数，金额不小于零。`,
      en: `Counts in ${name.en} are integers of at least zero, amounts are at least zero.`,
    },
    severity: 'must_fix',
    ...rest,
    appliesTo: () => true,
    run: (subject) => {
      const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
      const unknown: string[] = [];
      for (const cell of cellsOfTable(subject.format, table)) {
        const finding = findingOn(subject, cell);
        if (finding) result.findings.push(finding);
        else if (!isKnown(subject, cell)) unknown.push(cell.id);
      }
      if (unknown.length > 0)
        result.notCheckable.push({
          cells: unknown,
          why: {
            zh: `${name.zh}有 ${unknown.length} 个数未知。`,
            en: `${counted(unknown.length, 'figure')} of ${name.en} ${plural(unknown.length, 'is', 'are')} not known.`,
          },
        });
      else if (result.findings.length === 0) result.passed = 1;
      return result;
    },
  };
}

function isKnown({ figures }: CheckSubject, cell: Cell): boolean {
  const { state } = figureAt(figures, cell.id);
  return state === 'number' || state === 'not_applicable';
}

function findingOn({ figures, kind }: CheckSubject, cell: Cell): FindingDraft | null {
  const figure = figureAt(figures, cell.id);
  if (figure.state === 'unreadable') {
    if (kind !== 'report' || isBlankMark(figure.raw, cell)) return null;
    return draft(cell, figure.raw, '读不成数', 'cannot be read as a number');
  }
  if (figure.state !== 'number') return null;
  const shown = printFigure(figure, cell);
  if (!Number.isSafeInteger(figure.value)) return draft(cell, shown, '不是整数', 'is not an integer');
  if (figure.value < 0 && !cell.mayBeNegative) return draft(cell, shown, '小于零', 'is below zero');
  return null;
}

export function isBlankMark(raw: string, cell: Cell): boolean {
  const parsed = parseFigure(raw, cell);
  return parsed.kind === 'empty' || (parsed.kind === 'unreadable' && parsed.reason === 'blank_mark');
}

function draft(cell: Cell, shown: string, zh: string, en: string): FindingDraft {
  const wanted =
    cell.quantity === 'count'
      ? { zh: '不小于 0 的整数', en: 'an integer of at least 0' }
      : { zh: '不小于 0 的金额', en: 'an amount of at least 0' };
  return {
    cells: [cell.id],
    left: shown,
    right: null,
    difference: null,
    message: {
      zh: `“${cellName(cell)}”填“${shown}”，${zh}。请填${wanted.zh}。`,
      en: `"${cellName(cell)}" says "${shown}", which ${en}. Enter ${wanted.en}.`,
    },
  };
}
