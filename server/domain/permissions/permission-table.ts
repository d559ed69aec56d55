import type { FilingStatus } from '../workflow/filing-status';
import type { DividedRole, Role, UnitRelation } from './roles';

/** Every act that is guarded, with the sentence shown when it is refused for lack of permission. */
export const actions = {
  'filing.read': '查看填报',
  'filing.edit': '填写数据和文字',
  'filing.take_in': '导入工作簿',
  'filing.declare': '申报本期无',
  'filing.explain': '填写说明、申请放行',
  'filing.sign_off': '单位内部签字',
  'filing.submit': '报送',
  'filing.recall': '撤回报送',
  'filing.open_review': '开始审核',
  'filing.claim': '接下审核',
  'filing.draft_remark': '起草批注',
  'filing.return': '退回',
  'filing.approve': '通过审核',
  'filing.take_back_approval': '撤回通过',
  'filing.unlock': '解锁',
  'filing.undo_unlock': '撤销解锁',
  'filing.countersign': '会签放行',
  'filing.answer_remark': '答复批注',
  'filing.comment': '讨论、标记待跟进',
  'filing.chase': '催报',
  'deadline.ask': '申请延期',
  'deadline.extend': '延长报送期限、办理延期申请',
  'practice.start': '练习填报',
  'slip.write': '填写更正单',
  'slip.decide': '签署更正单',
  'phrase.manage': '维护常用语',
  'opening.set': '设置期初数',
  'board.read': '查看进度总览',
  'overview.read': '查看概况',
  'report.read': '查看年报',
  'report.edit': '编写年报文字',
  'report.suggest': '建议修改年报文字',
  'report.comment': '就年报文字留言',
  'report.sign': '签发年报',
  'report.adjust': '填写年报调整',
  'report.sign_adjustment': '会签年报调整',
  'contribution.ask': '向单位征集材料',
  'contribution.answer': '答复材料征集',
  'report.explain': '说明年报核对结果、申请放行',
  'report.countersign': '会签年报放行',
  'report.finalise': '定稿',
  'report.export': '导出年报',
  'report.import': '导入已发布的年报',
  'rule.note': '反映规则有误',
  'rule.answer': '答复规则意见',
  'unit.manage': '管理单位',
  'people.read': '查看人员和岗位',
  'people.manage': '管理人员账号',
  'duty.manage': '给予和结束岗位',
  'policy.manage': '设定密码和两步验证的要求、解除暂缓登录、重置两步验证',
  'three_roles.divide': '开启三员分立',
  'three_roles.ask': '办理三员事项',
  'year.manage': '管理年度、季度和期限',
  'year.roll_over': '结转到新的一年',
  'audit.read': '查看操作记录',
  'backup.read': '查看备份情况',
  'message.manage': '查看和重发未送达的通知',
  'announcement.read': '查看公告',
  'announcement.manage': '发布、修改和撤回公告',
} as const;
export type Action = keyof typeof actions;

/** One act: in which states of the filing it may be done, and by each role on which units. */
export type Permission = {
  /** Asked only of things that have a status; the others are never in the wrong one. */
  when: readonly FilingStatus[] | 'always';
} & Readonly<Record<Exclude<Role, DividedRole>, readonly UnitRelation[]>>;

const none = [] as const;
const own = ['own'] as const;
const ownAndBelow = ['own', 'below'] as const;
/** The own unit and what it took over: a successor answers for its predecessor. */
const ownAndSucceeded = ['own', 'succeeded'] as const;
const always = 'always';
const editable = ['open', 'returned'] as const;
const underReview = ['submitted', 'in_review'] as const;
const unapproved = [...editable, ...underReview] as const;

/**
 * The one table. It draws the buttons and guards procedures, pages and downloads; a row is an act with everybody who may do it.
 * A clerk writes in the own unit, and slips of the closed ones it took over; a head (分管领导) signs what the unit submits and writes no
 * figure; a reviewer judges and edits no figure; an admin runs the year and enters no figures but opening balances and what a unit's workbook
 * says (README, 2026-11-30); an auditor reads all and writes nothing (R4).
 */
