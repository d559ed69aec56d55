import type { StoredNotice } from '@/db/store';
import { noticeLine } from '@/server/domain/notices';

/** Of a mail: its subject says how many, its text where and what, each with the way there. */
export function mailText(notices: readonly StoredNotice[], address: string): { subject: string; text: string } {
  return {
    subject: `年报系统：${notices.length} 条通知`,
    text: `${lines(notices, address)}\n\n--\n本邮件由年报系统自动发送，请勿回复。提醒方式可在“我的账号”中更改：${address}/account\n`,
  };
}

/** Some robots take only what holds a word that was agreed on: it begins with the name of the program. */
export function robotText(notices: readonly StoredNotice[], address: string): string {
  return `年报系统提醒\n${lines(notices, address)}`;
}

function lines(notices: readonly StoredNotice[], address: string): string {
  return notices.map((notice) => `${noticeLine(notice).zh}\n${address}${notice.path}`).join('\n\n');
}
