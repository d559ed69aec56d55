import { figureAt } from '../../figures';
import type { Cell, CellId, TableId } from '../../formats';
import { cellName } from '../../formats';
import { counted, plural } from '../../plural';
import type { CheckSubject } from '../../subject';
import type { Check, CheckResult } from '../check';
import { cellsOfTable, tableNames } from '../table-cells';
import { isBlankMark } from '../whole-numbers';

const tables = ['t2', 't3', 't4'] as const satisfies readonly TableId[];

/**
 * No blank, `/` or `—` in the statutory tables.
 *
 * In our own filing or edition every leaf must be filled, and no exception exists. In a report read from outside a table with
 * figures and gaps in one row is asked about once; rows that are missing altogether are damage of what was read, not blanks
 * in print, and are only not checkable.
 */
export const bBlank: Check = {
  id: 'b-blank',
  sentence: {
    zh: '法定表格各栏不得为空，也不得填“/”或“—”；没有的填 0。',
    en: 'No cell of the statutory tables is blank, "/" or "—"; 0 is printed where there is none.',
  },
  severity: 'must_fix',
  weighsOtherwise: [
    {
      severity: 'confirm',
      when: {
        zh: '读入的已发布年报：印出的空白只能由发布机关补正，这里只能说明；整行没有读到的列为缺损，不算空白。',
        en: 'in a published report that was read: what is printed blank can be explained here, not filled in; rows that were not read at all are named as damage.',
      },
      example: {
        title: 'two of five cells of a block are printed blank',
        figures: { 's4.review.upheld': 0, 's4.review.corrected': 0, 's4.review.other': 0 },
      },
    },
  ],
  source: '国办公开办函〔2021〕30号附件各表；空白不等于零',
  appliesTo: () => true,
  run: (subject) => {
    const result: CheckResult = { findings: [], passed: 0, notCheckable: [] };
    for (const table of tables) {
      if (subject.kind === 'report') lookAtImported(subject, table, result);
      else lookAtOurs(subject, table, result);
    }
    return result;
  },
  examples: {
    passing: { title: 'a row with 0 where there is none', figures: disputes(['upheld', 'corrected', 'other', 'pending', 'total']) },
    failing: { title: '结果纠正 and 其他结果 are blank in print', figures: disputes(['upheld', 'pending', 'total']) },
    blank: { title: 'a filing nobody has begun', subject: { kind: 'filing', quarter: 1 }, verdict: 'found' },
  },
};

function lookAtOurs(subject: CheckSubject, table: TableId, result: CheckResult): void {
  const open = cellsOfTable(subject.format, table).filter((cell) => cell.addsUp !== 'computed' && isOpen(subject, cell.id));
  const first = open[0];
  if (!first) {
    result.passed += 1;
    return;
  }
  const unreadable = open.filter((cell) => figureAt(subject.figures, cell.id).state === 'unreadable').length;
  const name = tableNames[table] ?? { zh: table, en: table };
  result.findings.push({
    cells: open.map((cell) => cell.id),
    left: open.length,
    right: 0,
    difference: open.length,
    message: {
      zh: `${name.zh}还有 ${open.length} 格未填${unreadable ? `（其中 ${unreadable} 格无法识别）` : ''}，从“${cellName(first)}”起。请逐格填写，没有的填 0。`,
      en: `${counted(open.length, 'cell')} of ${name.en} ${plural(open.length, 'is', 'are')} not filled${unreadable ? ` (${unreadable} of them cannot be read)` : ''}, from "${cellName(first)}" on. Fill each, with 0 where there is none.`,
    },
  });
}

function lookAtImported(subject: CheckSubject, table: TableId, result: CheckResult): void {
  const rows = new Map<string, Cell[]>();
  for (const cell of cellsOfTable(subject.format, table)) rows.set(cell.rowLabel, [...(rows.get(cell.rowLabel) ?? []), cell]);
  const gaps: CellId[] = [];
  const lost: CellId[] = [];
  for (const cells of rows.values()) {
    const open = cells.filter((cell) => isOpen(subject, cell.id)).map((cell) => cell.id);
    const isMarked = cells.some((cell) => figureAt(subject.figures, cell.id).state === 'unreadable');
    if (open.length === cells.length && !isMarked) lost.push(...open);
    else gaps.push(...open);
  }
  const name = tableNames[table] ?? { zh: table, en: table };
  if (gaps.length > 0)
    result.findings.push({
      cells: gaps,
      left: gaps.length,
      right: 0,
      difference: gaps.length,
      weighsAs: 'confirm', // what is printed cannot be filled in by us, only explained
      message: {
        zh: `${name.zh}有 ${gaps.length} 格空白或为“/”“—”。空白不按 0 计，请确认并补为数字（没有的填 0）。`,
        en: `${counted(gaps.length, 'cell')} of ${name.en} ${plural(gaps.length, 'is', 'are')} blank, "/" or "—". A blank is not taken as 0; confirm ${plural(gaps.length, 'it', 'them')} and print a number (0 where there is none).`,
      },
    });
  if (lost.length > 0)
    result.notCheckable.push({
      cells: lost,
      why: {
        zh: `${name.zh}有 ${lost.length} 格所在的整行没有读到。`,
        en: `Whole rows of ${name.en} were not read: ${counted(lost.length, 'cell')}.`,
      },
    });
  if (gaps.length === 0 && lost.length === 0) result.passed += 1;
}

function isOpen({ format, figures, kind }: CheckSubject, id: CellId): boolean {
  const figure = figureAt(figures, id);
  if (figure.state === 'not_filled') return true;
  const cell = format.cells.get(id);
  return figure.state === 'unreadable' && cell !== undefined && (kind !== 'report' || isBlankMark(figure.raw, cell));
}

function disputes(results: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    ['review', 'litigation_direct', 'litigation_after_review'].flatMap((block) => results.map((key) => [`s4.${block}.${key}`, 0])),
  );
}
