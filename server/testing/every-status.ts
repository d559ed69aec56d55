import { randomUUID } from 'node:crypto';
import {
  type CorrectionSlip,
  type Filing,
  findReport,
  findSlip,
  insertAdjustment,
  insertAttachment,
  insertCarriedParagraph,
  insertComment,
  insertExplanation,
  insertOneTimeLink,
  insertRemark,
  insertSlip,
  insertSubmission,
  listOpenActs,
  type Store,
  setFilingStatus,
  updateSlip,
} from '@/db/store';
import { countGuess, nowhere, placesOfSignIn } from '@/server/auth/guesses';
import { linkLifetimeMs, newOneTimeSecret } from '@/server/auth/one-time-secret';
import { bindIdentity } from '@/server/commands/account/bind-identity';
import { addPhrase } from '@/server/commands/office/add-phrase';
import { publishAnnouncement } from '@/server/commands/office/announcements';
import { createYear } from '@/server/commands/office/create-year';
import { defineIndicator } from '@/server/commands/office/define-indicator';
import { givePost } from '@/server/commands/office/give-post';
import { type RollOver, rollOverYear } from '@/server/commands/office/roll-over-year';
import { askContributions } from '@/server/commands/report/ask-contributions';
import { commentOnReport } from '@/server/commands/report/comment-on-report';
import { explainReportFinding } from '@/server/commands/report/explain-report-finding';
import { noteReportRule } from '@/server/commands/report/note-report-rule';
import { type FactInput, saveReportFact } from '@/server/commands/report/save-report-fact';
import { saveReportText } from '@/server/commands/report/save-report-text';
import { suggestReportText } from '@/server/commands/report/suggest-report-text';
import { canonicalJson, sha256Hex } from '@/server/domain/audit';
import type { IndicatorFacts } from '@/server/domain/formats';
import { bySource } from '@/server/domain/guessing';
import { toReportJson } from '@/server/domain/reading';
import { aValidReport } from '@/server/domain/testing/a-valid-report';
import { type FilingStatus, filingStatuses } from '@/server/domain/workflow';
import { loadReportPage } from '@/server/queries/report';
import { loadFilingView } from '@/server/views/filing-view';
import { addPlayer } from '../rehearsal/players';
import { aDistrict, type District } from './a-district';

/** A filing with all that may be acted upon: a submission, an answered and an open remark, an exception that waits. */
export interface Stand {
  filing: Filing;
  /** Index of its unit in the district. */
  unit: number;
  hash: string;
  openRemarkId: string;
  exceptionId: string;
  /** An explanation, and a file on it. */
  explanationId: string;
  attachmentId: string;
  /** Correction slips of the quarter, whatever its status: one still a draft, one signed by the unit. */
  draftSlip: CorrectionSlip;
  signedSlip: CorrectionSlip;
  /** An open comment on the text. */
  commentId: string;
  /** A finding that has been explained, so that it stands in nobody's way. */
  finding: { rule: string; boundTo: string };
}

export const announced = { text: '周五晚维护。', audience: 'all', unitIds: [], role: null, endsOn: '2026-12-31' } as const;

export interface EveryStatus {
  district: District;
  stands: Record<FilingStatus, Stand>;
  report: {
    finding: { rule: string; boundTo: string };
    exceptionId: string;
    hash: string;
    ruleNoteId: string;
    factId: string;
    /** An adjustment that waits for its signature, and one to be taken back. */
    adjustmentId: string;
    takenBackId: string;
    /** A paragraph of last year's that nobody has confirmed. */
    carriedId: string;
    /** Three of the administrator's that wait. */
    suggestionIds: readonly string[];
    commentId: string;
  };
  /** Two phrases, in order. */
  phraseIds: readonly string[];
  /** What the second unit was asked for the text of the report. */
  contributionId: string;
  passwordSecret: string;
  /** Two, told to everybody. */
  announcementIds: readonly string[];
  /** A post in the second unit that another administrator asks for, for themselves. */
  waitingId: string;
}

