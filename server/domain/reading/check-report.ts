import { type CheckRun, type RunOptions, runChecks } from '../checks';
import type { Finding, Repair } from '../checks/check';
import { figureAt, isFilled } from '../figures';
import type { Format } from '../formats';
import type { CheckSubject, ReportContent, TextPlace } from '../subject';
import type { ReadReport } from './report-json';
import { type ReportJson, toReportJson } from './to-report-json';

/** One file of the Findings JSON; whoever read the file puts its name before. */
export interface CheckedReport {
  readable: true;
  format: string;
  organ: string;
  year: number;
  scope: string;
  figures: ReportJson['figures'];
  damage: Damage[];
  verdict: { must_fix: number; confirm: number; hint: number; not_checkable: number; passed: number };
  findings: FindingJson[];
  not_checkable: { rule: string; cells: readonly string[]; why: string }[];
  switched_off: CheckRun['switchedOff'];
  pack_version: string;
}

/** What was not there to be read: `where` a table, `what` its missing rows. */
export interface Damage {
  where: string;
  what: string;
}

export interface FindingJson {
  rule: string;
  severity: Finding['severity'];
  cells: readonly string[];
  place: TextPlace | null;
  /** Where the same stands again; absent when it stands once. */
  further_places?: readonly TextPlace[];
  left: Finding['left'];
  right: Finding['right'];
  difference: Finding['difference'];
  message: string;
  message_en: string;
  source: string;
  repair: RepairJson[];
  /** What follows from the same root cause. */
  consequences: FindingJson[];
}

export interface RepairJson {
  kind: Repair['kind'];
  rank: number;
  changes: Repair['changes'];
  message: string;
  message_en: string;
}

/**
 * Applies the rules to a published report as it was read.
 *
 * @param previous last year's report of the same organ and scope (`acceptPrevious`), or null
 */
export function checkReport(report: ReadReport, previous: ReportContent | null, options: RunOptions = {}): CheckedReport {
  const run = runChecks(publishedSubject(report, previous), options);
  return {
    readable: true,
    format: report.format.id,
    organ: report.content.organ,
    year: report.content.year,
    scope: report.content.scope,
    figures: toReportJson(report).figures,
    damage: damageOf(report),
    verdict: {
      must_fix: run.counts.must_fix,
      confirm: run.counts.confirm,
      hint: run.counts.hint,
      not_checkable: run.counts.not_checkable,
      passed: run.counts.passed,
    },
    findings: run.findings.map(findingJson),
    not_checkable: run.notCheckable.map(({ rule, cells, why }) => ({ rule, cells, why: why.zh })),
    switched_off: run.switchedOff,
    pack_version: run.packVersion,
  };
}

/** A report from outside as the checks see it: nothing beside it is known but last year's. */
export function publishedSubject({ format, content }: ReadReport, previous: ReportContent | null): CheckSubject {
  return {
    ...content,
    kind: 'report',
    format,
    quarter: null,
    before: null,
    lastYear: previous,
    restated: new Set(),
    powers: null,
    unitSum: null,
    missingUnits: null,
  };
}

function findingJson(finding: Finding): FindingJson {
  const { rule, severity, cells, place, furtherPlaces, left, right, difference, message, source, repair, consequences } = finding;
  return {
    rule,
    severity,
    cells,
    place,
    ...(furtherPlaces ? { further_places: furtherPlaces } : {}),
    left,
    right,
    difference,
    message: message.zh,
    message_en: message.en,
    source,
    repair: repair.map(({ kind, rank, changes, message: hint }) => ({ kind, rank, changes, message: hint.zh, message_en: hint.en })),
    consequences: consequences.map(findingJson),
  };
}

/** Rows of the statutory tables of which no figure was read; a table without any is named as a whole. */
export function damageOf({ format, content }: ReadReport): Damage[] {
  return format.tables.flatMap((layout): Damage[] => {
    const rows = [...rowsOf(format, layout.id)].map(([label, ids]) => ({
      label,
      isLost: ids.every((id) => !isFilled(figureAt(content.figures, id))),
    }));
    const lost = rows.filter((row) => row.isLost);
    if (lost.length === 0) return [];
    if (lost.length === rows.length) return [{ where: layout.title, what: '整张表没有读到。' }];
    const firstLost = rows.findIndex((row) => row.isLost);
    const isCut = rows.slice(firstLost).every((row) => row.isLost);
    const what = isCut
      ? `共 ${rows.length} 行，到第 ${firstLost} 行为止，其后没有读到。`
      : `共 ${rows.length} 行，其中 ${lost.length} 行没有读到：${lost.map((row) => row.label).join('；')}。`;
    return [{ where: layout.title, what }];
  });
}

/** `三、…：整张表没有读到。` */
export function damageLine({ where, what }: Damage): string {
  return `${where}：${what}`;
}

function rowsOf(format: Format, table: string): Map<string, string[]> {
  const rows = new Map<string, string[]>();
  for (const cell of format.cells.values())
    if (cell.table === table) rows.set(cell.rowLabel, [...(rows.get(cell.rowLabel) ?? []), cell.id]);
  return rows;
}
