import {
  decideSubmission,
  insertAdjustment,
  insertContribution,
  insertDeclaration,
  insertEdition,
  insertExplanation,
  insertFiling,
  insertIndicator,
  insertPerson,
  insertPost,
  insertQuarter,
  insertRemark,
  insertReport,
  insertReportFact,
  insertReportSignature,
  insertRuleNote,
  insertSignOff,
  insertSlip,
  insertSubmission,
  insertUnit,
  insertYear,
  keepReportStanding,
  keepSubmissionStanding,
  listWaiting,
  recordEvents,
  replaceCheckedFigures,
  type Store,
  setFilingStatus,
  type Tx,
  updateSlip,
  updateUnit,
  upsertFigure,
  upsertOpeningBalance,
  upsertRestatement,
  upsertText,
  writeSetting,
} from '@/db/store';
import { canonicalJson, contentHash, type EventFacts } from '@/server/domain/audit';
import { count, type Figure } from '@/server/domain/figures';
import { type CellId, getFormat, leafCells } from '@/server/domain/formats';
import { quarters } from '@/server/domain/periods';
import type { Role } from '@/server/domain/permissions';
import { partHashes, sentKey, usualSteps } from '@/server/domain/signing';
import { aContent } from '@/server/domain/signing/testing/a-content';
import type { FilingStatus } from '@/server/domain/workflow';
import type { Actor } from '@/server/views/access';
import { rulesOf } from '@/server/views/going-round';
import type { FilingContent } from '@/server/views/submission-content';
import { findStandings } from '@/server/views/submission-standing';
import { aValidReport } from '../domain/testing/a-valid-report';

export const theYear = 2026;
const at = new Date('2026-07-02T02:00:00.000Z');
const form = { format: '2021', rowVariant: 'other_three' } as const;
const format = getFormat(form.format, form.rowVariant);
const zero = new Map<CellId, Figure>(leafCells(format).map((cell) => [cell.id, count(0)]));
const leaves = leafCells(format).flatMap((cell) => (cell.addsUp === 'opening' ? [] : [cell.id]));
const fewCells = ['s2.normative_documents.issued', 's2.normative_documents.in_force', 's2.admin_fees'];
const openingCell = 's3.carried_in.natural_person';

/** An office in which everything that a unit can have, each of its units has or one in a few: for what grows with the number of units. */
export interface LargeOffice {
  rootId: string;
  /** Somebody with every post in the office, and somebody who is clerk and head of every unit. */
  office: Actor;
  everyClerk: Actor;
}

/**
 * Last year finished, with the own reports published; this year's first quarter approved, its second in every status, its third begun.
 * One unit in five began anew this year from one that had closed, one in five within it; one in five has exceptions that nobody has signed.
 *
 * @param wanted.goingRound how many own reports were sent for signature; all without it
 * @param wanted.rare one unit in so many instead of in five
 * @param wanted.isFull every cell of every quarter is typed, as in a real one; a few without it
 */
export async function aLargeOffice(
  store: Store,
  units: number,
  { goingRound = units, isFull = false, rare = 5 }: { goingRound?: number; isFull?: boolean; rare?: number } = {},
): Promise<LargeOffice> {
  const numbers = Array.from({ length: units }, (_, index) => index + 1);
  await store.fill(() =>
    store.tx(async (tx) => {
      for (const year of [theYear - 2, theYear - 1, theYear]) {
        await insertYear(tx, { year, ...form, createdAt: at });
        for (const quarter of quarters) await insertQuarter(tx, { year, quarter, dueOn: `${year}-${quarter * 3}-28`, openedAt: at });
      }
      await insertUnit(tx, { ...unitRow('root', 0), parentId: null, path: ['root'], kind: 'government' });
      await insertUnit(tx, { ...unitRow('the-office', 0), kind: 'office' });
      await person(tx, 'office', ['admin', 'reviewer', 'auditor', 'head'], ['root']);
      await person(tx, 'every-clerk', [], []);
      await writeSetting(tx, 'signingSteps', usualSteps);
      await recordEvents(tx, [rolledOver()]);
      for (const year of [theYear - 1, theYear]) await anIndicator(tx, year);
      for (const number of numbers) await seedUnit(tx, number, { isSent: number <= goingRound, typed: isFull ? leaves : fewCells, rare });
      await aReport(tx, 'root', { scope: 'consolidated', year: theYear, isSent: true });
      for (const id of ['line-1', 'line-2'])
        await insertAdjustment(tx, {
          ...{
            id,
            reportId: `report-root-${theYear}`,
            cell: 's3.granted.natural_person',
            value: 1,
            decimals: 0,
            reason: '系统切换遗留一件。',
          },
          ...{ writtenBy: 'every-clerk', writtenAt: at },
        });
      await insertReportFact(tx, {
        ...{ ...aFact, id: 'fact-1', reportId: `report-root-${theYear}`, version: 1, savedBy: 'office', savedAt: at, retiredAt: null },
      });
    }),
  );
  await keepStandings(store);
  const everyUnit = numbers.map((number) => `unit-${number}`);
  return {
    rootId: 'root',
    office: actor('office', ['admin', 'reviewer', 'auditor', 'head'], ['root']),
    everyClerk: actor('every-clerk', ['clerk', 'head'], everyUnit),
  };
}

