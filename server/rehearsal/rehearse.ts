import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertUnit, type Store, type Unit } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import type { CommandContext } from '@/server/commands/command';
import { exportReport } from '@/server/commands/export/export-report';
import { createYear } from '@/server/commands/office/create-year';
import { openQuarter } from '@/server/commands/office/open-quarter';
import { setOpenings } from '@/server/commands/office/set-openings';
import { checks, runChecks } from '@/server/domain/checks';
import { type FigureBook, printFigure } from '@/server/domain/figures';
import { type CellId, type Format, getCell, powers } from '@/server/domain/formats';
import { quarters, usualDueDay } from '@/server/domain/periods';
import { publishedSubject, type ReadReport } from '@/server/domain/reading';
import { compareReport, type Difference, type SplitReport, type SplitUnit, splitReport } from '@/server/domain/rehearsal';
import { buildReportDocument } from '@/server/domain/report/build-report-document';
import { buildReportDigest } from '@/server/domain/report/digest/build-report-digest';
import type { ReportDigest } from '@/server/domain/report/digest/report-digest';
import { type FaceKind, faceKinds, type PictureKind, pictureKinds } from '@/server/domain/report/export-kinds';
import type { ReportKey, Texts } from '@/server/domain/subject';
import { emptyChapters } from '@/server/domain/workflow';
import { loadReportPage } from '@/server/queries/report';
import { loadReportView } from '@/server/views/report-view';
import { compareDigest } from './compare-digest';
import { approveQuarter, filingOf, settleFindings, submitQuarter, typeQuarter } from './file-quarter';
import { addPlayer } from './players';
import { readFace } from './read-face';
import { publishReport } from './settle-report';

export interface RehearsalResult {
  same: boolean;
  differences: (Difference & { where: string })[];
  /** Table rules that the published figures themselves break. */
  breaks: string[];
  breakDetails: { rule: string; cells: readonly CellId[]; published: number | string | null; computed: number | string | null }[];
  assumed: CellId[];
  faces: RehearsedFace[];
}

export interface RehearsedFace {
  kind: FaceKind | PictureKind;
  name: string;
  bytes: Uint8Array;
}

/**
 * The rehearsal year (A13): a published report is split into the quarters of units, which are typed, checked, submitted,
 * reviewed, rolled up, finalised and printed by the same commands the browser uses, on a throw-away database; then the
 * ledger, every face and the 图解 with its charts are compared with what was published.
 */