/** A district in which each unit's first quarter stands in another status, and the consolidated report waits for a signature. */
export async function everyStatus(store: Store): Promise<EveryStatus> {
  const district = await aDistrict(store, { units: filingStatuses.length });
  const stands: Partial<Record<FilingStatus, Stand>> = {};
  for (const [unit, status] of filingStatuses.entries()) stands[status] = await aStand(district, unit, status);
  const key = { unitId: district.rootId, year: district.year, scope: 'consolidated' as const };
  const page = () => loadReportPage(store.read, district.admin.actor, key, null);
  const found = (await page()).obstacles.find((obstacle) => obstacle.kind === 'must_fix');
  if (found?.kind !== 'must_fix') throw new Error('units that have not filed must be a finding');
  const finding = { rule: found.finding.rule, boundTo: found.finding.boundTo };
  const { id: exceptionId } = await explainReportFinding(district.admin, { ...key, ...finding, text: '该单位机构调整，已书面说明。' });
  const { id: ruleNoteId } = await noteReportRule(district.reviewer, { ...key, rule: finding.rule, text: '该单位已撤销。' });
  // A number nobody has said anything of, and a fact no text states.
  const earlier = { ...district.admin, now: () => new Date(district.admin.now().getTime() - 3_600_000) };
  await saveReportText(earlier, { ...key, key: 'preamble', text: '全年开展培训。', baseVersion: 0 });
  await saveReportText(district.admin, { ...key, key: 'preamble', text: '全年开展培训3场。', baseVersion: 1 });
  const { id: factId } = await saveReportFact(district.admin, { ...key, id: null, seen: null, fact: aLocalFact });
  const suggestionIds: string[] = [];
  for (const words of ['组织培训', '举办培训', '培训']) {
    const suggested = { key: 'preamble' as const, text: `全年${words}3场。`, baseVersion: 2, reason: '' };
    suggestionIds.push(...(await suggestReportText(district.admin, { ...key, ...suggested })).ids);
  }
  const said = { key: 'preamble' as const, quote: '培训', repliesTo: null, text: '请补充人次。' };
  const { id: commentId } = await commentOnReport(district.reviewer, { ...key, ...said });
  const reportId = (await findReport(store.read, key.unitId, key.year, key.scope))?.id ?? '';
  const [adjustmentId, takenBackId] = [district.admin.newId(), district.admin.newId()];
  const line = { reportId, cell: 's3.granted.natural_person', value: 1, decimals: 0, reason: '系统切换遗留一件，已书面说明。' };
  const written = { writtenBy: district.admin.actor.userId, writtenAt: district.admin.now() };
  for (const id of [adjustmentId, takenBackId]) await store.tx((tx) => insertAdjustment(tx, { id, ...line, ...written }));
  const carriedId = district.admin.newId();
  const carried = { id: carriedId, reportId, key: 'preamble' as const, text: '全年开展培训3场。', fromYear: district.year - 1 };
  const by = { carriedBy: written.writtenBy, carriedAt: written.writtenAt, confirmedBy: null, confirmedAt: null };
  await store.tx((tx) => insertCarriedParagraph(tx, { ...carried, ...by }));
  const phraseIds: string[] = [];
  for (const text of ['请核对结转数。', '请写明原因。']) phraseIds.push((await addPhrase(district.admin, { text })).id);
  const { ids } = await askContributions(district.reviewer, {
    year: district.year,
    unitIds: district.unitIds.slice(1, 2),
    topic: 'safeguards',
    question: '本年组织了几场培训？',
    dueOn: `${district.year + 1}-01-10`,
  });
  const announcementIds: string[] = [];
  for (let count = 0; count < 2; count += 1)
    announcementIds.push((await publishAnnouncement(district.admin, { ...announced, changeId: randomUUID() })).id);
  const { secret, tokenHash } = newOneTimeSecret();
  const expiresAt = new Date(district.admin.now().getTime() + linkLifetimeMs);
  const userId = district.clerk(0).actor.userId;
  await store.tx((tx) => insertOneTimeLink(tx, { tokenHash, purpose: 'set_password', userId, expiresAt, usedAt: null }));
  await bindIdentity(district.clerk(1), { issuer: 'https://id.example', subject: 'the clerk of the second unit' }, new Date(0));
  const { username } = district.clerk(1).actor;
  // Somebody tries the second unit's clerk from elsewhere, and is held off.
  for (let tries = 0; tries < bySource.free; tries += 1)
    await countGuess(district.admin, { username, places: await placesOfSignIn(store.read, { username, userId: null, from: nowhere }) });
  // The year before, so that nobody's quarter is asked for more.
  const year = district.year - 1;
  await createYear(district.admin, { year, isMeant: true });
  for (const key of ['posts', 'training']) await defineIndicator(district.admin, { year, key, facts: indicatorFacts(key) });
  await rollOverYear(district.admin, { ...aRollOver(year), changeId: 'the roll-over of the scene' });
  return {
    district,
    stands: stands as Record<FilingStatus, Stand>,
    report: {
      finding,
      exceptionId,
      hash: (await page()).hash,
      ruleNoteId,
      factId,
      adjustmentId,
      takenBackId,
      carriedId,
      suggestionIds,
      commentId,
    },
    phraseIds,
    contributionId: ids[0] ?? '',
    passwordSecret: secret,
    announcementIds,
    waitingId: await anOwnPost(district),
  };
}

async function anOwnPost({ store, rootId, unitIds, admin }: District): Promise<string> {
  // Somebody who can confirm it, and so can sign in; without a password, so that they confirm by one click as the others do.
  await bindIdentity(admin, { issuer: 'https://id.example', subject: 'the administrator' }, new Date(0));
  const another = await addPlayer(store, { username: 'another', name: 'another admin', unitId: rootId, role: 'admin' }, admin.now);
  await givePost(another, { userId: another.actor.userId, unitId: unitIds[1] ?? '', role: 'reviewer' });
  const [waiting] = await listOpenActs(store.read);
  return waiting?.id ?? '';
}

