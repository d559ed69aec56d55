import type { FilingStatus } from '../workflow/filing-status';
import type { Role, UnitRelation } from './roles';

/** Every act that is guarded, with the sentence shown when it is refused for lack of permission. */
export const actions = {
  'filing.read': '查看填报',
  'filing.edit': '填写数据和文字',
  'filing.declare': '申报本期无',
  'filing.explain': '填写说明、申请放行',
  'filing.submit': '报送',
  'filing.recall': '撤回报送',
  'filing.open_review': '开始审核',
  'filing.return': '退回',
  'filing.approve': '通过审核',
  'filing.countersign': '会签放行',
  'filing.answer_remark': '答复批注',
  'opening.set': '设置期初数',
  'board.read': '查看进度总览',
  'report.read': '查看年报',
  'report.edit': '编写年报文字',
  'report.explain': '说明年报审核结果、申请放行',
  'report.countersign': '会签年报放行',
  'report.finalise': '定稿',
  'report.export': '导出年报',
  'report.import': '导入已发布的年报',
  'unit.manage': '管理单位',
  'people.manage': '管理人员和岗位',
  'year.manage': '管理年度、季度和期限',
  'audit.read': '查看操作记录',
} as const;
export type Action = keyof typeof actions;

/** Where and in which states a role may act. `any` also stands for acts on things without a status. */
export interface Permission {
  units: readonly UnitRelation[];
  statuses: readonly FilingStatus[] | 'any';
}

const own = ['own'] as const;
const ownAndBelow = ['own', 'below'] as const;
const editable = ['open', 'returned'] as const;
const underReview = ['submitted', 'in_review'] as const;
const allow = (units: readonly UnitRelation[], statuses: readonly FilingStatus[] | 'any' = 'any'): Permission => ({ units, statuses });

/**
 * The one table. It draws the buttons and guards procedures, pages and downloads; a row per act, null where the role never may.
 * A clerk writes in the own unit; a reviewer judges and edits no figure; an admin runs the year and enters no figures but
 * opening balances; an auditor reads all and writes nothing (R4).
 */
export const permissionTable: Record<Role, Record<Action, Permission | null>> = {
  clerk: {
    'filing.read': allow(own),
    'filing.edit': allow(own, editable),
    'filing.declare': allow(own, editable),
    'filing.explain': allow(own, editable),
    'filing.submit': allow(own, editable),
    'filing.recall': allow(own, ['submitted']),
    'filing.open_review': null,
    'filing.return': null,
    'filing.approve': null,
    'filing.countersign': null,
    'filing.answer_remark': allow(own, ['returned']),
    'opening.set': null,
    'board.read': null,
    'report.read': allow(own),
    'report.edit': null,
    'report.explain': null,
    'report.countersign': null,
    'report.finalise': null,
    'report.export': allow(own),
    'report.import': null,
    'unit.manage': null,
    'people.manage': null,
    'year.manage': null,
    'audit.read': null,
  },
  reviewer: {
    'filing.read': allow(ownAndBelow),
    'filing.edit': null,
    'filing.declare': null,
    'filing.explain': null,
    'filing.submit': null,
    'filing.recall': null,
    'filing.open_review': allow(ownAndBelow, ['submitted']),
    'filing.return': allow(ownAndBelow, underReview),
    'filing.approve': allow(ownAndBelow, underReview),
    'filing.countersign': allow(ownAndBelow, ['open', 'returned', 'submitted', 'in_review']),
    'filing.answer_remark': null,
    'opening.set': null,
    'board.read': allow(ownAndBelow),
    'report.read': allow(ownAndBelow),
    'report.edit': null,
    'report.explain': null,
    'report.countersign': allow(ownAndBelow),
    'report.finalise': null,
    'report.export': allow(ownAndBelow),
    'report.import': null,
    'unit.manage': null,
    'people.manage': null,
    'year.manage': null,
    'audit.read': null,
  },
  admin: {
    'filing.read': allow(ownAndBelow),
    'filing.edit': null,
    'filing.declare': null,
    'filing.explain': null,
    'filing.submit': null,
    'filing.recall': null,
    'filing.open_review': allow(ownAndBelow, ['submitted']),
    'filing.return': allow(ownAndBelow, underReview),
    'filing.approve': allow(ownAndBelow, underReview),
    'filing.countersign': allow(ownAndBelow, ['open', 'returned', 'submitted', 'in_review']),
    'filing.answer_remark': null,
    'opening.set': allow(ownAndBelow),
    'board.read': allow(ownAndBelow),
    'report.read': allow(ownAndBelow),
    'report.edit': allow(ownAndBelow),
    'report.explain': allow(ownAndBelow),
    'report.countersign': allow(ownAndBelow),
    'report.finalise': allow(ownAndBelow),
    'report.export': allow(ownAndBelow),
    'report.import': allow(ownAndBelow),
    'unit.manage': allow(ownAndBelow),
    'people.manage': allow(ownAndBelow),
    'year.manage': allow(ownAndBelow),
    'audit.read': null,
  },
  auditor: {
    'filing.read': allow(ownAndBelow),
    'filing.edit': null,
    'filing.declare': null,
    'filing.explain': null,
    'filing.submit': null,
    'filing.recall': null,
    'filing.open_review': null,
    'filing.return': null,
    'filing.approve': null,
    'filing.countersign': null,
    'filing.answer_remark': null,
    'opening.set': null,
    'board.read': allow(ownAndBelow),
    'report.read': allow(ownAndBelow),
    'report.edit': null,
    'report.explain': null,
    'report.countersign': null,
    'report.finalise': null,
    'report.export': allow(ownAndBelow),
    'report.import': null,
    'unit.manage': null,
    'people.manage': null,
    'year.manage': null,
    'audit.read': allow(ownAndBelow),
  },
};