/** What is kept of each submission that waits, as submitting it keeps it. */
async function keepStandings(store: Store): Promise<void> {
  await store.tx(async (tx) => {
    const waiting = await listWaiting(tx, { isPractice: false });
    const standings = await findStandings(tx, waiting, null);
    for (const { filingId, submissionNumber: number } of waiting) {
      const standing = standings.get(filingId);
      if (standing) await keepSubmissionStanding(tx, { filingId, number, rules: rulesOf(null) }, standing);
    }
  });
}

/** A local fact of the whole's report. */
export const aFact = { name: '开展培训', value: '2', unit: '场', exactness: 'exact', ownerUnitId: null, evidence: '培训签到表' } as const;

function rolledOver(): EventFacts<'year.rolled_over'> {
  return {
    ...{ kind: 'year.rolled_over', payload: { year: theYear, from: theYear - 1, openings: 0, indicators: 0, paragraphs: 0 } },
    ...{ at: at.toISOString(), actorId: 'office', actorName: 'office', unitId: null, objectType: 'year', objectId: String(theYear) },
    ...{ period: String(theYear), reason: null, requestId: 'a-test', sessionHash: null, ip: null },
  };
}

function actor(userId: string, roles: readonly Role[], unitIds: readonly string[]): Actor {
  const posts = unitIds.flatMap((unitId) => roles.map((role) => ({ id: `${userId}-${role}-${unitId}`, role, unitId })));
  return { userId, name: userId, username: userId, sessionId: null, posts };
}

async function person(tx: Tx, id: string, roles: readonly Role[], unitIds: readonly string[]): Promise<void> {
  await insertPerson(tx, { id, username: id, name: id, passwordHash: null, createdAt: at });
  for (const { id: postId, role, unitId } of actor(id, roles, unitIds).posts)
    await insertPost(tx, { id: postId, userId: id, unitId, role, startedAt: at });
}

function unitRow(id: string, sort: number) {
  const base = { powers: [], opensOn: '2020-01-01', closesOn: null, kind: 'department' as const };
  return { ...base, id, parentId: 'root', path: ['root', id], name: `示例${id}局`, sort };
}

async function anIndicator(tx: Tx, year: number): Promise<void> {
  const facts = { name: '培训', unit: '场', addsUp: 'flow', overUnits: 'sum', exactness: 'exact', definition: '举办的培训。' } as const;
  await insertIndicator(tx, { year, key: `training-${year}`, ...facts, ownerUnitId: null, askedOf: null, sort: 1, retiredAt: null });
}

const statuses: readonly FilingStatus[] = ['submitted', 'in_review', 'returned', 'approved', 'open', 'submitted'];

async function seedUnit(
  tx: Tx,
  number: number,
  { isSent, typed, rare }: { isSent: boolean; typed: readonly CellId[]; rare: number },
): Promise<void> {
  const id = `unit-${number}`;
  await insertUnit(tx, unitRow(id, number * 2));
  await updateUnit(tx, id, { needsSignOff: number % 2 === 0 });
  await person(tx, `clerk-${number}`, ['clerk'], [id]);
  // What closed last year hands over on 1 January, what closed this year within it.
  const closesOn = number % rare === 0 ? `${theYear - 1}-12-31` : number % rare === 1 ? `${theYear}-03-31` : null;
  if (closesOn) {
    const old = `old-${number}`;
    await insertUnit(tx, unitRow(old, number * 2 + 1));
    await updateUnit(tx, old, { closesOn, successorId: id });
    await aQuarter(tx, old, [theYear - 1, 4], { status: 'approved', typed, isExcepted: number % rare === 0 });
    if (number % rare === 1) await aQuarter(tx, old, [theYear, 1], { status: 'approved', typed, isExcepted: number % rare === 0 });
  }
  // Half of them were here last year; of the others there is what they published.
  if (number % 2 === 0) await aQuarter(tx, id, [theYear - 1, 4], { status: 'locked', typed, isExcepted: number % rare === 0 });
  await aQuarter(tx, id, [theYear, 1], { status: 'approved', typed, isExcepted: number % rare === 0 });
  await aQuarter(tx, id, [theYear, 2], { status: statuses[number % statuses.length] ?? 'open', typed, isExcepted: number % rare === 0 });
  await aQuarter(tx, id, [theYear, 3], { status: 'open', typed, isExcepted: number % rare === 0 });
  await insertFiling(tx, { id: `practice-${number}`, unitId: id, year: theYear, quarter: 3, isPractice: true, at });
  const written = { reason: '上年漏计一件。', writtenBy: `clerk-${number}`, writtenAt: at };
  if (number % (rare - 2) === 0 || number % rare === 0)
    await upsertRestatement(tx, `${id}-${theYear}-1`, { cell: openingCell, value: 1, decimals: 0, ...written });
  if (number % (rare - 1) === 0 || number % (rare * 2) === 0)
    await upsertOpeningBalance(tx, id, theYear, { cell: openingCell, value: 2, decimals: 0, reason: '年报', setBy: 'office', setAt: at });
  await insertContribution(tx, {
    ...{ id: `contribution-${number}`, year: theYear, unitId: id, topic: 'safeguards', question: '几场？' },
    ...{ dueOn: '2027-01-10', askedBy: 'office', askedAt: at },
  });
  const changes = [{ quarter: 4, cell: 's3.granted.natural_person', raw: '1' }];
  await insertSlip(tx, { id: `slip-${number}`, unitId: id, year: theYear - 1, number: 1, changes, ...written });
  await updateSlip(tx, `slip-${number}`, { status: 'signed', seen: {}, signedBy: `clerk-${number}`, signedAt: at });
  await insertRuleNote(tx, {
    ...{ id: `note-${number}`, rule: 't3-col', unitId: id, ownerType: 'filing', ownerId: `${id}-${theYear}-2` },
    ...{ text: '也应计入。', writtenBy: `clerk-${number}`, writtenAt: at },
  });
  await aReport(tx, id, { scope: 'own_organ', year: theYear - 1, isSent: false });
  if (isSent) await aReport(tx, id, { scope: 'own_organ', year: theYear, isSent });
}

