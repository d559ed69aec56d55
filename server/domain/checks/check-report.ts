import { cellName, type Format, getCell } from '../formats';
import { printChange } from '../report/stated-adjustment';
import type { ReportContent, Severity } from '../subject';
import type { Check, Finding } from './check';
import { type CheckReportWords, checkReportWords, type ReportLanguage } from './check-report-words';
import { placesOf } from './gather-repeated';
import { checks } from './pack';
import type { CheckRun } from './run-checks';

/** What somebody wrote about a finding, bound to the values it is about. */
export interface FindingStatement {
  kind: 'explanation' | 'exception';
  rule: string;
  boundTo: string;
  text: string;
  writtenBy: string;
  countersignedBy: string | null;
}

export interface CheckReportSource {
  content: Pick<ReportContent, 'organ' | 'year' | 'scope' | 'adjustments'>;
  /** Null for a year. */
  quarter?: number | null;
  format: Format;
  run: CheckRun;
  /** The day as it is to be printed; the core has no clock. */
  date: string;
  /** The organ and year of last year's report, when one was given. */
  previous?: string | null;
  /** What of the report was not there to be read. */
  damage?: readonly { where: string; what: string }[];
  /** Those whose values have changed since have lapsed and match no finding. */
  statements?: readonly FindingStatement[];
  /** The rules that were run, for their sentences; the standard pack when left out. */
  pack?: readonly Check[];
  language?: ReportLanguage;
}

/** A check report before anyone decides on HTML or Word: plain text in one language, in print order. */
export interface CheckReportDocument {
  language: ReportLanguage;
  title: string;
  /** What was checked: label and value. */
  facts: readonly (readonly [string, string])[];
  verdictTitle: string;
  verdict: string;
  counts: readonly { label: string; value: number; tone: Severity | 'passed' | 'not_checkable' }[];
  sections: readonly CheckReportSection[];
}

export interface CheckReportSection {
  title: string;
  /** A sentence under the title. */
  note: string | null;
  tone: Severity | 'plain';
  entries: readonly CheckReportEntry[];
}

/** A numbered finding, or a line of a list. */
export interface CheckReportEntry {
  /** `t3-col`, a table, a rule that is off. */
  mark: string;
  text: string;
  details: readonly { label: string; lines: readonly string[] }[];
}

/** The document of one check: what was checked, by which rules, what was found, explained, excepted and not looked at. */
export function buildCheckReport(source: CheckReportSource): CheckReportDocument {
  const language = source.language ?? 'zh';
  const words = checkReportWords[language];
  const { content, format, run } = source;
  return {
    language,
    title: words.title,
    facts: [
      [words.organ, content.organ],
      [words.period, words.year(content.year, source.quarter ?? null)],
      [words.scope, words.scopes[content.scope]],
      [words.formatLabel, words.format(format.id)],
      [words.previous, source.previous ?? words.noPrevious],
      [words.date, source.date],
      [words.pack, run.packVersion],
    ],
    verdictTitle: words.verdict,
    verdict: verdictOf(run, words),
    counts: [
      { label: words.severities.must_fix, value: run.counts.must_fix, tone: 'must_fix' },
      { label: words.severities.confirm, value: run.counts.confirm, tone: 'confirm' },
      { label: words.severities.hint, value: run.counts.hint, tone: 'hint' },
      { label: words.notCheckable, value: run.counts.not_checkable, tone: 'not_checkable' },
      { label: words.passed, value: run.counts.passed, tone: 'passed' },
    ],
    sections: [
      ...damageSection(source, words),
      ...(['must_fix', 'confirm', 'hint'] as const).map((severity) => findingSection(severity, source, words, language)),
      ...notCheckableSection(source, words, language),
      ...adjustmentSection(source, words),
      switchedOffSection(source, words, language),
    ],
  };
}

function verdictOf({ counts }: CheckRun, words: CheckReportWords): string {
  const said = [
    ...(counts.must_fix > 0 ? [words.mustBeFixed(counts.must_fix)] : []),
    ...(counts.confirm > 0 ? [words.wantsExplaining(counts.confirm)] : []),
  ];
  if (said.length > 0) return said.join(words.between);
  return counts.not_checkable > 0 ? words.holdsSoFar(counts.not_checkable) : words.holds;
}

function damageSection({ damage = [] }: CheckReportSource, words: CheckReportWords): CheckReportSection[] {
  if (damage.length === 0) return [];
  return [
    {
      title: words.damage,
      note: null,
      tone: 'plain',
      entries: damage.map(({ where, what }) => ({ mark: where, text: what, details: [] })),
    },
  ];
}

