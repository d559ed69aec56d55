import { type ProseKey, textNames } from '../formats';
import type { Scope, Severity } from '../subject';

/** The words of a printed check report. */
export interface CheckReportWords {
  title: string;
  organ: string;
  period: string;
  scope: string;
  scopes: Record<Scope, string>;
  format: (id: string) => string;
  formatLabel: string;
  previous: string;
  noPrevious: string;
  date: string;
  pack: string;
  verdict: string;
  holds: string;
  holdsSoFar: (n: number) => string;
  /** Between two sentences. */
  between: string;
  mustBeFixed: (n: number) => string;
  wantsExplaining: (n: number) => string;
  severities: Record<Severity, string>;
  passed: string;
  notCheckable: string;
  notPassed: string;
  damage: string;
  none: string;
  rule: string;
  cells: string;
  sidesLabel: string;
  sides: (left: string, right: string, difference: string) => string;
  inText: (text: ProseKey) => string;
  source: string;
  repairs: string;
  tied: string;
  consequences: string;
  explanation: (writtenBy: string) => string;
  exception: (writtenBy: string, countersignedBy: string | null) => string;
  identities: (n: number) => string;
  switchedOff: string;
  adjustments: string;
  adjusted: (sum: string, printed: string) => string;
  signedBy: (writer: string, signer: string) => string;
  more: (n: number) => string;
  year: (year: number, quarter: number | null) => string;
}

const zh: CheckReportWords = {
  title: '政府信息公开工作年度报告核对报告',
  organ: '机关',
  period: '期间',
  scope: '口径',
  scopes: { own_organ: '本机关', consolidated: '汇总' },
  formatLabel: '格式',
  format: (id) => `${id} 年格式`,
  previous: '上年报告',
  noPrevious: '没有上年报告，与上年有关的规则未作核对',
  date: '核对日期',
  pack: '规则版本',
  verdict: '核对结论',
  holds: '没有必须改正和需要说明的问题。',
  holdsSoFar: (n) => `能核对的各项没有必须改正和需要说明的问题；${n} 项无法核对，不等于通过。`,
  between: '',
  mustBeFixed: (n) => `有 ${n} 处必须改正。`,
  wantsExplaining: (n) => `有 ${n} 处需要说明。`,
  severities: { must_fix: '必须改正', confirm: '需要说明', hint: '提示' },
  passed: '通过',
  notCheckable: '无法核对',
  notPassed: '以下各项因数据未知无法核对，不等于通过。',
  damage: '没有读到的内容',
  none: '无。',
  rule: '规则',
  cells: '涉及',
  sidesLabel: '两边',
  sides: (left, right, difference) => `左边 ${left}，右边 ${right}，差 ${difference}`,
  inText: (text) => `${textNames[text].zh}文字`,
  source: '依据',
  repairs: '可能的改法',
  tied: '（并列）',
  consequences: '由此引起',
  explanation: (writtenBy) => `说明（${writtenBy}）`,
  exception: (writtenBy, countersignedBy) =>
    `放行理由（${writtenBy} 申请，${countersignedBy ? `${countersignedBy} 会签` : '尚未会签，未生效'}）`,
  identities: (n) => `${n} 项`,
  switchedOff: '停用的规则',
  adjustments: '年报调整',
  adjusted: (sum, printed) => `各季度之和 ${sum}，印出 ${printed}`,
  signedBy: (writer, signer) => `${writer}写，${signer}会签`,
  more: (n) => `另有 ${n} 项`,
  year: (year, quarter) => `${year} 年${quarter === null ? '度' : `第${['一', '二', '三', '四'][quarter - 1] ?? quarter}季度`}`,
};

const en: CheckReportWords = {
  title: 'Check report on the annual report on government information disclosure',
  organ: 'Organ',
  period: 'Period',
  scope: 'Scope',
  scopes: { own_organ: 'Own organ', consolidated: 'Consolidated' },
  formatLabel: 'Format',
  format: (id) => `Tables of ${id}`,
  previous: 'Previous report',
  noPrevious: 'None given; the rules that compare with last year were not run',
  date: 'Checked on',
  pack: 'Rule pack',
  verdict: 'Verdict',
  holds: 'Nothing must be fixed or explained.',
  holdsSoFar: (n) => `Nothing must be fixed or explained in what could be checked; ${n} could not be, and did not pass.`,
  between: ' ',
  mustBeFixed: (n) => `${n} to fix.`,
  wantsExplaining: (n) => `${n} to explain.`,
  severities: { must_fix: 'Must fix', confirm: 'Explain', hint: 'Hints' },
  passed: 'Passed',
  notCheckable: 'Not checkable',
  notPassed: 'A figure of each of these is not known. They did not pass.',
  damage: 'What could not be read',
  none: 'None.',
  rule: 'Rule',
  cells: 'Cells',
  sidesLabel: 'Sides',
  sides: (left, right, difference) => `left ${left}, right ${right}, difference ${difference}`,
  inText: (text) => `Text of ${textNames[text].en}`,
  source: 'Source',
  repairs: 'Possible repairs',
  tied: ' (tied)',
  consequences: 'What follows from it',
  explanation: (writtenBy) => `Explanation (${writtenBy})`,
  exception: (writtenBy, countersignedBy) =>
    `Exception (asked for by ${writtenBy}, ${countersignedBy ? `countersigned by ${countersignedBy}` : 'not countersigned, not in force'})`,
  identities: (n) => `${n}`,
  switchedOff: 'Rules switched off',
  adjustments: 'Adjustments',
  adjusted: (sum, printed) => `The quarters add up to ${sum}; printed ${printed}`,
  signedBy: (writer, signer) => `written by ${writer}, countersigned by ${signer}`,
  more: (n) => `${n} more`,
  year: (year, quarter) => (quarter === null ? String(year) : `Q${quarter} ${year}`),
};

export type ReportLanguage = 'zh' | 'en';
export const checkReportWords: Record<ReportLanguage, CheckReportWords> = { zh, en };
