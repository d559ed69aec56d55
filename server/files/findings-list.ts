import { writeCsv } from 'hucre/csv';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import type { Severity } from '@/server/domain/subject';
import type { FoundRow, YearFindings } from '@/server/queries/year-findings';

export const findingsType = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
export type FindingsKind = keyof typeof findingsType;
export const findingsKinds = Object.keys(findingsType) as FindingsKind[];

const severities: Record<Severity, string> = { must_fix: '必须改正', confirm: '需要说明', hint: '提示' };
const quarterNames = ['', '第一季度', '第二季度', '第三季度', '第四季度'];
const head = ['规则', '规则内容', '程度', '处理', '单位', '年度', '季度', '核对结果', '说明或放行理由', '填写人', '会签人'];
const widths = [12, 36, 10, 10, 26, 8, 10, 60, 44, 12, 12];

/** The findings as a list, a line each, in the order of the page. Everything that people wrote is text: nothing of it can run. */
export async function findingsBytes(findings: YearFindings, kind: FindingsKind): Promise<Uint8Array> {
  const rules = new Map(findings.rules.map((rule) => [rule.id, rule.sentence.zh]));
  const rows = findings.rows.map((row) => lineOf(row, findings.year ?? 0, rules.get(row.rule) ?? ''));
  if (kind === 'csv') return new TextEncoder().encode(writeCsv([head, ...rows], { bom: true, escapeFormulae: true }));
  const sheet: WriteSheet = {
    name: '核对结果',
    rows: [head, ...rows],
    columns: widths.map((width) => ({ width })),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:K${rows.length + 1}` },
  };
  return writeXlsx({ sheets: [sheet], defaultFont: { name: '宋体', size: 10.5 } });
}

function lineOf(row: FoundRow, year: number, sentence: string): (string | number)[] {
  const { explanation } = row;
  const line = [
    ...[row.rule, sentence, severities[row.severity], doneAbout(row), row.unitName, year, quarterNames[row.quarter] ?? ''],
    ...[row.message.zh, explanation?.text ?? '', explanation?.writtenBy ?? '', explanation?.countersignedBy ?? ''],
  ];
  return line.map((value) => (typeof value === 'string' ? withoutIllegalCharacters(value) : value));
}

function doneAbout({ severity, settled, explanation }: FoundRow): string {
  if (settled) return settled === 'excepted' ? '已放行' : '已说明';
  if (severity === 'hint') return '';
  return explanation?.kind === 'exception' ? '待会签' : '未说明';
}