function findingSection(
  severity: Severity,
  source: CheckReportSource,
  words: CheckReportWords,
  language: ReportLanguage,
): CheckReportSection {
  const findings = source.run.findings.filter((finding) => finding.severity === severity);
  return {
    title: `${words.severities[severity]}（${findings.length}）`,
    note: findings.length === 0 ? words.none : null,
    tone: severity,
    entries: findings.map((finding) => ({
      mark: finding.rule,
      text: finding.message[language],
      details: detailsOf(finding, source, words, language),
    })),
  };
}

/** How many cells and repairs a line holds before nobody reads it. */
const maxShown = 6;

function detailsOf(
  finding: Finding,
  { format, statements = [] }: CheckReportSource,
  words: CheckReportWords,
  language: ReportLanguage,
): CheckReportEntry['details'] {
  const { cells, left, right, difference, repair, consequences } = finding;
  const { place } = finding;
  const times = placesOf(finding).length;
  const names = cells.flatMap((cell) => {
    const found = format.cells.get(cell);
    return found ? [cellName(found)] : [];
  });
  const shown = names.length > maxShown ? [...names.slice(0, maxShown), words.more(names.length - maxShown)] : names;
  const first = repair.filter(({ rank }) => rank === repair[0]?.rank);
  const own = statements.filter((one) => one.rule === finding.rule && one.boundTo === finding.boundTo);
  const details = [
    { label: words.cells, lines: shown.length > 0 ? [shown.join('；')] : [] },
    { label: place ? words.inText(place.text) : '', lines: place ? [`“${place.snippet}”${times > 1 ? ` ×${times}` : ''}`] : [] },
    {
      label: words.sidesLabel,
      lines: left !== null && right !== null && difference !== null ? [words.sides(String(left), String(right), String(difference))] : [],
    },
    {
      label: `${words.repairs}${first.length > 1 ? words.tied : ''}`,
      lines: withMore(
        first.map(({ message }) => message[language]),
        words,
      ),
    },
    { label: words.consequences, lines: consequences.map((one) => `${one.rule}：${one.message[language]}`) },
    { label: words.source, lines: [finding.source] },
    ...own.map((one) => ({
      label: one.kind === 'explanation' ? words.explanation(one.writtenBy) : words.exception(one.writtenBy, one.countersignedBy),
      lines: [one.text],
    })),
  ];
  return details.filter(({ lines }) => lines.length > 0);
}

function withMore(lines: readonly string[], words: CheckReportWords): string[] {
  return lines.length <= maxShown ? [...lines] : [...lines.slice(0, maxShown), words.more(lines.length - maxShown)];
}

function notCheckableSection(source: CheckReportSource, words: CheckReportWords, language: ReportLanguage): CheckReportSection[] {
  const { notCheckable } = source.run;
  if (notCheckable.length === 0) return [];
  const rules = [...new Set(notCheckable.map(({ rule }) => rule))];
  return [
    {
      title: `${words.notCheckable}（${notCheckable.length}）`,
      note: words.notPassed,
      tone: 'plain',
      entries: rules.map((rule) => {
        const whys = notCheckable.filter((one) => one.rule === rule).map(({ why }) => why[language]);
        return {
          mark: rule,
          text: sentenceOf(rule, source, language),
          details: [{ label: words.identities(whys.length), lines: withMore(whys, words) }],
        };
      }),
    },
  ];
}

/** What stands between the sum of the quarters and the figures that were checked. */
function adjustmentSection({ content: { adjustments = [] }, format }: CheckReportSource, words: CheckReportWords): CheckReportSection[] {
  if (adjustments.length === 0) return [];
  return [
    {
      title: `${words.adjustments}（${adjustments.length}）`,
      note: null,
      tone: 'plain',
      entries: adjustments.map((line) => ({
        mark: printChange(line, format, line.cell),
        text: `${cellName(getCell(format, line.cell))}：${words.adjusted(line.sum, line.printed)}`,
        details: [{ label: words.signedBy(line.writtenBy, line.countersignedBy), lines: [line.reason] }],
      })),
    },
  ];
}

function switchedOffSection(source: CheckReportSource, words: CheckReportWords, language: ReportLanguage): CheckReportSection {
  const { switchedOff } = source.run;
  return {
    title: `${words.switchedOff}（${switchedOff.length}）`,
    note: switchedOff.length === 0 ? words.none : null,
    tone: 'plain',
    entries: switchedOff.map(({ rule, reason }) => ({
      mark: rule,
      text: reason,
      details: [{ label: words.rule, lines: [sentenceOf(rule, source, language)] }].filter(({ lines }) => lines[0] !== ''),
    })),
  };
}

function sentenceOf(rule: string, { pack = checks }: CheckReportSource, language: ReportLanguage): string {
  return pack.find((check) => check.id === rule)?.sentence[language] ?? '';
}
