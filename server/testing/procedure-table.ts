import { randomUUID } from 'node:crypto';
import type { Action } from '@/server/domain/permissions';
import { usualSteps } from '@/server/domain/signing';
import { aLocalFact, announced, aReportFile, aRollOver, type EveryStatus, indicatorFacts, type Stand } from './every-status';
import { aPdf } from './evidence-files';

/** What a call is about: a unit's filing, a unit (the second one), or the government at the root. */
type About = 'filing' | 'unit' | 'root';

/**
 * Who may call a procedure. public: anybody. own: anybody signed in, and the answer holds only what is theirs to see.
 * Otherwise the permission table decides, on what the call is about; a query answers "not found" for every refusal.
 *
 * `confirms`: an official act, before which the person says again who they are, in a transaction of its own, if the act is theirs.
 * `isUnseen`: nobody else sees what it changes, so no event tells of it.
 * `succeeds: false`: the input is well formed but is refused later for its content, so no event can be asked for here.
 */
export type ProcedureRow = { who: 'public' | 'own'; input: (scene: EveryStatus) => unknown; succeeds?: false } | GuardedRow;

interface GuardedRow {
  who: Action;
  about: About;
  input: (scene: EveryStatus, stand: Stand) => unknown;
  succeeds?: false;
  confirms?: true;
  isUnseen?: true;
}

const filing = (who: Action, more: (stand: Stand) => object = () => ({})): GuardedRow => ({
  who,
  about: 'filing',
  input: (_, stand) => ({ filingId: stand.filing.id, ...more(stand) }),
});
const atRoot = (who: Action, input: (scene: EveryStatus) => unknown = () => undefined): GuardedRow => ({ who, about: 'root', input });
const ofUnit = (who: Action, input: (scene: EveryStatus, unitId: string) => unknown): GuardedRow => ({
  who,
  about: 'unit',
  input: (scene) => input(scene, scene.district.unitIds[1] ?? ''),
});
const ofReport = (who: Action, more: (scene: EveryStatus) => object = () => ({})): GuardedRow =>
  atRoot(who, (scene) => ({ unitId: scene.district.rootId, year: scene.district.year, scope: 'consolidated', ...more(scene) }));
/** About a quarter that the input names by its unit or its slip. */
const ofQuarter = (who: Action, input: (stand: Stand) => unknown): GuardedRow => ({
  who,
  about: 'filing',
  input: (_, stand) => input(stand),
});
const official = (row: GuardedRow): GuardedRow => ({ ...row, confirms: true });
const nothing = () => undefined;
const noWorkbook = { name: 'quarter.xlsx', base64: '' };
const aFileSent = { name: '会议纪要.pdf', size: aPdf().length, base64: Buffer.from(aPdf()).toString('base64') };
const someone = ({ district }: EveryStatus) => district.clerk(1).actor;