/** A year rolled over with nothing chosen; the last quarter due five days later than usual. */
export function aRollOver(from: number): Omit<RollOver, 'changeId'> {
  const year = from + 1;
  const dueOn = [`${year}-04-15`, `${year}-07-15`, `${year}-10-15`, `${year + 1}-01-20`] as const;
  return { from, rowVariant: 'other_three', dueOn, openings: [], openingsReason: '', indicators: [], paragraphs: [] };
}

/** A consolidated report of a year as its file. */
export function aReportFile(year: number): string {
  const { content, format } = aValidReport(3);
  return JSON.stringify(toReportJson({ format, content: { ...content, year, scope: 'consolidated' } }));
}

export const aLocalFact: FactInput = {
  name: '开展培训',
  value: '2',
  unit: '场',
  exactness: 'exact',
  ownerUnitId: null,
  evidence: '培训签到表',
};

export function indicatorFacts(name: string): IndicatorFacts {
  return {
    name,
    unit: '条',
    addsUp: 'flow',
    overUnits: 'sum',
    exactness: 'exact',
    definition: '原创发布的条数，转载不计。',
    ownerUnitId: null,
    askedOf: null,
  };
}

async function aStand(district: District, unit: number, status: FilingStatus): Promise<Stand> {
  const { store } = district;
  // One document more in force than was issued: a finding that asks for an explanation and has one.
  const filing = await district.type({ 's2.normative_documents.in_force': 1 }, { unit });
  const view = await loadFilingView(store.read, filing, null);
  const [finding] = view.checkRun.findings;
  if (!finding) throw new Error('a document from nowhere must be a finding');
  const [openRemarkId, exceptionId, commentId, at] = [randomUUID(), randomUUID(), randomUUID(), district.admin.now()];
  const [explanationId, attachmentId] = [randomUUID(), randomUUID()];
  const owner = { ownerType: 'filing', ownerId: filing.id } as const;
  const written = {
    rule: finding.rule,
    boundTo: finding.boundTo,
    text: '清理时并入上级文件。',
    writtenBy: district.clerk(unit).actor.userId,
    writtenAt: at,
  };
  await store.tx(async (tx) => {
    await insertExplanation(tx, owner, { id: explanationId, kind: 'explanation', ...written });
    await insertAttachment(tx, {
      ...{ id: attachmentId, ...owner, about: 'explanation', aboutId: explanationId },
      ...{ hash: sha256Hex('批文'), name: '批文.pdf', type: 'pdf', size: 6, addedBy: written.writtenBy, addedAt: at },
    });
    await insertExplanation(tx, owner, { id: exceptionId, kind: 'exception', ...written });
    await insertComment(tx, {
      id: commentId,
      filingId: filing.id,
      anchor: 'text',
      text: '文字已核对。',
      writtenBy: written.writtenBy,
      writtenAt: at,
    });
    if (status === 'open') return;
    const submission = {
      id: randomUUID(),
      filingId: filing.id,
      number: 1,
      submittedBy: district.clerk(unit).actor.userId,
      submittedAt: at,
    };
    await insertSubmission(tx, { ...submission, content: canonicalJson(view.content), hash: view.hash });
    await setFilingStatus(tx, filing.id, { status, submissionNumber: 1, at });
    await insertRemark(tx, {
      id: openRemarkId,
      filingId: filing.id,
      submissionNumber: 1,
      anchor: 'text',
      text: '请补充',
      writtenBy: district.secondReviewer.actor.userId,
      writtenAt: at,
    });
  });
  const slip = (number: number, signed: boolean) => aSlip(district, { filing, unit, number, seen: signed ? view.hash : null });
  return {
    filing: await district.filing(unit),
    unit,
    hash: view.hash,
    openRemarkId,
    exceptionId,
    explanationId,
    attachmentId,
    commentId,
    draftSlip: await slip(1, false),
    signedSlip: await slip(2, true),
    finding: { rule: finding.rule, boundTo: finding.boundTo },
  };
}

/** A slip over the unit's first quarter: one request more was received and granted. */
async function aSlip(
  { store, clerk }: District,
  { filing, unit, number, seen }: { filing: Filing; unit: number; number: number; seen: string | null },
): Promise<CorrectionSlip> {
  const [id, at, by] = [randomUUID(), clerk(unit).now(), clerk(unit).actor.userId];
  const changes = ['s3.new_received', 's3.granted'].map((row) => ({ quarter: 1, cell: `${row}.natural_person`, raw: '1' }));
  await store.tx(async (tx) => {
    const written = { reason: '核对台账发现漏计一件申请。', changes, writtenBy: by, writtenAt: at };
    await insertSlip(tx, { id, unitId: filing.unitId, year: filing.year, number, ...written });
    if (seen) await updateSlip(tx, id, { status: 'signed', seen: { [`${filing.year}Q1`]: seen }, signedBy: by, signedAt: at });
  });
  const slip = await findSlip(store.read, id);
  if (!slip) throw new Error('a slip that was written must be there');
  return slip;
}
