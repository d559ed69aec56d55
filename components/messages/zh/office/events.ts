import type { AnnouncedFacts, SettledAct } from '@/server/domain/audit';
import type { DueLockSetting } from '@/server/domain/deadlines';
import { isNoteKey } from '@/server/domain/formats/format';
import { timeAt } from '@/server/domain/periods';
import { countLines, type EventNames, type EventWords, percentOf, shortHash } from '../../event-words';

const value = (raw: string | null) => (raw === null || raw === '' ? '（空）' : raw);
const share = (of: number | null) => (of === null ? '默认' : percentOf(of));

/** Whose tries were counted. */
const heldOffBy: Record<string, string> = { source: '同一来源', nowhere: '来源不明', account: '各来源合计', session: '办理前验证' };

function lockInWords(lock: DueLockSetting | null): string {
  return lock === null || lock.from === null ? '不锁定' : `${lock.from} 起到期的季度锁定，退回后至少 ${lock.daysAfterReturn} 天`;
}

/** Of whom a second factor is asked. */
const askedOf: Record<string, string> = { nobody: '不要求', admins: '管理员、审计员', admins_and_reviewers: '管理员、审计员和审核员' };

/** What a file is evidence for. */
const attachedTo: Record<string, string> = { explanation: '给说明', contribution: '给年报素材', fact: '给本地事实' };

const pendingActs: Record<string, (who: string, post: string) => string> = {
  own_post: (who, post) => `${who}给自己加岗位：${post}`,
  own_link: (who) => `${who}的新密码（链接曾在发出链接的人的浏览器中打开）`,
  three_give: (who, post) => `由${who}担任三员岗位：${post}`,
  three_end: (who, post) => `结束${who}的三员岗位：${post}`,
  three_link: (who) => `${who}的新密码（通过链接设置）`,
  three_off: () => '关闭三员分立',
};

/** What waits for somebody's confirmation. */
function pendingAct(p: SettledAct, n: EventNames): string {
  const post = `${p.unitId ? n.nameOf(p.unitId) : ''}${p.role ? n.role(p.role) : ''}`;
  return pendingActs[p.kind]?.(n.nameOf(p.userId), post) ?? p.kind;
}

/** Why nobody else confirmed it. */
function aloneWhy(p: { putOut?: string; by?: string }, n: EventNames, done: string): string {
  if (p.by === 'dividing') return '在开启三员分立时由本人指定，已生效';
  if (p.putOut) return `本可确认的${n.nameOf(p.putOut)}在此前 7 日内被同一人停用或结束岗位，${done}`;
  return `没有能登录的第二位管理员可以确认，${done}`;
}

/** To whom, and until when. */
function announcedTo({ audience, unitIds, role, endsOn }: AnnouncedFacts, n: EventNames): string {
  const to = { all: '全体', units: unitIds.map(n.nameOf).join('、'), role: role ? n.role(role) : '' }[audience];
  return `${to}，至 ${endsOn}`;
}

