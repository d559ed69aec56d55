export { type ChasedLine, chaseText, isChasedJustNow, maxChaseWords, readChaseWords } from './chase';
export { type DueStage, dueStage } from './due-stage';
export { nextTry } from './next-try';
export { kindsOfNotice, type NoticeKind, noticeKinds } from './notice-kinds';
export { noticeLine, periodWords, type ToldNotice } from './notice-line';
export { type Channel, isQuiet, type Pace, paces, type QuietHours, type RobotKind, robotKinds, sendsUpTo } from './pace';
export { type Audience, aboutAnnouncement, announcementOf, type Telling, toldByEvent } from './told-by-event';
