import type { z } from 'zod';
import { eventsAsked, id, line, quarter, scope, year } from '@/server/api/schemas';
import type { CommandContext } from '@/server/commands/command';
import { type CheckReportKind, checkReportKinds } from '@/server/commands/export/check-report-file';
import { exportFilingCheck } from '@/server/commands/export/export-filing-check';
import { type OwnReportState, packOwnReports } from '@/server/commands/export/export-own-reports';
import { exportReport } from '@/server/commands/export/export-report';
import { exportReportCheck } from '@/server/commands/export/export-report-check';

import { exportWorkbook } from '@/server/commands/export/export-workbook';
import { packWorkbooks } from '@/server/commands/export/pack-workbooks';
import type { ReportFile, StreamedFile } from '@/server/commands/export/report-file';
import { attachmentTypes } from '@/server/domain/attachments';
import { type FaceKind, faceKinds, isExportKind } from '@/server/domain/report/export-kinds';
import { measureKeys } from '@/server/domain/trends';
import { foundStates, foundWeights } from '@/server/domain/workflow';
import { notePacking } from '@/server/files/packing';
import { attachedFile } from './attached-file';
import { chaseLists, exportChaseList } from './chase-list';
import { exportDeadlines } from './deadlines';
import { exportEvents } from './export-events';
import { exportFindings } from './export-findings';
import { exportTrends, exportUnitTrends } from './export-trends';
import { findingsKinds } from './findings-list';

/** Makes the file an address asks for, in somebody's name. */
export type AskedFile = (context: CommandContext) => Promise<ReportFile | StreamedFile>;

/**
 * The downloads there are:
 * `/files/reports/<unit>/<year>/<scope>/<edition|draft>.<kind>`, the kinds are `exportKinds`,
 * `/files/trends/<unit>/<scope>.csv`, `/files/trends/<unit>/<year>/<measure>.csv`,
 * `/files/own-reports/<year>/<number of this download>/<draft|edition>.<kinds, with ->.zip`: every unit's own report,
 * `/files/findings/<year>/<quarter|all>/<weight>/<state>/<rule|all>/<part of a unit's name, or nothing>.<csv|xlsx>`: what is found over all units,
 * `/files/events/<beginning of a kind|all>/<from|all>/<to|all>/<person>/<unit>/<object>.<csv|xlsx>`: what is found in the log, whose words may be nothing,
 * `/files/chase/<year>/<quarter>/<overdue|all>.xlsx`: who has not sent a quarter, with telephone numbers, `/files/deadlines/own.ics`: the person's own deadlines,
 * `/files/workbooks/filing/<filing>.xlsx`: a quarter to fill in, `/files/workbooks/<year>/<quarter>.zip`: of every unit that is at work on it,
 * `/files/attachments/<attachment>.<type>`: evidence, as it was added,
 * `/files/check-reports/filing/<filing>.<html|docx>`, `/files/check-reports/report/<unit>/<year>/<scope>.<html|docx>`.
 */
export function askedFile(path: string): AskedFile | null {
  const [, files, room, ...rest] = path.split('/');
  if (files !== 'files') return null;
  const dot = (rest.at(-1) ?? '').lastIndexOf('.');
  if (dot < 0) return null;
  const last = rest.pop() ?? '';
  const [name, kind] = [last.slice(0, dot), last.slice(dot + 1)];
  if (room === 'own-reports') return askedOwnReports([...rest, name], kind);
  if (room === 'reports') return askedFace([...rest, name], kind);
  if (room === 'trends' && kind === 'csv') return askedTrends([...rest, name]);
  if (room === 'findings') return askedFindings([...rest, name], kind);
  if (room === 'events') return askedEvents([...rest, name], kind);
  if (room === 'chase' && kind === 'xlsx') return askedChaseList([...rest, name]);
  if (room === 'deadlines') return rest.length === 0 && name === 'own' && kind === 'ics' ? exportDeadlines : null;
  if (room === 'workbooks')
    return kind === 'zip' ? askedWorkbooks([...rest, name]) : kind === 'xlsx' ? askedWorkbook([...rest, name]) : null;
  if (room === 'attachments') return askedAttachment([...rest, name], kind);
  if (room === 'check-reports') return askedCheckReport([...rest, name], kind);
  return null;
}

function askedFace(parts: readonly string[], kind: string): AskedFile | null {
  const key = reportKey(parts.slice(0, 3));
  const edition = parts[3] ?? '';
  if (!key || parts.length !== 4 || !/^(?:draft|\d{1,6})$/.test(edition) || !isExportKind(kind)) return null;
  return (context) => exportReport(context, { ...key, edition: edition === 'draft' ? 'draft' : Number(edition), kind });
}

function askedOwnReports([yearIs = '', packing = '', what = '', ...more]: readonly string[], kind: string): AskedFile | null {
  const [state, kinds = ''] = what.split('.');
  const asked = /^\d{4}$/.test(yearIs) ? read(year, Number(yearIs)) : null;
  const faces = faceKinds.filter((face) => kinds.split('-').includes(face));
  const isKnown = kinds.split('-').every((one) => faces.includes(one as FaceKind));
  if (asked === null || more.length > 0 || kind !== 'zip' || !isState(state) || !isKnown || !/^[0-9a-f-]{32,36}$/.test(packing))
    return null;
  return async (context) => ({
    name: `${asked}年各单位年报（${state === 'draft' ? '草稿' : '定稿'}）.zip`,
    contentType: 'application/zip',
    stream: packOwnReports(context, { year: asked, state, kinds: faces }, (packed) => notePacking(packing, context.actor.userId, packed)),
  });
}