/** One row for every procedure of the router; one without a row fails the test. */
export const procedureTable: Record<string, ProcedureRow> = {
  'person.me': { who: 'public', input: nothing },
  'person.door': { who: 'public', input: nothing },
  'person.openLink': { who: 'public', input: (scene) => ({ secret: scene.passwordSecret }) },
  'person.setPassword': { who: 'public', input: (scene) => ({ secret: scene.passwordSecret, password: 'Xiangyang#2026' }) },
  'person.setUp': {
    who: 'public',
    input: () => ({
      secret: 'a secret that never was',
      governmentName: '区政府',
      username: 'first',
      name: '赵六',
      password: 'Xiangyang#2026',
    }),
    succeeds: false,
  },
  'person.confirmsBy': { who: 'own', input: nothing },
  'person.download': { who: 'own', input: () => ({ number: '0'.repeat(32) }) },
  'account.page': { who: 'own', input: nothing },
  'account.failedTries': { who: 'own', input: nothing },
  'account.setTelephone': { who: 'own', input: () => ({ telephone: '0000-7654321' }) },
  // Nobody of this district has a password; their own sessions are of their own account.
  'account.changePassword': { who: 'own', succeeds: false, input: () => ({ password: 'x', newPassword: 'Xiangyang#2026' }) },
  // No identity provider is configured in it.
  'person.goToProvider': { who: 'public', succeeds: false, input: nothing },
  'account.goToProvider': { who: 'own', succeeds: false, input: () => ({ password: 'x' }) },
  'account.unbindIdentity': { who: 'own', succeeds: false, input: () => ({ password: 'x' }) },
  'account.newSecondFactor': { who: 'own', input: nothing },
  'account.turnOnSecondFactor': { who: 'own', succeeds: false, input: () => ({ enrolment: 'x', password: 'x', code: '123456' }) },
  'account.turnOffSecondFactor': { who: 'own', succeeds: false, input: () => ({ password: 'x', code: '123456' }) },
  'account.renewRecoveryCodes': { who: 'own', succeeds: false, input: () => ({ password: 'x', code: '123456' }) },
  'account.endSession': { who: 'own', succeeds: false, input: () => ({ key: '0'.repeat(16) }) },
  'account.endOtherSessions': { who: 'own', input: nothing },
  'office.passwordProfile': { who: 'own', input: nothing },
  'office.setPasswordProfile': atRoot('policy.manage', () => ({ profile: 'asvs', seen: 'dengbao' })),
  'office.secondFactorPolicy': { who: 'own', input: nothing },
  // Nobody in this district has one, and who asks it of others does.
  'office.setSecondFactorPolicy': { ...atRoot('policy.manage', () => ({ policy: 'admins', seen: 'nobody' })), succeeds: false },
  // What the file says comes after the question whose it is; workbooks themselves: `commands/filing/workbooks.integration.test.ts`.
  'workbook.preview': { ...filing('filing.take_in', () => ({ file: noWorkbook })), succeeds: false },
  'workbook.takeIn': {
    ...filing('filing.take_in', () => ({
      ...{ changeId: randomUUID(), file: noWorkbook, seen: '0'.repeat(64), clears: false, takes: [] },
    })),
    succeeds: false,
  },
  'filing.tasks': { who: 'own', input: nothing },
  'filing.form': filing('filing.read'),
  'filing.conversation': filing('filing.read'),
  'filing.obstacles': filing('filing.read'),
  'filing.cellHistory': filing('filing.read', () => ({ cell: 's3.granted.natural_person' })),
  'filing.yearSoFar': filing('filing.read'),
  'filing.save': filing('filing.edit', () => ({
    changes: [{ changeId: randomUUID(), cell: 's3.granted.natural_person', raw: '7', baseVersion: 1 }],
  })),
  'filing.saveText': filing('filing.edit', () => ({ changeId: randomUUID(), text: '本季度公开 3 件。', baseVersion: 0 })),
  'filing.declare': filing('filing.declare', () => ({ section: '3', declare: true })),
  'filing.restateOpening': filing('filing.edit', () => ({
    cell: 's3.carried_in.natural_person',
    raw: '2',
    reason: '上年年报漏计两件，已发更正公告。',
  })),
  'filing.withdrawRestatement': {
    ...filing('filing.edit', () => ({ cell: 's3.carried_in.legal_service' })),
    succeeds: false,
  },
  'filing.explain': filing('filing.explain', ({ finding }) => ({ ...finding, text: '清理时并入上级文件，已登记。' })),
  'filing.noteRule': filing('rule.note', () => ({ rule: 't3-col', text: '部分公开的也应计入。' })),
  'filing.answerRemark': filing('filing.answer_remark', ({ openRemarkId }) => ({
    remarkId: openRemarkId,
    answer: 'not_changed',
    text: '以台账为准，无误。',
  })),
  'filing.replyToRemark': filing('filing.comment', ({ openRemarkId }) => ({ remarkId: openRemarkId, text: '请问以哪个平台为准？' })),
  'filing.comment': filing('filing.comment', () => ({ anchor: 's3.granted.natural_person', text: '与台账一致。' })),
  'filing.resolveThread': filing('filing.comment', ({ commentId }) => ({ commentId })),
  'filing.markFollowUp': filing('filing.comment', () => ({ anchor: 's3.granted.natural_person', isMarked: true })),
  'filing.submit': filing('filing.submit', ({ hash }) => ({ changeId: randomUUID(), seenHash: hash })),
  'filing.recall': filing('filing.recall'),
  'deadline.ofFiling': filing('filing.read'),
  'deadline.extensions': atRoot('board.read', ({ district }) => ({ year: district.year })),
  'deadline.ask': filing('deadline.ask', () => ({ until: '2026-05-08', reason: '台账在搬迁中，下周才能取回。' })),
  'deadline.extend': filing('deadline.extend', () => ({
    ...{ until: '2026-05-08', reason: '台账在搬迁中，下周才能取回。', seen: null },
  })),
  // Nobody of this district has been given a day or asks for one.
  'deadline.withdraw': { ...filing('deadline.extend', () => ({ seen: '2026-05-08' })), succeeds: false },
  'deadline.decline': { ...filing('deadline.extend', () => ({ seen: '2026-04-08T00:00:00.000Z' })), succeeds: false },
  'deadline.lock': { who: 'own', input: nothing },
  'deadline.setLock': atRoot('year.manage', () => ({
    ...{ from: '2026-07-15', daysAfterReturn: 5, seen: { from: null, daysAfterReturn: 5 } },
  })),
  'filing.toSign': { who: 'own', input: nothing },
  // The district's units ask for no signature, and its filings are not practice.
  'filing.sign': { ...filing('filing.sign_off', ({ hash }) => ({ seenHash: hash })), succeeds: false },
  'filing.startPractice': filing('practice.start'),
  'filing.clearPractice': { ...filing('practice.start'), succeeds: false },
  'filing.endPractice': { ...filing('practice.start'), succeeds: false },
  'review.queue': { who: 'own', input: nothing },
  'review.clean': { who: 'own', input: () => ({}) },
  'review.place': filing('filing.read'),
  'review.findings': atRoot('board.read', () => ({ year: null })),
  // Of those that are not theirs to approve nothing is said.
  'review.bulk': { who: 'own', input: ({ stands: { submitted } }) => ({ filingIds: [submitted.filing.id] }) },
  'review.submission': filing('filing.read'),
  'review.exception': filing('filing.read', ({ exceptionId }) => ({ exceptionId })),
  'review.open': filing('filing.open_review'),
  'review.claim': filing('filing.claim', () => ({ submissionNumber: 1, from: null })),
  // Nobody has taken the stand's on.
  'review.releaseClaim': { ...filing('filing.claim'), succeeds: false },
  // What nobody else sees is no event.
  'review.pinRemark': {
    ...filing('filing.draft_remark', () => ({ draftId: randomUUID(), anchor: 's3.granted.natural_person', text: '与台账不符' })),
    isUnseen: true,
  },
  'review.unpinRemark': { ...filing('filing.draft_remark', () => ({ draftId: randomUUID() })), isUnseen: true },
  'review.takeOverRemarks': { ...filing('filing.draft_remark', () => ({ from: randomUUID() })), succeeds: false },
  'review.return': filing('filing.return', () => ({
    submissionNumber: 1,
    reason: '请核对',
    remarks: [{ anchor: 's3.granted.natural_person', text: '与台账不符' }],
  })),
  'review.approve': filing('filing.approve', ({ hash }) => ({ submissionNumber: 1, seenHash: hash })),
  // Each item is answered for itself, as review.approve would.
  'review.approveMany': {
    who: 'own',
    input: ({ stands: { submitted } }) => ({ items: [{ filingId: submitted.filing.id, submissionNumber: 1, seenHash: submitted.hash }] }),
  },
  // The stand's approval is nobody's.
  'review.takeBackApproval': {
    ...filing('filing.take_back_approval', () => ({ submissionNumber: 1, reason: '误点通过，台账还没有核对。' })),
    succeeds: false,
  },
  'review.unlock': official(
    filing('filing.unlock', () => ({ submissionNumber: 1, reason: '上级核查发现漏报一件，须补正。', password: '' })),
  ),
  'review.unlockImpact': filing('filing.unlock', () => ({ submissionNumber: 1 })),
  'review.undoUnlock': { ...filing('filing.undo_unlock'), succeeds: false },
  'review.countersign': filing('filing.countersign', ({ exceptionId }) => ({ exceptionId })),
  'presence.here': filing('filing.read', () => ({ room: 'review' })),
  'presence.reading': { who: 'own', input: nothing },
  'office.board': atRoot('board.read', () => ({ year: null })),
  'office.overview': atRoot('overview.read', ({ district }) => ({ year: null, unitId: district.rootId })),
  'office.findUnits': atRoot('board.read', () => ({ query: '局' })),
  'office.units': atRoot('unit.manage'),
  'office.unitChoices': { who: 'own', input: () => ({ aim: 'post' }) },
  'office.createUnit': atRoot('unit.manage', ({ district }) => ({
    parentId: district.rootId,
    name: '示例街道',
    kind: 'street',
    powers: [],
    opensOn: '2026-01-01',
  })),
  'office.changeUnit': ofUnit('unit.manage', (_, unitId) => ({ unitId, change: { kind: 'street' }, seen: {} })),
  'office.closing': ofUnit('unit.manage', (_, unitId) => ({ unitIds: [unitId], closesOn: '2027-12-31', into: null })),
  'office.closeUnits': ofUnit('unit.manage', (_, unitId) => ({
    unitIds: [unitId],
    closesOn: '2027-12-31',
    into: { name: '示例区合并局', kind: 'department' },
  })),
  'office.reopenUnit': { ...ofUnit('unit.manage', (_, unitId) => ({ unitId })), succeeds: false },
  'office.people': atRoot('people.read'),
  'office.heirs': atRoot('people.read'),
  'office.createPerson': ofUnit('people.manage', (_, unitId) => ({ username: 'new.person', name: '新人', unitId, role: 'clerk' })),
  'office.givePost': ofUnit('duty.manage', (scene, unitId) => ({ userId: someone(scene).userId, unitId, role: 'reviewer' })),
  'office.endPost': ofUnit('duty.manage', (scene) => ({ postId: someone(scene).posts[0]?.id ?? '' })),
  'office.issueLink': ofUnit('people.manage', (scene, unitId) => ({ userId: someone(scene).userId, unitId })),
  'office.liftHoldOff': ofUnit('policy.manage', (scene, unitId) => ({ userId: someone(scene).userId, unitId })),
  'office.releaseIdentity': ofUnit('people.manage', (scene, unitId) => ({
    userId: someone(scene).userId,
    unitId,
    reason: '绑定的不是本人的统一身份。',
  })),
  // Nobody of this district has one.
  'office.resetSecondFactor': {
    ...ofUnit('policy.manage', (scene, unitId) => ({ userId: someone(scene).userId, unitId, reason: '手机丢失，本人到办公室核实。' })),
    succeeds: false,
  },
  'office.setTelephone': ofUnit('people.manage', (scene, unitId) => ({
    ...{ userId: someone(scene).userId, unitId, telephone: '0000-1234567', seen: '' },
  })),
  'office.setActive': ofUnit('people.manage', (scene, unitId) => ({
    userId: someone(scene).userId,
    unitId,
    isActive: false,
    leaveOpen: true,
    reason: '新同志下周到岗，届时再给岗位。',
  })),
  'office.signingSteps': atRoot('year.manage'),
  'office.setSigningSteps': atRoot('year.manage', () => ({ steps: usualSteps, seen: [] })),
  'office.years': atRoot('board.read'),
  'office.createYear': atRoot('year.manage', ({ district }) => ({ year: district.year + 1 })),
  // Its reports, filings and openings stand in its way.
  'office.withdrawYear': { ...atRoot('year.manage', ({ district }) => ({ year: district.year })), succeeds: false },
  'office.rollOver': atRoot('year.roll_over', ({ district }) => ({ from: district.year })),
  'office.rolledOver': atRoot('year.roll_over', ({ district }) => ({ year: district.year })),
  'office.rollOverYear': atRoot('year.roll_over', ({ district }) => ({ ...aRollOver(district.year), changeId: randomUUID() })),
  'office.openQuarter': atRoot('year.manage', ({ district }) => ({ year: district.year, quarter: 2 })),
  'office.lockQuarter': { ...atRoot('year.manage', ({ district }) => ({ year: district.year, quarter: 1 })), succeeds: false },
  'office.setQuarterDue': atRoot('year.manage', ({ district }) => ({
    year: district.year,
    quarter: 2,
    dueOn: '2026-07-20',
    seen: '2026-07-15',
  })),
  'office.indicatorUnits': atRoot('year.manage'),
  'office.indicators': atRoot('year.manage', ({ district }) => ({ year: district.year - 1 })),
  'office.defineIndicator': atRoot('year.manage', ({ district }) => ({
    year: district.year,
    key: 'visits',
    facts: indicatorFacts('走访'),
  })),
  'office.changeIndicator': atRoot('year.manage', ({ district }) => ({
    year: district.year - 1,
    key: 'posts',
    facts: indicatorFacts('发布条数'),
    seen: indicatorFacts('posts'),
  })),
  'office.retireIndicator': atRoot('year.manage', ({ district }) => ({ year: district.year - 1, key: 'posts' })),
  'office.orderIndicators': atRoot('year.manage', ({ district }) => ({
    year: district.year - 1,
    keys: ['training', 'posts'],
    seen: ['posts', 'training'],
  })),
  'office.copyIndicators': atRoot('year.manage', ({ district }) => ({ year: district.year })),
  'office.wording': atRoot('year.manage'),
  'office.backups': atRoot('backup.read'),
  'office.setWording': atRoot('year.manage', () => ({
    ...{ repetitionShare: 0.4, words: '示列区=示例区' },
    seen: { repetitionShare: null, words: '' },
  })),
  'office.unitsWithoutOpenings': atRoot('year.manage', ({ district }) => ({ year: district.year, quarter: 1 })),
  'office.setContact': atRoot('year.manage', () => ({ contact: '政务公开科 电话 0000-1234567', seen: '' })),
  'office.openingUnits': atRoot('opening.set', () => ({ search: '局', page: 1 })),
  'office.openings': ofUnit('opening.set', ({ district }, unitId) => ({ unitId, year: district.year })),
  'office.openingSums': atRoot('opening.set', ({ district }) => ({ year: district.year })),
  'office.setOpenings': {
    who: 'opening.set',
    about: 'filing',
    input: ({ district }, { filing: { unitId } }) => ({
      unitId,
      year: district.year,
      values: [{ cell: 's3.carried_in.natural_person', raw: '2', seen: '0' }],
      reason: '上年度已发布年报所列期末数',
    }),
  },
  'duty.page': { who: 'own', input: nothing },
  // The clerk of the first unit writes, so no auditor.
  'duty.divide': {
    ...official(
      atRoot('three_roles.divide', ({ district }) => ({
        ...{ system_admin: district.reviewer.actor.userId, security_admin: district.secondReviewer.actor.userId },
        ...{ auditor: district.clerk(0).actor.userId, password: '' },
      })),
    ),
    succeeds: false,
  },
  // The three are not three people in this district.
  'duty.askOfThree': {
    ...official(atRoot('three_roles.ask', () => ({ ask: 'off', reason: '机构调整，改由管理员办理。', password: '' }))),
    succeeds: false,
  },
  'duty.confirm': official(ofUnit('duty.manage', ({ waitingId }) => ({ id: waitingId, password: '' }))),
  'duty.decline': official(ofUnit('duty.manage', ({ waitingId }) => ({ id: waitingId, reason: '本周已另行安排审核员。', password: '' }))),
  'report.years': { who: 'own', input: nothing },
  'report.list': { who: 'own', input: ({ district }) => ({ year: district.year }) },
  'report.page': ofReport('report.read'),
  'report.missingUnits': ofReport('report.read'),
  'report.units': ofReport('report.read'),
  'report.trace': ofReport('report.read', () => ({ cell: 's3.granted.total' })),
  'report.traceUnits': ofReport('report.read', () => ({ cell: 's3.granted.natural_person' })),
  'report.digest': ofReport('report.read', () => ({ edition: null })),
  'report.compare': { ...ofReport('report.read', () => ({ from: 1, to: null })), succeeds: false },
  'report.adoption': atRoot('report.import'),
  'report.adopt': atRoot('report.import', ({ district }) => ({
    ...{ changeId: randomUUID(), unitId: district.rootId, year: district.year - 1, file: 'last-year.json' },
    ...{ json: aReportFile(district.year - 1), reason: '采用上年已公布的年报，供核对期初数。', isSameOrgan: true },
  })),
  'report.saveText': ofReport('report.edit', () => ({ key: '5', text: '存在的问题。', baseVersion: 0 })),
  'report.textVersions': ofReport('report.read', () => ({ key: 'preamble' })),
  'report.restoreText': ofReport('report.edit', () => ({ key: 'preamble', version: 1, baseVersion: 2 })),
  'report.suggest': ofReport('report.suggest', () => ({ key: 'preamble', text: '全年开展培训3场次。', baseVersion: 2, reason: '' })),
  'report.takeSuggestion': ofReport('report.edit', ({ report }) => ({ suggestionId: report.suggestionIds[0], over: null })),
  'report.declineSuggestion': ofReport('report.edit', ({ report }) => ({ suggestionId: report.suggestionIds[1], text: '以原文为准。' })),
  'report.withdrawSuggestion': ofReport('report.suggest', ({ report }) => ({ suggestionId: report.suggestionIds[2] })),
  'report.comment': ofReport('report.comment', () => ({ key: 'preamble', quote: '全年开展培训', repliesTo: null, text: '请补充人次。' })),
  'report.resolveThread': ofReport('report.comment', ({ report }) => ({ commentId: report.commentId })),
  'report.saveFact': ofReport('report.edit', () => ({ id: null, seen: null, fact: aLocalFact })),
  'report.factImpact': ofReport('report.edit', ({ report }) => ({
    id: report.factId,
    seen: aLocalFact,
    fact: { ...aLocalFact, value: '3' },
  })),
  'report.retireFact': ofReport('report.edit', ({ report }) => ({ id: report.factId })),
  'report.settleNumbers': ofReport('report.edit', ({ report }) => ({ seenHash: report.hash, evidence: '年度台账' })),
  'report.explain': ofReport('report.explain', ({ report }) => ({ ...report.finding, text: '该单位机构调整，已书面说明。' })),
  'report.noteRule': ofReport('rule.note', () => ({ rule: 't3-col', text: '部分公开的也应计入。' })),
  'report.countersign': ofReport('report.countersign', ({ report }) => ({ exceptionId: report.exceptionId })),
  'report.adjust': {
    ...ofReport('report.adjust', () => ({
      changeId: randomUUID(),
      cell: 's3.granted.natural_person',
      raw: '+1',
      reason: '系统切换遗留一件，已书面说明。',
    })),
    succeeds: false,
  },
  'report.adjustmentImpact': {
    ...ofReport('report.adjust', () => ({ cell: 's3.granted.natural_person', raw: '+1' })),
    succeeds: false,
  },
  'report.countersignImpact': ofReport('report.sign_adjustment', ({ report }) => ({ adjustmentId: report.adjustmentId })),
  'report.signAdjustment': ofReport('report.sign_adjustment', ({ report }) => ({ adjustmentId: report.adjustmentId })),
  'report.withdrawAdjustment': ofReport('report.adjust', ({ report }) => ({ adjustmentId: report.takenBackId })),
  'report.withdrawAdjustmentImpact': ofReport('report.adjust', ({ report }) => ({ adjustmentId: report.takenBackId })),
  'report.saveCellRemark': ofReport('report.edit', () => ({
    cell: 's3.granted.natural_person',
    text: '含补正后重新提出的',
    baseVersion: 0,
  })),
  'report.confirmCarried': ofReport('report.edit', ({ report }) => ({ paragraphId: report.carriedId })),
  'report.own': { who: 'own', input: ({ district }) => ({ year: district.year }) },
  'report.standing': ofReport('report.read'),
  'report.packing': { who: 'own', input: () => ({ id: '0'.repeat(32) }) },
  // Each item is answered for itself, as report.finalise would; who may finalise one of them types the password first.
  'report.finaliseMany': {
    who: 'own',
    succeeds: false,
    input: ({ district, report }) => ({
      changeId: randomUUID(),
      year: district.year,
      password: 'Xiangyang#2026',
      items: [{ unitId: district.unitIds[0], seenHash: report.hash }],
    }),
  },
  'report.finalise': {
    ...official(ofReport('report.finalise', ({ report }) => ({ changeId: randomUUID(), seenHash: report.hash, password: '' }))),
    succeeds: false,
  },
  'report.editionSheet': { ...ofReport('report.read', () => ({ edition: 1 })), succeeds: false },
  'report.toSign': { who: 'own', input: nothing },
  'report.waiting': { who: 'own', input: nothing },
  'report.signPage': ofReport('report.read'),
  // Nobody signs reports in this district.
  'report.sign': {
    ...ofReport('report.sign', ({ report }) => ({ step: 'office', changeId: randomUUID(), seenHash: report.hash, note: '' })),
    succeeds: false,
  },
  'report.sendForSigning': {
    ...ofReport('report.finalise', ({ report }) => ({ changeId: randomUUID(), seenHash: report.hash })),
    succeeds: false,
  },
  'report.withdrawSignature': {
    ...ofReport('report.sign', () => ({ signatureId: 'none', reason: '签错了年份，重新核对后再签。' })),
    succeeds: false,
  },
  'trends.choice': { who: 'own', input: () => ({}) },
  'trends.years': atRoot('report.read', ({ district }) => ({ unitId: district.rootId, scope: 'consolidated' })),
  'trends.units': atRoot('report.read', ({ district: { rootId, year } }) => ({ unitId: rootId, year, measure: 'received' })),
  'contribution.tasks': { who: 'own', input: nothing },
  'contribution.ofUnit': ofUnit('report.read', ({ district: { year } }, unitId) => ({ unitId, year })),
  'contribution.ofReport': ofReport('report.read'),
  'contribution.linesOfReport': ofReport('report.read', () => ({ of: 'waiting', page: 1 })),
  'contribution.ask': ofUnit('contribution.ask', ({ district: { year } }, unitId) => ({
    year,
    unitIds: [unitId],
    topic: 'social_evaluation',
    question: '本年社会评议结果如何？',
    dueOn: `${year + 1}-01-10`,
  })),
  'contribution.askAgain': ofUnit('contribution.ask', ({ district: { year }, contributionId }) => ({
    requestId: contributionId,
    question: '本年组织了几场培训，多少人次？',
    dueOn: `${year + 1}-01-15`,
    baseVersion: 0,
  })),
  'contribution.withdraw': ofUnit('contribution.ask', ({ contributionId }) => ({ requestId: contributionId })),
  'contribution.answer': ofUnit('contribution.answer', ({ contributionId }) => ({
    requestId: contributionId,
    baseVersion: 0,
    number: '12场',
    evidence: '签到表',
    sentence: '全年组织培训12场。',
  })),
  // Of an explanation; of answers and facts: `commands/attachment/attachments.integration.test.ts`.
  'attachment.of': ofQuarter('filing.read', ({ explanationId }) => ({ about: 'explanation', aboutId: explanationId })),
  'attachment.sendPiece': {
    ...ofQuarter('filing.explain', ({ explanationId }) => ({
      ...{ about: 'explanation', aboutId: explanationId, upload: randomUUID(), piece: 0, file: aFileSent },
    })),
    isUnseen: true,
  },
  'attachment.add': ofQuarter('filing.explain', ({ explanationId }) => ({
    ...{ about: 'explanation', aboutId: explanationId, upload: randomUUID(), file: aFileSent },
  })),
  'attachment.remove': ofQuarter('filing.explain', ({ attachmentId }) => ({ id: attachmentId })),
  'contribution.answerNothing': ofUnit('contribution.answer', ({ contributionId }) => ({ requestId: contributionId, baseVersion: 0 })),
  'slip.list': { who: 'own', input: nothing },
  'slip.waiting': { who: 'own', input: nothing },
  'slip.years': { who: 'own', input: nothing },
  'slip.desk': ofQuarter('filing.read', ({ filing: { unitId, year } }) => ({ unitId, year })),
  'slip.page': ofQuarter('filing.read', ({ signedSlip }) => ({ slipId: signedSlip.id })),
  'slip.write': ofQuarter('slip.write', ({ filing: { unitId, year }, signedSlip }) => ({
    unitId,
    year,
    slip: null,
    changes: signedSlip.changes,
    reason: signedSlip.reason,
  })),
  'slip.sign': ofQuarter('slip.write', ({ draftSlip, hash, filing: { year } }) => ({
    slipId: draftSlip.id,
    version: 1,
    seen: { [`${year}Q1`]: hash },
  })),
  'slip.withdraw': ofQuarter('slip.write', ({ signedSlip }) => ({ slipId: signedSlip.id, version: 1 })),
  'slip.impact': ofQuarter('slip.decide', ({ signedSlip }) => ({ slipId: signedSlip.id, version: 1 })),
  'slip.accept': official(ofQuarter('slip.decide', ({ signedSlip }) => ({ slipId: signedSlip.id, version: 1, password: '' }))),
  'slip.refuse': official(
    ofQuarter('slip.decide', ({ signedSlip }) => ({
      slipId: signedSlip.id,
      version: 1,
      reason: '与台账不符，请补充依据后另行填写。',
      password: '',
    })),
  ),
  'rules.list': { who: 'own', input: nothing },
  'rules.office': { who: 'own', input: nothing },
  'rules.notes': atRoot('rule.answer'),
  'rules.answer': atRoot('rule.answer', ({ report }) => ({ noteId: report.ruleNoteId, text: '已转市里研究。' })),
  'phrases.list': atRoot('phrase.manage'),
  'phrases.add': atRoot('phrase.manage', () => ({ text: '请补充依据。' })),
  'phrases.change': atRoot('phrase.manage', ({ phraseIds }) => ({
    phraseId: phraseIds[0],
    text: '请核对后补充依据。',
    seen: '请核对结转数。',
  })),
  'phrases.move': atRoot('phrase.manage', ({ phraseIds }) => ({ phraseId: phraseIds[0], to: 'down' })),
  'phrases.retire': atRoot('phrase.manage', ({ phraseIds }) => ({ phraseId: phraseIds[0] })),
  'notice.unread': { who: 'own', input: nothing },
  'notice.inbox': { who: 'own', input: nothing },
  // What nobody else sees is no event.
  'notice.read': { who: 'own', input: () => ({ ids: null }) },
  'notice.choose': { who: 'own', input: () => ({ address: 'someone@office.example', pace: 'daily', quietFrom: 20, quietTo: 8 }) },
  'notice.messages': atRoot('message.manage'),
  'chase.list': atRoot('filing.chase', ({ district: { year } }) => ({ year, quarter: 1 })),
  'chase.onBoard': { who: 'own', input: () => ({ filingIds: [] }) },
  'chase.send': ofQuarter('filing.chase', ({ filing: { id } }) => ({ changeId: randomUUID(), filingIds: [id], words: '', again: [] })),
  'announcement.own': { who: 'own', input: nothing },
  'announcement.list': atRoot('announcement.manage'),
  'announcement.publish': atRoot('announcement.manage', () => ({ ...announced, changeId: randomUUID() })),
  'announcement.change': atRoot('announcement.manage', ({ announcementIds: [id] }) => ({
    ...{ id, facts: { ...announced, text: '周六晚维护。' }, seen: announced },
  })),
  'announcement.withdraw': atRoot('announcement.manage', ({ announcementIds: [, id] }) => ({ id })),
  'announcement.dismiss': { who: 'own', input: ({ announcementIds: [id] }) => ({ id, seen: announced.text }) },
  // Nothing was sent in this district.
  'notice.retry': { ...atRoot('message.manage', () => ({ id: 'none' })), succeeds: false },
  'audit.events': atRoot('audit.read', () => ({})),
  'audit.ofFiling': filing('filing.read'),
};
