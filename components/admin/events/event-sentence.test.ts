import { describe, expect, it } from 'vitest';
import type { EventKind, EventPayloads } from '@/server/domain/audit';
import { en } from '../../messages/en';
import { zh } from '../../messages/zh';
import { eventSentence } from './event-sentence';

const names = { u1: '示例区教育局', p1: '顾念真', root: '示例区人民政府' };
const hash = 'a'.repeat(64);

/** One event of every kind; the type finds a kind that is missing. */
const examples: { [K in EventKind]: EventPayloads[K] } = {
  'figure.saved': { cell: 's3.new_received.natural_person', before: null, after: '83', version: 1 },
  'text.saved': { key: 'contribution', before: '', after: '本季度正常', version: 1 },
  'declaration.made': { section: '4' },
  'declaration.lapsed': { section: '4', cell: 's4.review.upheld' },
  'declaration.withdrawn': { section: '4' },
  'explanation.written': { id: 'e1', kind: 'explanation', rule: 'x-jump', boundTo: hash, text: '集中清理' },
  'exception.countersigned': { id: 'e1', rule: 't3-col', boundTo: hash },
  'filing.submitted': { number: 2, hash },
  'filing.recalled': { number: 2 },
  'filing.review_opened': { number: 2 },
  'filing.claimed': { number: 2, from: 'u1' },
  'filing.claim_released': { number: 2 },
  'filing.chased': { id: 'k1', words: '请于本周内报送', dueOn: '2026-10-15' },
  'filing.returned': { number: 2, reason: '结转数不符', remarks: [{ id: 'r1', anchor: 's3.carried_out.natural_person', text: '请核对' }] },
  'filing.approved': { number: 2, hash },
  'filing.approval_taken_back': { number: 2, hash, reason: '误点，尚未核对台账' },
  'filing.unlocked': { number: 2, reason: '上级核查发现漏报一件' },
  'filing.unlock_undone': { number: 2, hash },
  'filing.locked': { number: 2 },
  'filing.extended': { before: null, after: { until: '2026-10-20', reason: '台账在搬迁中', cause: 'granted' } },
  'filing.extension_asked': { until: '2026-10-20', reason: '台账在搬迁中' },
  'filing.extension_declined': { until: '2026-10-20', reason: '台账在搬迁中' },
  'remark_drafts.taken_over': { number: 2, from: 'u1', count: 2 },
  'remark.answered': { id: 'r1', answer: 'not_changed', text: '数据无误' },
  'remark.replied': { id: 'r2', remarkId: 'r1', text: '请看附件' },
  'comment.written': { id: 'c1', anchor: 's3.granted.natural_person', text: '与台账一致吗' },
  'comment.resolved': { id: 'c1', anchor: 'text' },
  'follow_up.marked': { anchor: 's3.granted.natural_person' },
  'follow_up.cleared': { anchor: 'text' },
  'phrase.added': { id: 'f1', text: '请核对结转数' },
  'phrase.changed': { id: 'f1', before: '请核对', after: '请核对结转数' },
  'phrase.retired': { id: 'f1', text: '请核对' },
  'phrase.moved': { id: 'f1', text: '请核对', place: 2 },
  'filing.signed_off': { hash },
  'practice.started': { quarter: 3 },
  'practice.cleared': { quarter: 3 },
  'opening.restated': { cell: 's3.carried_in.natural_person', before: '3', after: '4', reason: '上年漏计一件' },
  'opening.restatement_withdrawn': { cell: 's3.carried_in.natural_person', before: '4' },
  'slip.written': { number: 1, reason: '漏计一件', changes: [{ quarter: 1, cell: 's3.granted.natural_person', raw: '5' }] },
  'slip.signed': { number: 1, seen: { '1': hash } },
  'slip.withdrawn': { number: 1 },
  'slip.refused': { number: 1, reason: '依据不足' },
  'slip.accepted': { number: 1 },
  'filing.corrected': { slip: 1, year: 2026, number: 2, hash, changes: [{ cell: 's3.granted.natural_person', before: '4', after: '5' }] },
  'indicator.defined': { year: 2026, key: 'news', after: { name: '发布条数' } },
  'indicator.changed': { year: 2026, key: 'news', before: { name: '发布数' }, after: { name: '发布条数' } },
  'indicator.retired': { year: 2026, key: 'news' },
  'unit.closed': { closesOn: '2026-06-30', successorId: 'u1', before: null },
  'opening.set': { cell: 's2.normative_documents.in_force_opening', before: '9', after: '10', reason: '据上年年报' },
  'unit.created': { name: '示例区档案局', parentId: 'root', kind: 'department' },
  'unit.changed': { before: { name: '旧名', powers: [] }, after: { name: '新名', powers: ['licensing'] } },
  'person.created': { username: 'gu', name: '顾念真' },
  'person.changed': { before: { isActive: true }, after: { isActive: false } },
  'person.link_issued': { userId: 'p1', purpose: 'set_password' },
  'person.password_set': { userId: 'p1' },
  'person.password_changed': { userId: 'p1' },
  'person.password_profile_set': { before: 'dengbao', after: 'asvs' },
  'person.second_factor_on': { userId: 'p1' },
  'person.second_factor_off': { userId: 'p1' },
  'person.second_factor_reset': { userId: 'p1' },
  'person.recovery_codes_renewed': { userId: 'p1' },
  'person.notices_chosen': { userId: 'u', pace: 'daily', address: 'changed' },
  'person.telephone_set': { userId: 'p1', change: 'set' },
  'announcement.published': { id: 'a1', text: '系统周五晚维护', audience: 'all', unitIds: [], role: null, endsOn: '2026-12-31' },
  'announcement.changed': {
    id: 'a1',
    before: { text: '系统周五晚维护', audience: 'units', unitIds: ['u1'], role: null, endsOn: '2026-12-31' },
    after: { text: '系统周六晚维护', audience: 'role', unitIds: [], role: 'clerk', endsOn: '2026-12-31' },
  },
  'announcement.withdrawn': { id: 'a1' },
  'message.retried': { id: 'm', channel: 'mail' },
  'person.second_factor_policy_set': { before: 'nobody', after: 'admins_and_reviewers' },
  'person.hold_off_lifted': { userId: 'p1' },
  'person.identity_bound': { userId: 'p1', issuer: 'https://id.example', identity: hash },
  'person.identity_unbound': { userId: 'p1', issuer: 'https://id.example', identity: hash },
  'post.given': { userId: 'p1', role: 'clerk', unitId: 'u1' },
  'post.ended': { postId: 'x', userId: 'p1', role: 'clerk', unitId: 'u1' },
  'duty.asked': {
    ...{ id: 'w', kind: 'own_post', askedBy: 'p1', askedAs: null, userId: 'p1', role: 'reviewer', unitId: 'u1' },
    ...{ reason: '审核员休假', endsAt: '2026-12-07T02:00:00.000Z' },
  },
  'duty.confirmed': { id: 'w', kind: 'three_give', userId: 'p1', role: 'auditor', unitId: 'root' },
  'duty.declined': { id: 'w', kind: 'three_off', userId: null, role: null, unitId: 'root' },
  'duty.lapsed': { id: 'w', kind: 'own_link', userId: 'p1', role: null, unitId: null },
  'attention.own_post': { userId: 'p1', role: 'reviewer', unitId: 'u1', asked: null },
  'attention.own_link_opened': { userId: 'p1', issuedBy: 'p1' },
  'attention.own_link_used': { userId: 'p1', issuedBy: 'p1', asked: 'w' },
  'three_roles.divided': { system: 'p1', security: 'p1', auditor: 'p1' },
  'three_roles.reunited': {},
  'year.withdrawn': { year: 2099, filings: 2, indicators: ['走访'] },
  'year.created': { year: 2026, format: '2021', rowVariant: 'other_three' },
  'quarter.changed': { year: 2026, quarter: 3, before: { dueOn: '2026-10-15' }, after: { dueOn: '2026-10-20' } },
  'report.text_saved': { key: '5', before: '甲', after: '甲乙', version: 2 },
  'report.text_restored': { key: '1', restored: 2, version: 5 },
  'report.suggested': { id: 'e', key: '1', before: '甲', after: '乙', reason: '更准确' },
  'report.suggestion_decided': { id: 'e', key: '1', decision: 'taken', text: '' },
  'report.commented': { id: 'e', key: '5', quote: '问题', text: '请补充' },
  'report.comment_resolved': { id: 'e', key: '5', quote: '问题' },
  'report.signed': { id: 'e', step: 'legal', name: '法制审核', hash, note: '' },
  'report.signature_withdrawn': { id: 'e', step: 'legal', name: '法制审核', reason: '有误' },
  'report.steps_set': { before: [], after: ['办公室审核', '领导签发'] },
  'report.paragraph_carried': { id: 'e', key: 'preamble', fromYear: 2025, text: '本报告依据条例编制。' },
  'report.carried_confirmed': { id: 'e', key: 'preamble', fromYear: 2025 },
  'rule.wording_changed': { before: { repetitionShare: null, words: '' }, after: { repetitionShare: 0.4, words: '示列区=示例区' } },
  'office.due_lock_set': { before: null, after: { from: '2026-10-01', daysAfterReturn: 5 } },
  'office.contact_set': { before: '', after: '政务公开科 电话 0000-1234567' },
  'year.rolled_over': { year: 2026, from: 2025, openings: 12, indicators: 2, paragraphs: 3 },
  'session.confirmed': { act: 'report.finalise' },
  'report.fact_saved': { id: 'f', name: '公开条数', before: null, after: '1203', evidence: '平台统计' },
  'report.fact_retired': { id: 'f', name: '公开条数' },
  'report.adjusted': { id: 'a', cell: 's3.granted.natural_person', value: '-1', reason: '重复登记' },
  'report.adjustment_countersigned': { id: 'a', cell: 's3.granted.natural_person' },
  'report.adjustment_withdrawn': { id: 'a', cell: 's3.granted.natural_person' },
  'report.note_saved': { place: 's3.granted.natural_person', before: '', after: '含补正后重新提出的' },
  'contribution.asked': { id: 'c', topic: '社会评议', question: '本年结果如何', dueOn: '2027-01-10' },
  'contribution.answered': { id: 'c', number: '96.5', sentence: '满意度为96.5%。' },
  'contribution.withdrawn': { id: 'c', topic: '社会评议' },
  'report.finalised': { edition: 1, hash, scope: 'consolidated' },
  'report.exported': { edition: null, kind: 'docx', hash },
  'rule.noted': { id: 'n', rule: 't3-col', text: '其他处理未计入' },
  'rule.note_answered': { id: 'n', rule: 't3-col', text: '已更正' },
  'filing.checked': { kind: 'html', hash },
  'attachment.added': { id: 'a1', about: 'explanation', aboutId: 'e1', hash, name: '批文.pdf', type: 'pdf', size: 12_345 },
  'attachment.removed': { id: 'a1', hash, name: '批文.pdf' },
  'workbook.taken_out': { hash },
  'workbook.taken_in': { file: '三季度.xlsx', hash, written: 12, kept: 1, blanks: 2 },
  'report.checked': { kind: 'docx', hash },
  'report.imported': { edition: 1, hash, file: '2025.json' },
  'audit.exported': { events: 126, kind: 'xlsx', hash, search: '唐雨薇 2026-07-10' },
  'backup.restored': { madeAt: '2026-10-15T06:00:00.000Z', manifest: hash, head: { seq: 12, hash } },
  'session.started': { username: 'gu' },
  'session.ended': { sessionId: 'abcdef' },
  'session.others_ended': { count: 2 },
  'session.code_asked': { username: 'gu' },
  'session.recovery_code_used': { username: 'gu' },
  'session.held_off': { username: 'gu', by: 'account', until: '2026-11-30T02:00:00.000Z' },
  'session.refusals_not_recorded': { from: 'one', limit: 100, until: '2026-11-30T02:00:00.000Z' },
  'session.refused': { username: 'gu', why: 'too_many' },
  refused: { act: 'filing.edit', code: 'wrong_status', sentence: '已报送，不能修改。' },
};
const kinds = Object.keys(examples) as EventKind[];
const inChinese = (kind: EventKind) => eventSentence({ kind, payload: examples[kind] }, zh, names);
const inEnglish = (kind: EventKind) => eventSentence({ kind, payload: examples[kind] }, en, names);

