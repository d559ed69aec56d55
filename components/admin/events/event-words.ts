import type { EventKind, EventPayloads } from '@/server/domain/audit';
import { isNoteKey } from '@/server/domain/formats';

/** How an event names what it holds only by id. */
export interface EventNames {
  /** A unit or person by id; what has no name any more reads as its id. */
  nameOf: (id: string | null) => string;
  cell: (id: string) => string;
  /** What a remark or comment is pinned to: a cell, or the contribution. */
  anchor: (anchor: string) => string;
  role: (role: string) => string;
  act: (act: string) => string;
  /** The place of a text: a chapter or the contribution of a filing. */
  text: (key: string) => string;
  /** Before and after of a change, as `名称：甲 → 乙`. */
  change: (before: Record<string, unknown> | null, after: Record<string, unknown>) => string;
}

type Words = { [K in EventKind]: (payload: EventPayloads[K], names: EventNames) => string };

const value = (raw: string | null) => (raw === null || raw === '' ? '（空）' : raw);
const blank = (raw: string | null) => (raw === null || raw === '' ? '(blank)' : raw);
const short = (hash: string) => hash.slice(0, 12);

export const eventWordsZh: Words = {
  'figure.saved': (p, n) => `填写“${n.cell(p.cell)}”：${value(p.before)} → ${value(p.after)}`,
  'text.saved': (p, n) => `修改文字“${n.text(p.key)}”（${p.before.length} 字 → ${p.after.length} 字）`,
  'declaration.made': (p) => `申报第${p.section}部分本期无`,
  'declaration.lapsed': (p, n) => `第${p.section}部分的“本期无”因填写“${n.cell(p.cell)}”而失效`,
  'declaration.withdrawn': (p) => `撤回第${p.section}部分的“本期无”`,
  'explanation.written': (p) => `${p.kind === 'exception' ? '申请放行' : '填写说明'}（规则 ${p.rule}）：${p.text}`,
  'exception.countersigned': (p) => `会签放行（规则 ${p.rule}）`,
  'filing.submitted': (p) => `报送，第 ${p.number} 次，内容校验码 ${short(p.hash)}`,
  'filing.recalled': (p) => `撤回第 ${p.number} 次报送`,
  'filing.review_opened': (p) => `开始审核第 ${p.number} 次报送`,
  'filing.returned': (p) => `退回第 ${p.number} 次报送，${p.remarks.length} 处批注：${p.reason}`,
  'filing.approved': (p) => `通过第 ${p.number} 次报送，内容校验码 ${short(p.hash)}`,
  'filing.unlocked': (p) => `解锁已通过的第 ${p.number} 次报送：${p.reason}`,
  'filing.unlock_undone': (p) => `撤销解锁，恢复第 ${p.number} 次报送的通过，内容校验码 ${short(p.hash)}`,
  'filing.locked': (p) => `锁定报送（第 ${p.number} 次报送的内容）`,
  'remark.answered': (p) => `答复批注（${p.answer === 'changed' ? '已改' : '不改'}）${p.text ? `：${p.text}` : ''}`,
  'remark.replied': (p) => `讨论批注：${p.text}`,
  'comment.written': (p, n) => `就“${n.anchor(p.anchor)}”留言：${p.text}`,
  'comment.resolved': (p, n) => `了结“${n.anchor(p.anchor)}”的留言`,
  'follow_up.marked': (p, n) => `标记“${n.anchor(p.anchor)}”待跟进`,
  'follow_up.cleared': (p, n) => `取消“${n.anchor(p.anchor)}”的待跟进标记`,
  'phrase.added': (p) => `新增常用语：${p.text}`,
  'phrase.changed': (p) => `修改常用语：${p.before} → ${p.after}`,
  'phrase.retired': (p) => `停用常用语：${p.text}`,
  'phrase.moved': (p) => `常用语移到第 ${p.place} 条：${p.text}`,
  'filing.signed_off': (p) => `单位内部签字，内容校验码 ${short(p.hash)}`,
  'practice.started': (p) => `开始第 ${p.quarter} 季度的练习`,
  'practice.cleared': (p) => `清空第 ${p.quarter} 季度的练习`,
  'opening.restated': (p, n) => `更正期初数“${n.cell(p.cell)}”：${value(p.before)} → ${p.after}；理由：${p.reason}`,
  'opening.restatement_withdrawn': (p, n) => `撤回对期初数“${n.cell(p.cell)}”的更正（${p.before}）`,
  'slip.written': (p) => `填写 ${p.number} 号更正单，${p.changes.length} 处：${p.reason}`,
  'slip.signed': (p) => `单位签署 ${p.number} 号更正单`,
  'slip.withdrawn': (p) => `撤回 ${p.number} 号更正单`,
  'slip.refused': (p) => `不同意 ${p.number} 号更正单：${p.reason}`,
  'slip.accepted': (p) => `签署 ${p.number} 号更正单，更正生效`,
  'filing.corrected': (p) =>
    `依${p.of ? `${p.of.unitName} ` : ' '}${p.year} 年第 ${p.slip} 号更正单更正 ${p.changes.length} 处，成为第 ${p.number} 次报送，内容校验码 ${short(p.hash)}`,
  'indicator.defined': (p) => `新增 ${p.year} 年自设指标“${p.after.name ?? p.key}”（${p.key}）`,
  'indicator.changed': (p, n) => `修改 ${p.year} 年自设指标 ${p.key}：${n.change(p.before, p.after)}`,
  'indicator.retired': (p) => `停用 ${p.year} 年自设指标 ${p.key}`,
  'unit.closed': (p, n) => `单位于 ${p.closesOn} 撤并${p.successorId ? `，由${n.nameOf(p.successorId)}承接` : ''}`,
  'opening.set': (p, n) => `设置期初数“${n.cell(p.cell)}”：${value(p.before)} → ${p.after}`,
  'unit.created': (p, n) => `新增单位“${p.name}”${p.parentId ? `，上级为${n.nameOf(p.parentId)}` : ''}`,
  'unit.changed': (p, n) => `修改单位：${n.change(p.before, p.after)}`,
  'person.created': (p) => `新增人员${p.name}（用户名 ${p.username}）`,
  'person.changed': (p, n) => `修改人员：${n.change(p.before, p.after)}`,
  'person.link_issued': (p, n) => `给${n.nameOf(p.userId)}发出设置密码的一次性链接`,
  'person.password_set': (p, n) => `${n.nameOf(p.userId)}设置了密码`,
  'post.given': (p, n) => `给${n.nameOf(p.userId)}加岗位：${n.nameOf(p.unitId)}${n.role(p.role)}`,
  'post.ended': (p, n) => `结束${n.nameOf(p.userId)}的岗位：${n.nameOf(p.unitId)}${n.role(p.role)}`,
  'year.created': (p) => `建立 ${p.year} 年，格式 ${p.format}`,
  'quarter.changed': (p, n) => `${p.year} 年第 ${p.quarter} 季度：${n.change(p.before, p.after)}`,
  'report.text_saved': (p, n) => `修改年报文字“${n.text(p.key)}”（${p.before.length} 字 → ${p.after.length} 字）`,
  'report.text_restored': (p, n) => `年报文字“${n.text(p.key)}”恢复到第 ${p.restored} 稿，成为第 ${p.version} 稿`,
  'report.suggested': (p, n) =>
    `建议修改年报文字“${n.text(p.key)}”：${value(p.before)} → ${value(p.after)}${p.reason ? `；理由：${p.reason}` : ''}`,
  'report.suggestion_decided': (p, n) =>
    `${{ taken: '采纳', declined: '不采纳', withdrawn: '撤回' }[p.decision] ?? p.decision}对“${n.text(p.key)}”的修改建议${p.text ? `：${p.text}` : ''}`,
  'report.commented': (p, n) => `就年报文字“${n.text(p.key)}”留言：${p.text}`,
  'report.comment_resolved': (p, n) => `了结年报文字“${n.text(p.key)}”的留言`,
  'report.signed': (p) => `签发年报（${p.name}），内容校验码 ${short(p.hash)}${p.note ? `：${p.note}` : ''}`,
  'report.signature_withdrawn': (p) => `撤回年报签发（${p.name}）：${p.reason}`,
  'report.steps_set': (p) => `设置年报签发步骤：${p.after.join(' → ') || '（无）'}`,
  'rule.wording_changed': (p) =>
    `修改用词与重复的设定：重复上限 ${shareText(p.before.repetitionShare, '默认')} → ${shareText(p.after.repetitionShare, '默认')}，词表 ${lines(p.before.words)} 条 → ${lines(p.after.words)} 条`,
  'report.paragraph_carried': (p, n) => `从 ${p.fromYear} 年年报沿用“${n.text(p.key)}”的一段（${p.text.length} 字）`,
  'report.carried_confirmed': (p, n) => `确认沿用 ${p.fromYear} 年的一段（“${n.text(p.key)}”）`,
  'year.rolled_over': (p) =>
    `由 ${p.from} 年结转到 ${p.year} 年：期初数 ${p.openings} 项，自设指标 ${p.indicators} 项，沿用文字 ${p.paragraphs} 段`,
  'session.confirmed': (p, n) => `再次验证密码（${n.act(p.act)}）`,
  'report.fact_saved': (p) => `登记文中事实“${p.name}”：${value(p.before)} → ${p.after}（依据：${p.evidence}）`,
  'report.fact_retired': (p) => `停用文中事实“${p.name}”`,
  'report.adjusted': (p, n) => `年报调整“${n.cell(p.cell)}”：${p.value}；理由：${p.reason}`,
  'report.adjustment_countersigned': (p, n) => `会签年报调整“${n.cell(p.cell)}”`,
  'report.adjustment_withdrawn': (p, n) => `撤回年报调整“${n.cell(p.cell)}”`,
  'report.note_saved': (p, n) => `修改“${n.cell(p.place)}”${isNoteKey(p.place) ? '' : '的备注'}：${value(p.before)} → ${value(p.after)}`,
  'contribution.asked': (p) => `征集材料（${p.topic}，${p.dueOn} 前）：${p.question}`,
  'contribution.answered': (p) => `答复材料征集：${p.number} ${p.sentence}`,
  'contribution.withdrawn': (p) => `撤回材料征集（${p.topic}）`,
  'report.finalised': (p) => `年报定稿，第 ${p.edition} 版，校验码 ${short(p.hash)}`,
  'report.exported': (p) => `导出年报${p.edition === null ? '草稿' : `第 ${p.edition} 版`}（${p.kind}），校验码 ${short(p.hash)}`,
  'report.imported': (p) => `导入已发布的年报“${p.file}”，成为第 ${p.edition} 版`,
  'rule.noted': (p) => `反映规则 ${p.rule} 有误：${p.text}`,
  'rule.note_answered': (p) => `答复对规则 ${p.rule} 的意见：${p.text}`,
  'filing.checked': (p) => `导出报送的审核报告（${p.kind}），校验码 ${short(p.hash)}`,
  'report.checked': (p) => `导出年报的审核报告（${p.kind}），校验码 ${short(p.hash)}`,
  'session.started': (p) => `登录（${p.username}）`,
  'session.ended': () => '退出登录',
  'session.refused': (p) => `登录被拒绝（${p.username}）：${p.why}`,
  refused: (p, n) => `“${n.act(p.act)}”被拒绝：${p.sentence}`,
};

