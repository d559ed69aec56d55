import { type Action, actions } from '@/server/domain/permissions';
import type { Language } from '../../messages/language';

/** Acts that are tried without a permission row. */
const furtherActs: Record<string, string> = {
  setup: '建立首位管理员',
  'session.start': '登录',
  'session.end': '退出',
  'person.set_password': '设置密码',
  'session.confirm': '再次验证密码',
  'report.set_steps': '设置签发步骤',
  'report.send_for_signing': '送签',
  'report.withdraw_signature': '撤回年报签字',
};

const inEnglish: Record<Action, string> = {
  'filing.read': 'read a filing',
  'filing.edit': 'enter figures or text',
  'filing.declare': 'declare nothing to report',
  'filing.explain': 'explain or ask for an exception',
  'filing.submit': 'submit',
  'filing.recall': 'recall a submission',
  'filing.open_review': 'begin a review',
  'filing.return': 'return a submission',
  'filing.approve': 'approve a submission',
  'filing.unlock': 'unlock an approved submission',
  'filing.undo_unlock': 'undo an unlock',
  'filing.countersign': 'countersign an exception',
  'filing.answer_remark': 'answer a remark',
  'filing.sign_off': 'sign for the unit',
  'filing.comment': 'comment or mark for follow-up',
  'practice.start': 'practise',
  'slip.write': 'write a correction slip',
  'slip.decide': 'decide on a correction slip',
  'phrase.manage': 'keep the phrase list',
  'opening.set': 'set opening balances',
  'board.read': 'see the board',
  'report.read': 'read a report',
  'report.edit': 'write in a report',
  'report.suggest': 'suggest a change to the report',
  'report.comment': 'comment on the report',
  'report.sign': 'sign the report',
  'report.adjust': 'adjust a report',
  'report.sign_adjustment': 'countersign an adjustment',
  'contribution.ask': 'ask for a contribution',
  'contribution.answer': 'answer a request for a contribution',
  'report.explain': 'explain a finding of a report',
  'report.countersign': 'countersign for a report',
  'report.finalise': 'finalise a report',
  'report.export': 'export a report',
  'report.import': 'import a published report',
  'rule.note': 'say that a rule is wrong',
  'rule.answer': 'answer a note on a rule',
  'unit.manage': 'manage units',
  'people.manage': 'manage people and posts',
  'year.manage': 'manage years and quarters',
  'audit.read': 'read the event log',
};

const furtherInEnglish: Record<string, string> = {
  setup: 'create the first administrator',
  'session.start': 'sign in',
  'session.end': 'sign out',
  'person.set_password': 'set a password',
  'session.confirm': 'confirm the password',
  'report.set_steps': 'set the steps of signing',
  'report.send_for_signing': 'send a report round for signature',
  'report.withdraw_signature': 'withdraw a signature under a report',
};

/** What was tried, for the record of a refusal; an act this version does not know reads as its id. */
export function actName(act: string, language: Language): string {
  const [known, further] = language === 'zh' ? [actions, furtherActs] : [inEnglish, furtherInEnglish];
  return (Object.hasOwn(known, act) ? known[act as Action] : further[act]) ?? act;
}