export const permissionTable: Readonly<Record<Action, Permission>> = {
  'filing.read': { when: always, clerk: ownAndSucceeded, head: own, reviewer: ownAndBelow, admin: ownAndBelow, auditor: ownAndBelow },
  'filing.edit': { when: editable, clerk: own, head: none, reviewer: none, admin: none, auditor: none },
  'filing.take_in': { when: editable, clerk: own, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'filing.declare': { when: editable, clerk: own, head: none, reviewer: none, admin: none, auditor: none },
  'filing.explain': { when: editable, clerk: own, head: none, reviewer: none, admin: none, auditor: none },
  'filing.sign_off': { when: editable, clerk: none, head: own, reviewer: none, admin: none, auditor: none },
  'filing.submit': { when: editable, clerk: own, head: none, reviewer: none, admin: none, auditor: none },
  'filing.recall': { when: ['submitted'], clerk: own, head: none, reviewer: none, admin: none, auditor: none },
  'filing.open_review': { when: ['submitted'], clerk: none, head: none, reviewer: ownAndBelow, admin: ownAndBelow, auditor: none },
  'filing.claim': { when: underReview, clerk: none, head: none, reviewer: ownAndBelow, admin: ownAndBelow, auditor: none },
  'filing.draft_remark': { when: underReview, clerk: none, head: none, reviewer: ownAndBelow, admin: ownAndBelow, auditor: none },
  'filing.return': { when: underReview, clerk: none, head: none, reviewer: ownAndBelow, admin: ownAndBelow, auditor: none },
  'filing.approve': { when: underReview, clerk: none, head: none, reviewer: ownAndBelow, admin: ownAndBelow, auditor: none },
  'filing.take_back_approval': { when: ['approved'], clerk: none, head: none, reviewer: ownAndBelow, admin: ownAndBelow, auditor: none },
  'filing.unlock': { when: ['approved'], clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'filing.undo_unlock': { when: ['returned'], clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'filing.countersign': { when: unapproved, clerk: none, head: none, reviewer: ownAndBelow, admin: ownAndBelow, auditor: none },
  'filing.answer_remark': { when: ['returned'], clerk: own, head: none, reviewer: none, admin: none, auditor: none },
  'filing.comment': { when: always, clerk: own, head: own, reviewer: ownAndBelow, admin: ownAndBelow, auditor: none },
  'filing.chase': { when: editable, clerk: none, head: none, reviewer: ownAndBelow, admin: ownAndBelow, auditor: none },
  'deadline.ask': { when: editable, clerk: own, head: none, reviewer: none, admin: none, auditor: none },
  'deadline.extend': { when: editable, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'practice.start': { when: always, clerk: own, head: none, reviewer: none, admin: none, auditor: none },
  'slip.write': { when: ['locked'], clerk: ownAndSucceeded, head: none, reviewer: none, admin: none, auditor: none },
  'slip.decide': { when: ['locked'], clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'phrase.manage': { when: always, clerk: none, head: none, reviewer: ownAndBelow, admin: ownAndBelow, auditor: none },
  'opening.set': { when: always, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'board.read': { when: always, clerk: none, head: none, reviewer: ownAndBelow, admin: ownAndBelow, auditor: ownAndBelow },
  'overview.read': { when: always, clerk: none, head: own, reviewer: none, admin: ownAndBelow, auditor: none },
  'report.read': { when: always, clerk: own, head: own, reviewer: ownAndBelow, admin: ownAndBelow, auditor: ownAndBelow },
  'report.edit': { when: always, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'report.suggest': { when: always, clerk: none, head: own, reviewer: ownAndBelow, admin: ownAndBelow, auditor: none },
  'report.comment': { when: always, clerk: own, head: own, reviewer: ownAndBelow, admin: ownAndBelow, auditor: none },
  'report.sign': { when: always, clerk: none, head: own, reviewer: ownAndBelow, admin: ownAndBelow, auditor: none },
  'report.adjust': { when: always, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'report.sign_adjustment': { when: always, clerk: none, head: none, reviewer: ownAndBelow, admin: ownAndBelow, auditor: none },
  'contribution.ask': { when: always, clerk: none, head: none, reviewer: ownAndBelow, admin: ownAndBelow, auditor: none },
  'contribution.answer': { when: always, clerk: own, head: none, reviewer: none, admin: none, auditor: none },
  'report.explain': { when: always, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'report.countersign': { when: always, clerk: none, head: none, reviewer: ownAndBelow, admin: ownAndBelow, auditor: none },
  'report.finalise': { when: always, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'report.export': { when: always, clerk: own, head: own, reviewer: ownAndBelow, admin: ownAndBelow, auditor: ownAndBelow },
  'report.import': { when: always, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'rule.note': { when: always, clerk: own, head: none, reviewer: ownAndBelow, admin: ownAndBelow, auditor: none },
  'rule.answer': { when: always, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'unit.manage': { when: always, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'people.read': { when: always, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'people.manage': { when: always, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'duty.manage': { when: always, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'policy.manage': { when: always, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'three_roles.divide': { when: always, clerk: none, head: none, reviewer: none, admin: own, auditor: none },
  'three_roles.ask': { when: always, clerk: none, head: none, reviewer: none, admin: none, auditor: own },
  'year.manage': { when: always, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'year.roll_over': { when: always, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'audit.read': { when: always, clerk: none, head: none, reviewer: none, admin: none, auditor: ownAndBelow },
  'backup.read': { when: always, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'message.manage': { when: always, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
  'announcement.read': { when: always, clerk: own, head: own, reviewer: own, admin: own, auditor: own },
  'announcement.manage': { when: always, clerk: none, head: none, reviewer: none, admin: ownAndBelow, auditor: none },
};

/**
 * What becomes of the administrator's acts where 三员 are three people: each of these is the system's or the security administrator's then and no
 * administrator's any more, so that nobody gives posts who runs accounts. What makes the report stays where it is; neither of the two sees a figure.
 */
export const dividedActs = {
  system_admin: ['unit.manage', 'year.manage', 'people.read', 'people.manage', 'backup.read', 'message.manage'],
  security_admin: ['people.read', 'duty.manage', 'policy.manage'],
} as const satisfies Record<DividedRole, readonly Action[]>;

/** What the two do beside: the progress of the units stands on the page of years. */
const besides: Readonly<Record<DividedRole, readonly Action[]>> = {
  system_admin: ['board.read', 'three_roles.ask', 'announcement.read'],
  security_admin: ['three_roles.ask', 'announcement.read'],
};

/** On which units a role does an act. */
export function unitsOf(role: Role, action: Action): readonly UnitRelation[] {
  if (role !== 'system_admin' && role !== 'security_admin') return permissionTable[action][role];
  const acts: readonly Action[] = [...dividedActs[role], ...besides[role]];
  return acts.includes(action) ? ownAndBelow : none;
}

/** Is this no administrator's any more where 三员 are three people? Nor is dividing them anew. */
export function isDividedAct(action: Action): boolean {
  return action === 'three_roles.divide' || Object.values(dividedActs).some((acts: readonly Action[]) => acts.includes(action));
}