describe('an event in words', () => {
  it.each(kinds)('%s reads as a sentence in both languages, without ids, undefined or null', (kind) => {
    for (const sentence of [inChinese(kind), inEnglish(kind)]) {
      expect(sentence.length).toBeGreaterThan(3);
      expect(sentence).not.toMatch(/undefined|null|\[object|\bp1\b|\bu1\b|s\d\.\w+/);
    }
  });

  it('names cells as the statutory form does, and tells blank from 0', () => {
    expect(inChinese('figure.saved')).toBe('填写“一、本年新收政府信息公开申请数量，自然人”：（空） → 83');
  });

  it('names the note below a table, as it is saved now and as it was saved once', () => {
    const now = { kind: 'report.text_saved', payload: { key: 't2', before: '', after: '含修订。', version: 1 } } as const;
    const once = { kind: 'report.note_saved', payload: { place: 't2', before: '', after: '含修订。' } } as const;
    for (const event of [now, once]) expect(eventSentence(event, zh, names)).toContain('第二部分表下附注');
    expect(eventSentence(once, zh, names)).not.toContain('备注');
    expect(inChinese('report.note_saved')).toContain('的备注：');
  });

  it('names units, people and posts', () => {
    expect(inChinese('post.given')).toBe('给顾念真加岗位：示例区教育局填报员');
    expect(inEnglish('post.given')).toBe('Gave 顾念真 a post: Clerk, 示例区教育局');
  });

  it('tells of a change only what changed', () => {
    expect(inChinese('unit.changed')).toBe('修改单位：名称 旧名 → 新名；职权 （空） → 行政许可');
    expect(inEnglish('person.changed')).toBe('Changed the person: can sign in yes → no');
    expect(inChinese('quarter.changed')).toBe('2026 年第 3 季度：期限 2026-10-15 → 2026-10-20');
  });

  it('names what was refused as the permission table does, and the page that somebody came to', () => {
    expect(inChinese('refused')).toBe('“填写数据和文字”被拒绝：已报送，不能修改。');
    const payload = { act: 'page.open', code: 'not_found', sentence: '没有找到这项内容，或者您无权查看。', page: '/office/units' };
    expect(eventSentence({ kind: 'refused', payload }, zh, names)).toBe(
      '“打开页面” /office/units 被拒绝：没有找到这项内容，或者您无权查看。',
    );
  });
});