export async function rehearse(report: ReadReport, options: { units?: number; seed: number }): Promise<RehearsalResult> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-rehearsal-'));
  const store = await openStore({ dataFolder: folder, databaseUrl: null });
  try {
    await store.migrate();
    return await rehearseOn(store, report, options);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function rehearseOn(store: Store, report: ReadReport, options: { units?: number; seed: number }): Promise<RehearsalResult> {
  const { format, content } = report;
  const split = splitReport({ format, content, seed: options.seed, ...(options.units === undefined ? {} : { units: options.units }) });
  // Everything is done when it would have been: no quarter is filed before it has ended, whatever the day of this machine.
  let now = new Date(`${content.year}-01-06T02:00:00Z`);
  const { people, key, units } = await theDistrict(store, report, split, () => now);
  await createYear(people.admin, { year: content.year, format: format.id, rowVariant: format.rowVariant });
  for (const unit of units)
    await setOpenings(people.admin, {
      unitId: unit.unitId,
      year: content.year,
      reason: '演练：由已发布年报推出的期初数',
      values: openingValues(format, unit.split),
    });
  for (const quarter of quarters) {
    now = new Date(`${usualDueDay(content.year, quarter)}T02:00:00Z`);
    await openQuarter(people.admin, { year: content.year, quarter });
    for (const unit of units) await fileQuarter(people.reviewer, unit, { split, year: content.year, quarter });
  }
  now = new Date(`${content.year + 1}-02-10T03:00:00Z`);
  await publishReport(
    people,
    key,
    withPlaceholders(format, content.texts),
    (rule) => `演练：已发布的年报本身如此，规则 ${rule} 的差异照录，不作改动。`,
  );
  const ours = (await ledgerOf(people.admin, key)).figures;
  const made: RehearsedFace[] = [];
  const differences = compareReport(format, content.figures, ours).differences.map((difference) => ({ ...difference, where: 'ledger' }));
  for (const kind of faceKinds) {
    const face = await exportReport(people.admin, { ...key, edition: 1, kind });
    made.push({ kind, name: face.name, bytes: face.bytes });
    const printed = await readFace(kind, face.bytes, format);
    differences.push(
      ...compareReport(format, content.figures, printed, 'printed').differences.map((difference) => ({ ...difference, where: kind })),
    );
  }
  const digest = await digestOf(people.admin, key);
  for (const kind of pictureKinds) {
    const picture = await exportReport(people.admin, { ...key, edition: 1, kind });
    made.push({ kind, name: picture.name, bytes: picture.bytes });
    const told = await compareDigest({ kind, bytes: picture.bytes, digest, format, published: content.figures, ledger: ours });
    differences.push(...told.map((difference) => ({ ...difference, where: kind })));
  }
  return { same: differences.length === 0, differences, ...breaksOf(report), assumed: split.assumed, faces: made };
}

/** What stands for a chapter the published report does not have, or in which no words could be read. */
const placeholder = '（所读的已公布年报没有这一部分的文字，演练时以此句代替。）';

/** The published texts, and a neutral placeholder where a chapter is missing: no edition has an empty one. */
function withPlaceholders(format: Format, texts: Texts): Texts {
  return { ...texts, ...Object.fromEntries(emptyChapters(format, texts).map((key) => [key, placeholder])) };
}

interface RehearsalUnit {
  unitId: string;
  split: SplitUnit;
  clerk: CommandContext;
}

/** The government (or the one organ) of the report with its units and people. */
async function theDistrict(store: Store, { content }: ReadReport, split: SplitReport, clock: () => Date) {
  const isWhole = content.scope === 'consolidated';
  const root: Unit = {
    id: randomUUID(),
    parentId: null,
    path: [],
    name: isWhole ? content.organ : '演练人民政府',
    kind: 'government',
    powers: [],
    sort: 0,
    opensOn: `${content.year - 1}-01-01`,
    closesOn: null,
    successorId: null,
    needsSignOff: false,
  };
  root.path = [root.id];
  await store.tx((tx) => insertUnit(tx, root));
  const people = {
    admin: await addPlayer(store, { username: 'admin', name: '演练管理员', unitId: root.id, role: 'admin' }, clock),
    reviewer: await addPlayer(store, { username: 'reviewer', name: '演练审核员', unitId: root.id, role: 'reviewer' }, clock),
  };
  const units: RehearsalUnit[] = [];
  for (const [index, one] of split.units.entries()) {
    const unitId = randomUUID();
    await store.tx((tx) =>
      insertUnit(tx, {
        ...root,
        id: unitId,
        parentId: root.id,
        path: [root.id, unitId],
        name: one.name,
        kind: 'department',
        powers,
        sort: index + 1,
      }),
    );
    units.push({
      unitId,
      split: one,
      clerk: await addPlayer(store, { username: one.key, name: `演练填报员${index + 1}`, unitId, role: 'clerk' }, clock),
    });
  }
  const key: ReportKey = { unitId: isWhole ? root.id : (units[0]?.unitId ?? root.id), year: content.year, scope: content.scope };
  return { people, units, key };
}

function openingValues(format: Format, unit: SplitUnit): { cell: CellId; raw: string }[] {
  return [...unit.openings].map(([cell, figure]) => ({ cell, raw: printFigure(figure, getCell(format, cell)) }));
}

async function fileQuarter(
  reviewer: CommandContext,
  unit: RehearsalUnit,
  { split, year, quarter }: { split: SplitReport; year: number; quarter: 1 | 2 | 3 | 4 },
): Promise<void> {
  const filing = await filingOf(unit.clerk, unit.unitId, year, quarter);
  await typeQuarter(unit.clerk, filing, unit.split.quarters[quarter - 1] ?? new Map());
  const notes = [...split.signedExceptions, ...split.explanations].filter(
    (note) => note.unit === unit.split.key && note.quarter === quarter,
  );
  await settleFindings(
    unit.clerk,
    reviewer,
    filing.id,
    (rule) => notes.find((note) => note.rule === rule)?.reason ?? `演练：规则 ${rule} 的差异由拆分产生，照录。`,
  );
  await approveQuarter(reviewer, filing.id, await submitQuarter(unit.clerk, filing.id));
}

async function ledgerOf(admin: CommandContext, key: ReportKey): Promise<{ figures: FigureBook }> {
  const page = await loadReportPage(admin.store.read, admin.actor, key, admin.overlay);
  return { figures: new Map(Object.entries(page.figures)) };
}

/** Which labels and drawings a 图解 of the report has. */
async function digestOf(admin: CommandContext, key: ReportKey): Promise<ReportDigest> {
  const view = await loadReportView(admin.store.read, key, admin.overlay);
  if (!view) throw new Error('the rehearsed report is gone');
  const { content, format, hash } = view;
  return buildReportDigest({ document: buildReportDocument({ content, format, edition: 1, contentHash: hash }), content, past: [] });
}

/** What the table rules say of the published figures, each rule by itself, hints left out. */
function breaksOf(report: ReadReport): Pick<RehearsalResult, 'breaks' | 'breakDetails'> {
  const subject = publishedSubject(report, null);
  const details = checks
    .filter((check) => /^t[234]-/.test(check.id))
    .flatMap((check) => runChecks(subject, { checks: [check] }).findings)
    .filter((finding) => finding.severity !== 'hint')
    .map((finding) => ({ rule: finding.rule, cells: finding.cells, published: finding.left, computed: finding.right }));
  return { breaks: [...new Set(details.map((detail) => detail.rule))], breakDetails: details };
}
