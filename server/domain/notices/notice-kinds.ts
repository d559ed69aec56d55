import { type Action, type Role, roles } from '../permissions';
import type { Sentence } from '../sentence';

/** What a notice is about. */
export const noticeKinds = [
  'returned',
  'unlocked',
  'approved',
  'commented',
  'to_sign',
  'due',
  'overdue',
  'chased',
  'asked',
  'answer_due',
  'answer_overdue',
  'slip_accepted',
  'slip_refused',
  'report_commented',
  'report_to_sign',
  'announced',
  'extension_asked',
  'extended',
  'extension_declined',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

interface KindOfNotice {
  /** Whoever may do this there, by one of these posts, is told. Asked when it is written, when it is sent and whenever it is shown. */
  act: Action;
  roles: readonly Role[];
  /** What happened, behind the names of the unit and the period. `day`: until when. */
  words: (day: string | null) => Sentence;
  /** Whether the group chats that the office's robots write into are told too. */
  isForRobots: boolean;
}

const plain = (zh: string, en: string) => () => ({ zh, en });

/**
 * Who is told what, in which words. Never a figure, a name or anything that somebody wrote: a message leaves the house. What the office writes to be
 * sent, and only where it chases, stands behind them (`chase.ts`).
 */
export const kindsOfNotice: Readonly<Record<NoticeKind, KindOfNotice>> = {
  returned: {
    act: 'filing.edit',
    roles: ['clerk'],
    words: plain('已退回，请修改后重新报送', 'returned; please revise and submit again'),
    isForRobots: true,
  },
  unlocked: {
    act: 'filing.edit',
    roles: ['clerk'],
    words: plain('已解锁，请修改后重新报送', 'unlocked; please revise and submit again'),
    isForRobots: true,
  },
  approved: { act: 'filing.edit', roles: ['clerk'], words: plain('已通过审核', 'approved'), isForRobots: false },
  commented: { act: 'filing.comment', roles: ['clerk', 'reviewer'], words: plain('有新的留言', 'has a new comment'), isForRobots: false },
  to_sign: { act: 'filing.sign_off', roles: ['head'], words: plain('待您签字', 'waits for your signature'), isForRobots: false },
  due: {
    act: 'filing.edit',
    roles: ['clerk'],
    words: (day) => ({ zh: `请在 ${day} 前报送`, en: `to be submitted by ${day}` }),
    isForRobots: false,
  },
  overdue: {
    act: 'filing.edit',
    roles: ['clerk'],
    words: (day) => ({ zh: `应于 ${day} 前报送，已逾期`, en: `was due by ${day} and is overdue` }),
    isForRobots: false,
  },
  chased: {
    act: 'filing.edit',
    roles: ['clerk'],
    words: (day) => ({ zh: `办公室催报，期限 ${day}，请尽快报送`, en: `the office asks for it, due by ${day}; please submit it soon` }),
    isForRobots: false,
  },
  asked: {
    act: 'contribution.answer',
    roles: ['clerk'],
    words: (day) => ({ zh: `需提供年报素材，请在 ${day} 前答复`, en: `material for the report is asked for by ${day}` }),
    isForRobots: true,
  },
  answer_due: {
    act: 'contribution.answer',
    roles: ['clerk'],
    words: (day) => ({ zh: `年报素材请在 ${day} 前答复`, en: `material for the report is to be answered by ${day}` }),
    isForRobots: false,
  },
  answer_overdue: {
    act: 'contribution.answer',
    roles: ['clerk'],
    words: (day) => ({ zh: `年报素材应于 ${day} 前答复，已逾期`, en: `material for the report was due by ${day} and is overdue` }),
    isForRobots: false,
  },
  slip_accepted: {
    act: 'slip.write',
    roles: ['clerk'],
    words: plain('更正单已签署生效', 'a correction slip was accepted'),
    isForRobots: false,
  },
  slip_refused: {
    act: 'slip.write',
    roles: ['clerk'],
    words: plain('更正单未获同意', 'a correction slip was not accepted'),
    isForRobots: false,
  },
  report_commented: {
    act: 'report.comment',
    roles: ['reviewer', 'admin'],
    words: plain('年报文字有新的留言', 'the text of the report has a new comment'),
    isForRobots: false,
  },
  report_to_sign: {
    act: 'report.sign',
    roles: ['reviewer', 'admin', 'head'],
    words: plain('年报待您签字', 'the annual report waits for your signature'),
    isForRobots: false,
  },
  announced: {
    act: 'announcement.read',
    roles,
    words: plain('办公室发布了公告', 'the office has made an announcement'),
    isForRobots: false,
  },
  extension_asked: {
    act: 'deadline.extend',
    roles: ['admin'],
    words: (day) => ({ zh: `申请延期到 ${day}，请办理`, en: `asks for time until ${day}` }),
    isForRobots: false,
  },
  extended: {
    act: 'filing.edit',
    roles: ['clerk'],
    words: (day) => ({ zh: `期限已延到 ${day}`, en: `has time until ${day} now` }),
    isForRobots: false,
  },
  extension_declined: {
    act: 'filing.edit',
    roles: ['clerk'],
    words: plain('延期申请未获同意', 'the extension was not granted'),
    isForRobots: false,
  },
};
