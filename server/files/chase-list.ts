import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { CommandContext } from '@/server/commands/command';
import type { ReportFile } from '@/server/commands/export/report-file';
import { timeAt } from '@/server/domain/periods';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import { loadChaseList, type ToChase } from '@/server/queries/chase';
import { findingsType } from './findings-list';

export const chaseLists = ['overdue', 'all'] as const;
export type ChaseListKind = (typeof chaseLists)[number];

const head = ['单位', '季度', '期限', '逾期天数', '状态', '填报员', '电话', '最近催报', '催报人'];
const widths = [30, 18, 12, 10, 10, 24, 30, 18, 12];

/** Who has not sent a quarter, a line each, with telephone numbers: for the office to call. @throws Refused not_found */
export async function exportChaseList(
  { store, actor, now }: CommandContext,
  of: { year: number; quarter: number; which: ChaseListKind },
): Promise<ReportFile> {
  const list = await loadChaseList(store.read, actor, of, now());
  const period = `${of.year}年第${'一二三四'[of.quarter - 1]}季度`;
  const units = of.which === 'all' ? list.units : list.units.filter((unit) => unit.daysOverdue > 0);
  const sheet: WriteSheet = {
    name: '催报名单',
    rows: [head, ...units.map((unit) => lineOf(unit, period))],
    columns: widths.map((width) => ({ width })),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:I${units.length + 1}` },
  };
  return {
    name: `${period}催报名单（${list.today}）.xlsx`,
    contentType: findingsType.xlsx,
    bytes: await writeXlsx({ sheets: [sheet], defaultFont: { name: '宋体', size: 10.5 } }),
  };
}

/** Everything that people wrote is text: nothing of it can run. */
function lineOf(unit: ToChase, period: string): (string | number)[] {
  const { clerks, last } = unit;
  const line = [
    ...[unit.unitName, period, unit.dueOn, unit.daysOverdue, stateOf(unit)],
    ...[clerks.map(({ name }) => name).join('、') || '没有填报员', clerks.flatMap(({ telephone }) => telephone ?? []).join('；')],
    ...[last ? timeAt(new Date(last.at)) : '', last?.by ?? ''],
  ];
  return line.map((value) => (typeof value === 'string' ? withoutIllegalCharacters(value) : value));
}

function stateOf({ filingId, isReturned }: ToChase): string {
  if (filingId === null) return '没有报送';
  return isReturned ? '已退回' : '未报送';
}
