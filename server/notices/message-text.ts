import type { StoredNotice } from '@/db/store';
import { noticeLine, type RobotKind } from '@/server/domain/notices';

/**
 * How many bytes of UTF-8 a robot's house takes in one text. A longer one is refused however often it is tried.
 *
 * @source 企业微信 群机器人配置说明 (2,048); 钉钉 自定义机器人接入; 飞书 自定义机器人使用指南 (20 kB)
 */
const mostBytes: Record<RobotKind, number> = { wecom: 2_048, dingtalk: 20_000, feishu: 20_000 };

/** Of a mail: its subject says how many, its text where and what, each with the way there. */
export function mailText(notices: readonly StoredNotice[], address: string): { subject: string; text: string } {
  return {
    subject: `年报系统：${notices.length} 条通知`,
    text: `${lines(notices, address)}\n\n--\n本邮件由年报系统自动发送，请勿回复。提醒方式可在“我的账号”中更改：${address}/account\n`,
  };
}

/** Some robots take only what holds a word that was agreed on: it begins with the name of the program. */
export function robotText(kind: RobotKind, notices: readonly StoredNotice[], address: string): string {
  const whole = robotWords(notices, address);
  if (fits(kind, whole)) return whole;
  // Gathered before a unit got a longer name, or for another house: what is left out is said.
  for (let shown = notices.length - 1; shown > 0; shown -= 1) {
    const cut = `${robotWords(notices.slice(0, shown), address)}\n\n另有 ${notices.length - shown} 条，请登录系统查看\n${address}`;
    if (fits(kind, cut)) return cut;
  }
  return `年报系统提醒\n${notices.length} 条，请登录系统查看\n${address}`;
}

/** The longest beginning of some notices that each of these houses takes whole in one text; one notice at least. */
export function thatFit(kinds: readonly RobotKind[], notices: readonly StoredNotice[], address: string): readonly StoredNotice[] {
  for (let count = notices.length; count > 1; count -= 1) {
    const beginning = notices.slice(0, count);
    if (kinds.every((kind) => fits(kind, robotWords(beginning, address)))) return beginning;
  }
  return notices.slice(0, 1);
}

const fits = (kind: RobotKind, text: string) => Buffer.byteLength(text) <= mostBytes[kind];

function robotWords(notices: readonly StoredNotice[], address: string): string {
  return `年报系统提醒\n${lines(notices, address)}`;
}

function lines(notices: readonly StoredNotice[], address: string): string {
  return notices.map((notice) => `${noticeLine(notice).zh}\n${address}${notice.path}`).join('\n\n');
}
