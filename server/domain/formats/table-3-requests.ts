import { applicantColumns, applicantKinds } from './applicant-columns';
import { chapterTitles } from './chapters';
import type { Cell, GridCell, GridRow, RowVariant, TableLayout } from './format';
import { outcomeGroups, outcomeRows } from './request-rows';

/** The line that the official table prints in its top left corner. */
export const balanceNote = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

const columnLabels: Record<string, string> = {
  ...Object.fromEntries(applicantKinds.map((kind) => [kind.key, kind.group ? `${kind.group} ${kind.label}` : kind.label])),
  total: '总计',
};

type RowOptions = Pick<Cell, 'addsUp' | 'definition' | 'source'> & Pick<Partial<Cell>, 'opensFrom'>;

/**
 * Table 三 收到和处理政府信息公开申请情况: applicant columns × outcome rows.
 * Row totals, the row （七）总计 and therefore the corner are computed and never typed.
 *
 * @source 国办公开办函〔2021〕30号, section 三; 国办公开办函〔2019〕60号 for the single 其他处理 row
 */
export function requestsTable(variant: RowVariant): { layout: TableLayout; cells: Cell[] } {
  const outcomes = outcomeRows(variant);
  const cells: Cell[] = [];

  const row = (key: string, rowLabel: string, options: RowOptions): GridCell[] => {
    for (const column of applicantColumns)
      cells.push(requestCell({ key, rowLabel, column, options, outcomeKeys: outcomes.map((outcome) => outcome.key) }));
    return applicantColumns.map((column) => ({ role: 'figure', cell: `s3.${key}.${column}` }));
  };

  const body: GridRow[] = [
    bodyRow(
      [{ role: 'label', text: '一、本年新收政府信息公开申请数量', colSpan: 3 }],
      row('new_received', '一、本年新收政府信息公开申请数量', {
        addsUp: 'flow',
        definition: '本期收到的申请，收到之日按条例确定。',
        source: '《政府信息公开条例》第三十一条',
      }),
    ),
    bodyRow(
      [{ role: 'label', text: '二、上年结转政府信息公开申请数量', colSpan: 3 }],
      row('carried_in', '二、上年结转政府信息公开申请数量', {
        addsUp: 'opening',
        definition: '期初尚未办结的申请，由上期“结转”自动带入。',
        source: '国办公开办函〔2021〕30号',
      }),
    ),
  ];
  outcomes.forEach((outcome, index) => {
    const labels: GridCell[] = [];
    if (index === 0) labels.push({ role: 'label', text: '三、本年度办理结果', rowSpan: outcomes.length + 1 });
    if (outcome.group) {
      const members = outcomes.filter((other) => other.group === outcome.group);
      if (members[0] === outcome) labels.push({ role: 'label', text: outcomeGroups[outcome.group], rowSpan: members.length });
      labels.push({ role: 'label', text: outcome.label });
    } else labels.push({ role: 'label', text: outcome.label, colSpan: 2 });
    const rowLabel = outcome.group ? `${outcomeGroups[outcome.group]} ${outcome.label}` : outcome.label;
    body.push(bodyRow(labels, row(outcome.key, rowLabel, { addsUp: 'flow', definition: outcome.definition, source: outcome.source })));
  });
  body.push(
    bodyRow(
      [{ role: 'label', text: '（七）总计', colSpan: 2 }],
      row('result_total', '（七）总计', {
        addsUp: 'computed',
        definition: '以上各行之和，自动计算。',
        source: '国办公开办函〔2021〕30号',
      }),
    ),
    bodyRow(
      [{ role: 'label', text: '四、结转下年度继续办理', colSpan: 3 }],
      row('carried_out', '四、结转下年度继续办理', {
        addsUp: 'closing',
        definition: '期末尚未办结、转入下期继续办理的申请。',
        source: '国办公开办函〔2021〕30号',
      }),
    ),
  );

  return {
    layout: {
      id: 't3',
      section: '3',
      title: chapterTitles['3'],
      columnTwips: [754, 921, 3271, 685, 685, 685, 685, 685, 685, 685],
      rows: [...headRows(), ...body],
    },
    cells,
  };
}

function headRows(): GridRow[] {
  const organisations = applicantKinds.filter((kind) => kind.group);
  return [
    {
      isHead: true,
      cells: [
        { role: 'note', text: balanceNote, colSpan: 3, rowSpan: 3 },
        { role: 'head', text: '申请人情况', colSpan: 7 },
      ],
    },
    {
      isHead: true,
      cells: [
        { role: 'head', text: '自然人', rowSpan: 2 },
        { role: 'head', text: '法人或其他组织', colSpan: organisations.length },
        { role: 'head', text: '总计', rowSpan: 2 },
      ],
    },
    { isHead: true, cells: organisations.map((kind) => ({ role: 'head', text: kind.label })) },
  ];
}

function bodyRow(labels: GridCell[], figures: GridCell[]): GridRow {
  return { isHead: false, cells: [...labels, ...figures] };
}

function requestCell({
  key,
  rowLabel,
  column,
  options,
  outcomeKeys,
}: {
  key: string;
  rowLabel: string;
  column: string;
  options: RowOptions;
  outcomeKeys: readonly string[];
}): Cell {
  const base = {
    id: `s3.${key}.${column}`,
    section: '3',
    table: 't3',
    rowLabel,
    columnLabel: columnLabels[column] as string,
    quantity: 'count',
    measuredIn: '件',
    isPrinted: true,
    definition: options.definition,
    source: options.source,
  } as const;
  if (column === 'total') return { ...base, addsUp: 'computed', terms: applicantKinds.map((kind) => `s3.${key}.${kind.key}`) };
  if (key === 'result_total') return { ...base, addsUp: 'computed', terms: outcomeKeys.map((outcome) => `s3.${outcome}.${column}`) };
  if (options.addsUp === 'opening') return { ...base, addsUp: 'opening', opensFrom: `s3.carried_out.${column}` };
  return { ...base, addsUp: options.addsUp };
}