/** The event log's sentences. */
export const events: EventWords = {
  'figure.saved': (p, n) => `填写“${n.cell(p.cell)}”：${value(p.before)} → ${value(p.after)}`,
  'text.saved': (p, n) => `修改文字“${n.text(p.key)}”（${p.before.length} 字 → ${p.after.length} 字）`,
  'declaration.made': (p) => `申报第${p.section}部分本期无`,
  'declaration.lapsed': (p, n) => `第${p.section}部分的“本期无”因填写“${n.cell(p.cell)}”而失效`,
  'declaration.withdrawn': (p) => `撤回第${p.section}部分的“本期无”`,
  'explanation.written': (p) => `${p.kind === 'exception' ? '申请放行' : '填写说明'}（规则 ${p.rule}）：${p.text}`,
  'attachment.added': (p) =>
    `${attachedTo[p.about] ?? ''}添加附件：${p.name}（${Math.ceil(p.size / 1000)} KB，校验码 ${shortHash(p.hash)}）`,
  'attachment.removed': (p) => `移除附件：${p.name}（校验码 ${shortHash(p.hash)}）`,
  'exception.countersigned': (p) => `会签放行（规则 ${p.rule}）`,
  'filing.submitted': (p) => `报送，第 ${p.number} 次，内容校验码 ${shortHash(p.hash)}`,
  'filing.recalled': (p) => `撤回第 ${p.number} 次报送`,
  'filing.claimed': (p, n) =>
    p.from === null ? `接下第 ${p.number} 次报送的审核` : `从${n.nameOf(p.from)}接过第 ${p.number} 次报送的审核`,
  'filing.claim_released': (p) => `放回第 ${p.number} 次报送的审核`,
  'filing.review_opened': (p) => `开始审核第 ${p.number} 次报送`,
  'filing.chased': (p) => `催报（期限 ${p.dueOn}）${p.words ? `：${p.words}` : ''}`,
  'filing.returned': (p) => `退回第 ${p.number} 次报送，${p.remarks.length} 处批注：${p.reason}`,
  'filing.approved': (p) => `通过第 ${p.number} 次报送，内容校验码 ${shortHash(p.hash)}`,
  'filing.approval_taken_back': (p) => `撤回对第 ${p.number} 次报送的通过，恢复审核：${p.reason}`,
  'filing.unlocked': (p) => `解锁已通过的第 ${p.number} 次报送：${p.reason}`,
  'filing.unlock_undone': (p) => `撤销解锁，恢复第 ${p.number} 次报送的通过，内容校验码 ${shortHash(p.hash)}`,
  'filing.locked': (p) => `锁定报送（第 ${p.number} 次报送的内容）`,
  'filing.extended': (p) => {
    if (p.after === null) return `收回延期${p.before ? `（原延到 ${p.before.until}）` : ''}`;
    const day = `${p.before ? `${p.before.until} → ` : ''}${p.after.until}`;
    return p.after.cause === 'granted'
      ? `延长期限到 ${day}：${p.after.reason}`
      : `${p.after.cause === 'returned' ? '退回' : '解锁'}后的期限：${day}`;
  },
  'filing.extension_asked': (p) => `申请延期到 ${p.until}：${p.reason}`,
  'filing.extension_declined': (p) => `不同意延期到 ${p.until}（申请理由：${p.reason}）`,
  'remark_drafts.taken_over': (p, n) => `接手${n.nameOf(p.from)}对第 ${p.number} 次报送的审核，${p.count} 条未发出的批注转为自己的`,
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
  'filing.signed_off': (p) => `单位内部签字，内容校验码 ${shortHash(p.hash)}`,
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
    `依${p.of ? `${p.of.unitName} ` : ' '}${p.year} 年第 ${p.slip} 号更正单更正 ${p.changes.length} 处，成为第 ${p.number} 次报送，内容校验码 ${shortHash(p.hash)}`,
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
  'person.password_changed': (p, n) => `${n.nameOf(p.userId)}更改了自己的密码`,
  'person.password_profile_set': (p) => `密码要求：${p.before} → ${p.after}`,
  'person.second_factor_on': (p, n) => `${n.nameOf(p.userId)}开启了两步验证`,
  'person.second_factor_off': (p, n) => `${n.nameOf(p.userId)}关闭了自己的两步验证`,
  'person.second_factor_reset': (p, n) => `重置${n.nameOf(p.userId)}的两步验证`,
  'person.recovery_codes_renewed': (p, n) => `${n.nameOf(p.userId)}更换了恢复码`,
  'person.second_factor_policy_set': (p) => `两步验证的要求：${askedOf[p.before] ?? p.before} → ${askedOf[p.after] ?? p.after}`,
  'person.notices_chosen': (p, n) => `${n.nameOf(p.userId)}改动了自己的通知方式`,
  'person.telephone_set': (p, n) =>
    `${n.nameOf(p.userId)}的电话${p.change === 'removed' ? '被删去' : p.change === 'set' ? '已登记' : '已更改'}`,
  'announcement.published': (p, n) => `发布公告（${announcedTo(p, n)}）：${p.text}`,
  'announcement.changed': (p, n) =>
    `修改公告：（${announcedTo(p.before, n)}）${p.before.text} → （${announcedTo(p.after, n)}）${p.after.text}`,
  'announcement.withdrawn': () => '撤回公告',
  'message.retried': (p) => `重发未送达的通知（${p.channel}）`,
  'person.hold_off_lifted': (p, n) => `解除${n.nameOf(p.userId)}的暂缓登录`,
  'person.identity_bound': (p, n) => `${n.nameOf(p.userId)}绑定统一身份（${p.issuer}，标识校验码 ${shortHash(p.identity)}）`,
  'person.identity_unbound': (p, n) => `解除${n.nameOf(p.userId)}的统一身份绑定（${p.issuer}，标识校验码 ${shortHash(p.identity)}）`,
  'post.given': (p, n) => `给${n.nameOf(p.userId)}加岗位：${n.nameOf(p.unitId)}${n.role(p.role)}`,
  'post.ended': (p, n) => `结束${n.nameOf(p.userId)}的岗位：${n.nameOf(p.unitId)}${n.role(p.role)}`,
  'duty.asked': (p, n) =>
    `${pendingAct(p, n)}，等待确认，${timeAt(new Date(p.endsAt))} 前有效${p.kind.endsWith('_link') ? `；链接由${n.nameOf(p.askedBy)}发出` : ''}${p.reason ? `；理由：${p.reason}` : ''}`,
  'duty.confirmed': (p, n) => `确认：${pendingAct(p, n)}`,
  'duty.declined': (p, n) => `退回或撤回：${pendingAct(p, n)}`,
  'duty.lapsed': (p, n) => `未经确认，已失效：${pendingAct(p, n)}`,
  'attention.own_post': (p, n) =>
    `管理员${n.nameOf(p.userId)}给自己加岗位：${n.nameOf(p.unitId)}${n.role(p.role)}，${p.asked ? '等待另一位管理员确认' : aloneWhy(p, n, '已生效')}`,
  'attention.own_link_opened': (p, n) => `发给${n.nameOf(p.userId)}的密码链接，在发出链接的${n.nameOf(p.issuedBy)}的浏览器中打开`,
  'attention.own_link_used': (p, n) =>
    `发给${n.nameOf(p.userId)}的密码链接，曾在发出链接的${n.nameOf(p.issuedBy)}的浏览器中打开，现已使用，${p.asked ? '新密码等待另一人确认' : aloneWhy(p, n, '新密码已生效')}`,
  'three_roles.divided': (p, n) =>
    `开启三员分立：系统管理员${n.nameOf(p.system)}，安全管理员${n.nameOf(p.security)}，审计员${n.nameOf(p.auditor)}`,
  'three_roles.reunited': () => '关闭三员分立，管理事项由管理员办理',
  'year.withdrawn': (p) =>
    `撤销 ${p.year} 年度（没有任何数据）${p.filings > 0 ? `，收回 ${p.filings} 份空的报送任务` : ''}${p.indicators.length > 0 ? `，一并删去自设指标：${p.indicators.join('、')}` : ''}`,
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
  'report.signed': (p) => `签发年报（${p.name}），内容校验码 ${shortHash(p.hash)}${p.note ? `：${p.note}` : ''}`,
  'report.signature_withdrawn': (p) => `撤回年报签发（${p.name}）：${p.reason}`,
  'report.steps_set': (p) => `设置年报签发步骤：${p.after.join(' → ') || '（无）'}`,
  'rule.wording_changed': (p) =>
    `修改用词与重复的设定：重复上限 ${share(p.before.repetitionShare)} → ${share(p.after.repetitionShare)}，词表 ${countLines(p.before.words)} 条 → ${countLines(p.after.words)} 条`,
  'office.due_lock_set': (p) => `设定到期锁定：${lockInWords(p.before)} → ${lockInWords(p.after)}`,
  'office.contact_set': (p) => `修改办公室联系方式：${value(p.before)} → ${value(p.after)}`,
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
  'report.finalised': (p) => `年报定稿，第 ${p.edition} 版，校验码 ${shortHash(p.hash)}`,
  'report.exported': (p) => `导出年报${p.edition === null ? '草稿' : `第 ${p.edition} 版`}（${p.kind}），校验码 ${shortHash(p.hash)}`,
  'report.imported': (p) =>
    `导入已发布的年报“${p.file}”，成为第 ${p.edition} 版${p.damage ? `；没有读到的：${p.damage.map((one) => one.replace(/。$/, '')).join('；')}` : ''}`,
  'rule.noted': (p) => `反映规则 ${p.rule} 有误：${p.text}`,
  'rule.note_answered': (p) => `答复对规则 ${p.rule} 的意见：${p.text}`,
  'workbook.taken_out': (p) => `导出工作簿，文件校验码 ${shortHash(p.hash)}`,
  'workbook.taken_in': (p) =>
    `导入工作簿“${p.file}”：写入 ${p.written} 格${p.kept > 0 ? `，${p.kept} 格以系统为准` : ''}${p.blanks > 0 ? `，${p.blanks} 格空白未清空` : ''}，文件校验码 ${shortHash(p.hash)}`,
  'filing.checked': (p) => `导出报送的核对报告（${p.kind}），校验码 ${shortHash(p.hash)}`,
  'report.checked': (p) => `导出年报的核对报告（${p.kind}），校验码 ${shortHash(p.hash)}`,
  'audit.exported': (p) =>
    `导出操作记录 ${p.events} 条（${p.kind}）${p.search === '' ? '' : `，条件：${p.search}`}，文件校验码 ${shortHash(p.hash)}`,
  'backup.restored': (p) => `从备份恢复（备份于 ${p.madeAt}，清单 ${shortHash(p.manifest)}，当时记录到第 ${p.head.seq} 条）`,
  'session.started': (p) => `登录（${p.username}${p.issuer ? `，经统一身份 ${p.issuer}` : ''}）`,
  'session.code_asked': (p) => `密码正确，等待动态口令（${p.username}）`,
  'session.recovery_code_used': (p) => `用恢复码登录（${p.username}），该恢复码作废`,
  'session.ended': () => '退出登录',
  'session.others_ended': (p) => `结束自己的其他登录（${p.count} 个）`,
  'session.refused': (p) => `登录被拒绝（${p.username}）：${p.why}`,
  'session.held_off': (p) => `输错密码或动态口令次数过多（${p.username}，${heldOffBy[p.by] ?? p.by}），暂缓至 ${timeAt(new Date(p.until))}`,
  'session.refusals_not_recorded': (p) =>
    `${p.from.startsWith('all') ? '各处' : '同一来源'}一小时内已记录 ${p.limit} 次${p.from.endsWith('pages') ? '被拒绝的页面访问' : '登录失败'}，${timeAt(new Date(p.until))} 前不再逐次记录`,
  refused: (p, n) => `“${n.act(p.act)}”${p.page ? ` ${p.page} ` : ''}被拒绝：${p.sentence}`,
};