async function aQuarter(
  tx: Tx,
  unitId: string,
  [year, quarter]: readonly [number, number],
  { status, typed, isExcepted }: { status: FilingStatus; typed: readonly CellId[]; isExcepted: boolean },
): Promise<void> {
  const id = `${unitId}-${year}-${quarter}`;
  const by = { savedBy: 'every-clerk', savedAt: at };
  await insertFiling(tx, { id, unitId, year, quarter, at });
  for (const section of ['3', '4'] as const) await insertDeclaration(tx, id, { section, declaredBy: 'every-clerk', declaredAt: at });
  for (const cell of typed) await upsertFigure(tx, id, { cell, raw: '0', figure: count(0), version: 1, ...by });
  await upsertText(tx, id, { key: 'contribution', text: '本季度无。', version: 1, ...by });
  const content: FilingContent = {
    ...{ unitId, year, quarter, ...form, figures: Object.fromEntries(zero), declared: ['3', '4'], contribution: '本季度无。' },
  };
  const hash = contentHash(content);
  await insertSignOff(tx, { id: `${id}-signed`, filingId: id, hash, signedBy: 'office', signedAt: at });
  const said = { rule: 'x-stock', boundTo: 'nothing', text: '清理时并入。', writtenBy: 'every-clerk', writtenAt: at };
  if (isExcepted)
    for (const kind of ['explanation', 'exception'] as const)
      await insertExplanation(tx, { ownerType: 'filing', ownerId: id }, { id: `${id}-${kind}`, kind, ...said });
  if (status === 'open') return;
  const sent = { filingId: id, content: canonicalJson(content), hash, submittedBy: 'every-clerk', submittedAt: at };
  const isSecond = status === 'in_review';
  for (const number of isSecond ? [1, 2] : [1]) await insertSubmission(tx, { id: `${id}-${number}`, number, ...sent });
  await setFilingStatus(tx, id, { status, submissionNumber: isSecond ? 2 : 1, at });
  await insertRemark(tx, {
    ...{ id: `${id}-remark`, filingId: id, submissionNumber: 1, anchor: 'text', text: '请补充' },
    ...{ writtenBy: 'office', writtenAt: at },
  });
  if (status !== 'approved' && status !== 'locked') return;
  await decideSubmission(tx, id, 1, { outcome: 'approved', decidedBy: 'office', decidedAt: at });
  await replaceCheckedFigures(tx, { filingId: id, unitId, year, quarter, submissionNumber: 1 }, zero);
}

async function aReport(
  tx: Tx,
  unitId: string,
  { scope, year, isSent }: { scope: 'own_organ' | 'consolidated'; year: number; isSent: boolean },
): Promise<void> {
  const id = `report-${unitId}-${year}`;
  await insertReport(tx, { id, unitId, year, scope, createdAt: at });
  if (isSent) {
    await keepReportStanding(tx, { reportId: id, rules: rulesOf(null), hashes: partHashes(aContent()), restated: {} });
    const content = canonicalJson({ edition: 1, content: aContent() });
    await insertReportSignature(tx, {
      ...{ id: `${id}-sent`, reportId: id, step: sentKey, hash: 'none', parts: {}, content, note: '' },
      ...{ signedBy: 'office', signedAt: at },
    });
    return;
  }
  const { content } = aValidReport(3);
  const edition = {
    ...{ kind: 'edition', origin: 'imported', number: 1, organ: unitId, unitId, year, scope, ...form },
    ...{ figures: Object.fromEntries(content.figures), texts: content.texts, parts: [], corrections: [], missing: [] },
    ...{ explanations: [], packVersion: '1', switchedOff: [] },
  };
  await insertEdition(tx, {
    ...{ id: `${id}-1`, reportId: id, number: 1, origin: 'imported', content: canonicalJson(edition), hash: id },
    ...{ finalisedBy: 'office', finalisedAt: at },
  });
}