export const eventWordsEn: Words = {
  'figure.saved': (p, n) => `Entered "${n.cell(p.cell)}": ${blank(p.before)} → ${blank(p.after)}`,
  'text.saved': (p, n) => `Changed the text "${n.text(p.key)}" (${p.before.length} → ${p.after.length} characters)`,
  'declaration.made': (p) => `Declared nothing to report in section ${p.section}`,
  'declaration.lapsed': (p, n) => `The declaration for section ${p.section} lapsed when "${n.cell(p.cell)}" was entered`,
  'declaration.withdrawn': (p) => `Withdrew the declaration for section ${p.section}`,
  'explanation.written': (p) => `${p.kind === 'exception' ? 'Asked for an exception' : 'Explained'} (rule ${p.rule}): ${p.text}`,
  'exception.countersigned': (p) => `Countersigned an exception (rule ${p.rule})`,
  'filing.submitted': (p) => `Submitted, number ${p.number}, content ${short(p.hash)}`,
  'filing.recalled': (p) => `Recalled submission ${p.number}`,
  'filing.review_opened': (p) => `Began the review of submission ${p.number}`,
  'filing.returned': (p) => `Returned submission ${p.number} with ${p.remarks.length} remarks: ${p.reason}`,
  'filing.approved': (p) => `Approved submission ${p.number}, content ${short(p.hash)}`,
  'filing.unlocked': (p) => `Unlocked the approved submission ${p.number}: ${p.reason}`,
  'filing.unlock_undone': (p) => `Undid the unlock; submission ${p.number} is approved again, content ${short(p.hash)}`,
  'filing.locked': (p) => `Locked (the content of submission ${p.number})`,
  'remark.answered': (p) => `Answered a remark (${p.answer === 'changed' ? 'changed' : 'not changed'})${p.text ? `: ${p.text}` : ''}`,
  'remark.replied': (p) => `Discussed a remark: ${p.text}`,
  'comment.written': (p, n) => `Commented on "${n.anchor(p.anchor)}": ${p.text}`,
  'comment.resolved': (p, n) => `Resolved the comments on "${n.anchor(p.anchor)}"`,
  'follow_up.marked': (p, n) => `Marked "${n.anchor(p.anchor)}" for follow-up`,
  'follow_up.cleared': (p, n) => `Cleared the follow-up mark of "${n.anchor(p.anchor)}"`,
  'phrase.added': (p) => `Added the phrase: ${p.text}`,
  'phrase.changed': (p) => `Changed a phrase: ${p.before} → ${p.after}`,
  'phrase.retired': (p) => `Retired the phrase: ${p.text}`,
  'phrase.moved': (p) => `Moved the phrase to place ${p.place}: ${p.text}`,
  'filing.signed_off': (p) => `Signed off inside the unit, content ${short(p.hash)}`,
  'practice.started': (p) => `Began practising Q${p.quarter}`,
  'practice.cleared': (p) => `Cleared the practice of Q${p.quarter}`,
  'opening.restated': (p, n) => `Restated the opening "${n.cell(p.cell)}": ${blank(p.before)} → ${p.after}; reason: ${p.reason}`,
  'opening.restatement_withdrawn': (p, n) => `Withdrew the restatement of "${n.cell(p.cell)}" (${p.before})`,
  'slip.written': (p) => `Wrote correction slip ${p.number}, ${p.changes.length} cells: ${p.reason}`,
  'slip.signed': (p) => `Signed correction slip ${p.number} for the unit`,
  'slip.withdrawn': (p) => `Withdrew correction slip ${p.number}`,
  'slip.refused': (p) => `Refused correction slip ${p.number}: ${p.reason}`,
  'slip.accepted': (p) => `Signed correction slip ${p.number}; the correction is in force`,
  'filing.corrected': (p) =>
    `Corrected ${p.changes.length} cells by slip ${p.slip} of ${p.of ? `${p.of.unitName}, ` : ''}${p.year} as submission ${p.number}, content ${short(p.hash)}`,
  'indicator.defined': (p) => `Defined the ${p.year} indicator "${p.after.name ?? p.key}" (${p.key})`,
  'indicator.changed': (p, n) => `Changed the ${p.year} indicator ${p.key}: ${n.change(p.before, p.after)}`,
  'indicator.retired': (p) => `Retired the ${p.year} indicator ${p.key}`,
  'unit.closed': (p, n) => `Unit closed on ${p.closesOn}${p.successorId ? `, succeeded by ${n.nameOf(p.successorId)}` : ''}`,
  'opening.set': (p, n) => `Set the opening "${n.cell(p.cell)}": ${blank(p.before)} → ${p.after}`,
  'unit.created': (p, n) => `Added the unit "${p.name}"${p.parentId ? ` below ${n.nameOf(p.parentId)}` : ''}`,
  'unit.changed': (p, n) => `Changed the unit: ${n.change(p.before, p.after)}`,
  'person.created': (p) => `Added ${p.name} (user name ${p.username})`,
  'person.changed': (p, n) => `Changed the person: ${n.change(p.before, p.after)}`,
  'person.link_issued': (p, n) => `Issued a one-time password link to ${n.nameOf(p.userId)}`,
  'person.password_set': (p, n) => `${n.nameOf(p.userId)} set a password`,
  'post.given': (p, n) => `Gave ${n.nameOf(p.userId)} a post: ${n.role(p.role)}, ${n.nameOf(p.unitId)}`,
  'post.ended': (p, n) => `Ended a post of ${n.nameOf(p.userId)}: ${n.role(p.role)}, ${n.nameOf(p.unitId)}`,
  'year.created': (p) => `Created the year ${p.year}, format ${p.format}`,
  'quarter.changed': (p, n) => `Q${p.quarter} ${p.year}: ${n.change(p.before, p.after)}`,
  'report.text_saved': (p, n) => `Changed the report text "${n.text(p.key)}" (${p.before.length} → ${p.after.length} characters)`,
  'report.text_restored': (p, n) => `Restored draft ${p.restored} of the report text "${n.text(p.key)}" as draft ${p.version}`,
  'report.suggested': (p, n) =>
    `Suggested a change of "${n.text(p.key)}": ${blank(p.before)} → ${blank(p.after)}${p.reason ? `; reason: ${p.reason}` : ''}`,
  'report.suggestion_decided': (p, n) =>
    `${{ taken: 'Took', declined: 'Declined', withdrawn: 'Withdrew' }[p.decision] ?? p.decision} a suggestion for "${n.text(p.key)}"${p.text ? `: ${p.text}` : ''}`,
  'report.commented': (p, n) => `Commented on the report text "${n.text(p.key)}": ${p.text}`,
  'report.comment_resolved': (p, n) => `Resolved comments on the report text "${n.text(p.key)}"`,
  'report.signed': (p) => `Signed the report (${p.name}), content ${short(p.hash)}${p.note ? `: ${p.note}` : ''}`,
  'report.signature_withdrawn': (p) => `Withdrew a signature under the report (${p.name}): ${p.reason}`,
  'report.steps_set': (p) => `Set the steps of signing the report: ${p.after.join(' → ') || '(none)'}`,
  'rule.wording_changed': (p) =>
    `Changed the wording settings: repetition ${shareText(p.before.repetitionShare, 'standard')} → ${shareText(p.after.repetitionShare, 'standard')}, ${lines(p.before.words)} → ${lines(p.after.words)} words`,
  'report.paragraph_carried': (p, n) => `Carried a paragraph of "${n.text(p.key)}" from ${p.fromYear} (${p.text.length} characters)`,
  'report.carried_confirmed': (p, n) => `Confirmed a paragraph of "${n.text(p.key)}" carried from ${p.fromYear}`,
  'year.rolled_over': (p) =>
    `Rolled ${p.from} over to ${p.year}: ${p.openings} openings, ${p.indicators} indicators, ${p.paragraphs} paragraphs`,
  'session.confirmed': (p, n) => `Confirmed the password again (${n.act(p.act)})`,
  'report.fact_saved': (p) => `Recorded the fact "${p.name}": ${blank(p.before)} → ${p.after} (evidence: ${p.evidence})`,
  'report.fact_retired': (p) => `Retired the fact "${p.name}"`,
  'report.adjusted': (p, n) => `Adjusted "${n.cell(p.cell)}" by ${p.value}; reason: ${p.reason}`,
  'report.adjustment_countersigned': (p, n) => `Countersigned the adjustment of "${n.cell(p.cell)}"`,
  'report.adjustment_withdrawn': (p, n) => `Withdrew the adjustment of "${n.cell(p.cell)}"`,
  'report.note_saved': (p, n) =>
    `Changed ${isNoteKey(p.place) ? '' : 'the remark in '}"${n.cell(p.place)}": ${blank(p.before)} → ${blank(p.after)}`,
  'contribution.asked': (p) => `Asked for a contribution (${p.topic}, by ${p.dueOn}): ${p.question}`,
  'contribution.answered': (p) => `Answered a request: ${p.number} ${p.sentence}`,
  'contribution.withdrawn': (p) => `Withdrew a request (${p.topic})`,
  'report.finalised': (p) => `Finalised the report, edition ${p.edition}, content ${short(p.hash)}`,
  'report.exported': (p) => `Exported ${p.edition === null ? 'a draft' : `edition ${p.edition}`} (${p.kind}), content ${short(p.hash)}`,
  'report.imported': (p) => `Imported the published report "${p.file}" as edition ${p.edition}`,
  'rule.noted': (p) => `Said that rule ${p.rule} is wrong: ${p.text}`,
  'rule.note_answered': (p) => `Answered the note on rule ${p.rule}: ${p.text}`,
  'filing.checked': (p) => `Took out the check report of a filing (${p.kind}), content ${short(p.hash)}`,
  'report.checked': (p) => `Took out the check report of the annual report (${p.kind}), content ${short(p.hash)}`,
  'session.started': (p) => `Signed in (${p.username})`,
  'session.ended': () => 'Signed out',
  'session.refused': (p) => `Sign-in refused (${p.username}): ${p.why}`,
  refused: (p, n) => `Refused to ${n.act(p.act)}: ${p.sentence}`,
};

function shareText(share: number | null, standard: string): string {
  return share === null ? standard : `${Math.round(share * 1000) / 10}%`;
}

function lines(text: string): number {
  return text === '' ? 0 : text.split('\n').length;
}