function isState(value: string | undefined): value is OwnReportState {
  return value === 'draft' || value === 'edition';
}

function askedCheckReport([about, ...parts]: readonly string[], kind: string): AskedFile | null {
  if (!isCheckReportKind(kind)) return null;
  if (about === 'filing') {
    const filingId = read(id, parts[0]);
    return filingId === null || parts.length !== 1 ? null : (context) => exportFilingCheck(context, { filingId, kind });
  }
  const key = about === 'report' ? reportKey(parts) : null;
  return key && ((context) => exportReportCheck(context, { ...key, kind }));
}

function askedFindings(parts: readonly string[], kindIs: string): AskedFile | null {
  if (parts.length !== 6) return null;
  const [yearIs = '', quarterIs, weightIs, stateIs, ruleIs = '', unitIs = ''] = parts;
  const asked = /^\d{4}$/.test(yearIs) ? read(year, Number(yearIs)) : null;
  const quarterAsked = quarterIs === 'all' ? null : read(quarter, Number(quarterIs));
  const weight = foundWeights.find((known) => known === weightIs);
  const state = foundStates.find((known) => known === stateIs);
  const rule = ruleIs === 'all' ? null : read(id, ruleIs);
  const unit = read(line, decoded(unitIs));
  const kind = findingsKinds.find((known) => known === kindIs);
  if (asked === null || !weight || !state || unit === null || !kind) return null;
  if ((quarterAsked === null && quarterIs !== 'all') || (rule === null && ruleIs !== 'all')) return null;
  return (context) => exportFindings(context, { year: asked, filter: { quarter: quarterAsked, weight, state, rule, unit }, kind });
}

function askedEvents(parts: readonly string[], kindIs: string): AskedFile | null {
  const [kindPrefix, from, to, person, unit, object, ...more] = parts.map(decoded);
  const asked = eventsAsked.safeParse({
    ...{ kindPrefix: kindPrefix === 'all' ? null : kindPrefix, from: from === 'all' ? null : from, to: to === 'all' ? null : to },
    ...{ person, unit, object },
  });
  const kind = findingsKinds.find((known) => known === kindIs);
  if (parts.length !== 6 || more.length > 0 || !asked.success || !kind) return null;
  return (context) => exportEvents(context, { asked: asked.data, kind });
}

/** Null: no text is written so in an address. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function askedAttachment([of, ...more]: readonly string[], kind: string): AskedFile | null {
  const attachmentId = more.length === 0 && attachmentTypes.some((known) => known === kind) ? read(id, of) : null;
  return attachmentId === null ? null : (context) => attachedFile(context, attachmentId);
}

function askedWorkbook([about, ...parts]: readonly string[]): AskedFile | null {
  const filingId = about === 'filing' && parts.length === 1 ? read(id, parts[0]) : null;
  return filingId === null ? null : (context) => exportWorkbook(context, filingId);
}

function askedWorkbooks([yearIs = '', quarterIs = '', ...more]: readonly string[]): AskedFile | null {
  const asked = {
    year: /^\d{4}$/.test(yearIs) ? read(year, Number(yearIs)) : null,
    quarter: /^[1-4]$/.test(quarterIs) ? Number(quarterIs) : null,
  };
  const { year: ofYear, quarter } = asked;
  if (ofYear === null || quarter === null || more.length > 0) return null;
  return async (context) => ({
    name: `${ofYear}年第${'一二三四'[quarter - 1]}季度填报工作簿.zip`,
    contentType: 'application/zip',
    stream: packWorkbooks(context, { year: ofYear, quarter }),
  });
}

function askedChaseList([yearIs = '', quarterIs = '', whichIs, ...more]: readonly string[]): AskedFile | null {
  const asked = /^\d{4}$/.test(yearIs) ? read(year, Number(yearIs)) : null;
  const ofQuarter = /^[1-4]$/.test(quarterIs) ? Number(quarterIs) : null;
  const which = chaseLists.find((known) => known === whichIs);
  if (asked === null || ofQuarter === null || !which || more.length > 0) return null;
  return (context) => exportChaseList(context, { year: asked, quarter: ofQuarter, which });
}

function askedTrends(parts: readonly string[]): AskedFile | null {
  const unitId = read(id, parts[0]);
  if (unitId === null) return null;
  const scopeIs = parts.length === 2 ? read(scope, parts[1]) : null;
  if (scopeIs) return (context) => exportTrends(context, { unitId, scope: scopeIs });
  const yearIs = /^\d{4}$/.test(parts[1] ?? '') ? read(year, Number(parts[1])) : null;
  const measure = measureKeys.find((key) => key === parts[2]);
  if (parts.length !== 3 || yearIs === null || !measure) return null;
  return (context) => exportUnitTrends(context, { unitId, year: yearIs, measure });
}

function reportKey(parts: readonly string[]) {
  const [unitId, yearIs, scopeIs] = [
    read(id, parts[0]),
    /^\d{4}$/.test(parts[1] ?? '') ? read(year, Number(parts[1])) : null,
    read(scope, parts[2]),
  ];
  return unitId === null || yearIs === null || scopeIs === null || parts.length !== 3 ? null : { unitId, year: yearIs, scope: scopeIs };
}

function read<T>(schema: z.ZodType<T>, value: unknown): T | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

function isCheckReportKind(kind: string): kind is CheckReportKind {
  return checkReportKinds.some((known) => known === kind);
}
