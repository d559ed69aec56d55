import { describe, expect, it } from 'vitest';
import { applicantColumns } from './applicant-columns';
import {
  type Format,
  formatIds,
  formatOfYear,
  getCell,
  getFormat,
  leafCells,
  noteKeys,
  powers,
  proseKeys,
  type TableLayout,
} from './index';
import { balanceNote } from './table-3-requests';

const everyFormat: [string, Format][] = formatIds.flatMap((id) =>
  (['other_three', 'other_single'] as const).map((variant): [string, Format] => [`${id} ${variant}`, getFormat(id, variant)]),
);

function tableOf(format: Format, id: string): TableLayout {
  const table = format.tables.find((one) => one.id === id);
  if (!table) throw new Error(`no table ${id}`);
  return table;
}

/** How often each place of the grid is covered once the spans are laid out; undefined where nothing lies. */
function covered({ rows, columnTwips }: TableLayout): (number | undefined)[][] {
  const grid: (number | undefined)[][] = rows.map(() => Array(columnTwips.length).fill(undefined));
  rows.forEach((row, top) => {
    let left = 0;
    for (const cell of row.cells) {
      while (grid[top]?.[left] !== undefined) left += 1;
      for (let down = 0; down < (cell.rowSpan ?? 1); down += 1)
        for (let right = 0; right < (cell.colSpan ?? 1); right += 1) {
          const line = grid[top + down];
          if (line) line[left + right] = (line[left + right] ?? 0) + 1;
          else throw new Error(`${cell.text ?? cell.cell} reaches below its table`);
        }
      left += cell.colSpan ?? 1;
    }
  });
  return grid;
}

describe.each(everyFormat)('format %s', (_, format) => {
  it('files every cell under its own id', () => {
    for (const [id, cell] of format.cells) expect(cell.id).toBe(id);
  });

  it('gives every cell a label, a unit, a definition and a legal source', () => {
    for (const cell of format.cells.values())
      for (const text of [cell.rowLabel, cell.columnLabel, cell.measuredIn, cell.definition, cell.source])
        expect(text, cell.id).not.toBe('');
  });

  it('sums and opens only from cells that exist, of the same quantity', () => {
    for (const cell of format.cells.values()) {
      expect(cell.addsUp === 'computed', cell.id).toBe(cell.terms !== undefined);
      for (const term of cell.terms ?? []) expect(getCell(format, term).quantity).toBe(cell.quantity);
      if (cell.opensFrom) expect([cell.addsUp, getCell(format, cell.opensFrom).addsUp]).toEqual(['opening', 'closing']);
    }
  });

  it('never lets a total lead back to itself', () => {
    const leavesUnder = (id: string, path: readonly string[]): void => {
      expect(path, id).not.toContain(id);
      for (const term of getCell(format, id).terms ?? []) leavesUnder(term, [...path, id]);
    };
    for (const id of format.cells.keys()) leavesUnder(id, []);
  });

  it('has every printed cell in exactly one place of a statutory table, every other one in the entry form', () => {
    const placed = (tables: readonly TableLayout[]) =>
      tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ cell }) => (cell ? [cell] : [])))).sort();
    const ids = (isPrinted: boolean) =>
      [...format.cells.values()].flatMap((cell) => (cell.isPrinted === isPrinted ? [cell.id] : [])).sort();
    expect(placed(format.tables)).toEqual(ids(true));
    expect(placed(format.entryTables)).toEqual(ids(false));
  });

  it.each(format.tables.map((table): [string, TableLayout] => [table.title, table]))('lays %s out as a full rectangle', (_title, table) => {
    for (const line of covered(table)) expect(line).toEqual(Array(table.columnTwips.length).fill(1));
  });

  it('has a place for a note below each table, and for all that is written in the order it is printed', () => {
    expect(format.tables.map(({ id }) => id)).toEqual(noteKeys);
    const printed = format.chapters.flatMap(({ key, body }) =>
      body === 'text' ? [key] : format.tables.filter(({ section }) => section === key).map(({ id }) => id),
    );
    expect(['preamble', ...printed]).toEqual(proseKeys);
  });

  it('has six chapters, numbered as the notice numbers them', () => {
    expect(format.chapters.map(({ title }) => title)).toEqual([
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ]);
  });

  it('never puts a year into a cell id', () => {
    for (const id of format.cells.keys()) expect(id).not.toMatch(/20\d\d/);
  });

  it('asks for no computed cell', () => {
    expect(leafCells(format).some((cell) => cell.terms)).toBe(false);
  });
});

describe('table 三', () => {
  it.each([
    ['2021', 'other_three', 25, 22],
    ['2019', 'other_single', 23, 20],
    ['2021', 'other_single', 23, 20],
    ['2019', 'other_three', 25, 22],
  ] as const)('of %s with %s has %i data rows of 7 figures, %i of them under 三、本年度办理结果', (id, variant, rows, span) => {
    const { rows: all } = tableOf(getFormat(id, variant), 't3');
    const data = all.filter((row) => !row.isHead);
    expect(data).toHaveLength(rows);
    for (const row of data) expect(row.cells.filter((cell) => cell.role === 'figure')).toHaveLength(7);
    const results = data.flatMap(({ cells }) => cells).find(({ text }) => text === '三、本年度办理结果');
    expect(results?.rowSpan).toBe(span);
    expect(all.filter((row) => row.isHead)).toHaveLength(3);
  });

  it('prints its labels exactly as the notice does', () => {
    const { rows } = tableOf(getFormat('2021'), 't3');
    const labels = rows.flatMap(({ cells }) => cells.flatMap(({ text, role }) => (role === 'label' && text ? [text] : [])));
    expect(labels).toEqual([
      '一、本年新收政府信息公开申请数量',
      '二、上年结转政府信息公开申请数量',
      '三、本年度办理结果',
      '（一）予以公开',
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
      '（三）不予公开',
      '1.属于国家秘密',
      '2.其他法律行政法规禁止公开',
      '3.危及“三安全一稳定”',
      '4.保护第三方合法权益',
      '5.属于三类内部事务信息',
      '6.属于四类过程性信息',
      '7.属于行政执法案卷',
      '8.属于行政查询事项',
      '（四）无法提供',
      '1.本机关不掌握相关政府信息',
      '2.没有现成信息需要另行制作',
      '3.补正后申请内容仍不明确',
      '（五）不予处理',
      '1.信访举报投诉类申请',
      '2.重复申请',
      '3.要求提供公开出版物',
      '4.无正当理由大量反复申请',
      '5.要求行政机关确认或重新出具已获取信息',
      '（六）其他处理',
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      '3.其他',
      '（七）总计',
      '四、结转下年度继续办理',
    ]);
    expect(balanceNote).toBe('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）');
  });

  it('has its seven columns in print order', () => {
    const heads = tableOf(getFormat('2021'), 't3').rows.flatMap(({ cells }) =>
      cells.flatMap(({ text, role }) => (role === 'head' && text ? [text] : [])),
    );
    expect(heads).toEqual([
      '申请人情况',
      '自然人',
      '法人或其他组织',
      '总计',
      '商业企业',
      '科研机构',
      '社会公益组织',
      '法律服务机构',
      '其他',
    ]);
    expect(applicantColumns).toHaveLength(7);
  });
});

describe('tables 二 and 四', () => {
  it('print the captions and heads of 2021', () => {
    const texts = tableOf(getFormat('2021'), 't2').rows.flatMap(({ cells }) => cells.flatMap(({ text }) => (text ? [text] : [])));
    expect(texts).toEqual([
      '第二十条第（一）项',
      '信息内容',
      '本年制发件数',
      '本年废止件数',
      '现行有效件数',
      '规章',
      '行政规范性文件',
      '第二十条第（五）项',
      '信息内容',
      '本年处理决定数量',
      '行政许可',
      '第二十条第（六）项',
      '信息内容',
      '本年处理决定数量',
      '行政处罚',
      '行政强制',
      '第二十条第（八）项',
      '信息内容',
      '本年收费金额（单位：万元）',
      '行政事业性收费',
    ]);
  });

  it('have the five sub-tables of 2019, （九） among them', () => {
    const captions = tableOf(getFormat('2019'), 't2').rows.flatMap(({ cells }) =>
      cells.flatMap(({ text, role }) => (role === 'caption' && text ? [text] : [])),
    );
    expect(captions).toEqual([
      '第二十条第（一）项',
      '第二十条第（五）项',
      '第二十条第（六）项',
      '第二十条第（八）项',
      '第二十条第（九）项',
    ]);
  });

  it('hold 15 figures in one row: 复议, 未经复议直接起诉, 复议后起诉', () => {
    const row = tableOf(getFormat('2021'), 't4').rows.at(-1);
    expect(row?.cells.map(({ cell }) => cell?.split('.').slice(1).join('.'))).toEqual(
      ['review', 'litigation_direct', 'litigation_after_review'].flatMap((block) =>
        ['upheld', 'corrected', 'other', 'pending', 'total'].map((result) => `${block}.${result}`),
      ),
    );
  });
});

describe('the format of a year', () => {
  it('is the one of 2019 for 2019 and 2020, the one of 2021 from then on', () => {
    expect([2019, 2020, 2021, 2025].map(formatOfYear)).toEqual(['2019', '2019', '2021', '2021']);
  });

  it('uses every power that a unit can have', () => {
    const used = new Set([...getFormat('2021').cells.values()].flatMap((cell) => cell.power ?? []));
    expect([...used].sort()).toEqual([...powers].sort());
  });
});
