/** How soon somebody is sent what they are told: at once, once a day, once a week, or not at all. */
export const paces = ['at_once', 'daily', 'weekly', 'never'] as const;
export type Pace = (typeof paces)[number];

/** How a message leaves the house: by mail to one person, or by a robot into a group chat. */
export type Channel = 'mail' | RobotKind;
export const robotKinds = ['wecom', 'dingtalk', 'feishu'] as const;
export type RobotKind = (typeof robotKinds)[number];

/** When nothing is sent, in full hours of the office's time; from 20 to 8 goes over midnight, from 8 to 8 is never. */
export interface QuietHours {
  quietFrom: number;
  quietTo: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** The office's time is eight hours ahead of UTC. */
const offsetMs = 8 * hourMs;
/** Digests come at eight, those of a week on Mondays. */
const digestHour = 8;
/** 1970-01-05 was the first Monday. */
const firstMondayMs = 4 * dayMs;

export function isQuiet({ quietFrom, quietTo }: QuietHours, now: Date): boolean {
  const hour = Math.floor(((now.getTime() + offsetMs) % dayMs) / hourMs);
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo;
}

/**
 * Up to which moment what a person was told is sent to them now; null: nothing is. It needs to know nothing of what was sent before, so a restart
 * neither loses nor repeats a digest: what is older than the last time for digests and was not sent yet is due.
 */
export function sendsUpTo({ pace, ...quiet }: QuietHours & { pace: Pace }, now: Date): Date | null {
  if (pace === 'never' || isQuiet(quiet, now)) return null;
  if (pace === 'at_once') return now;
  const begins = (pace === 'weekly' ? firstMondayMs : 0) + digestHour * hourMs - offsetMs;
  const every = pace === 'weekly' ? 7 * dayMs : dayMs;
  return new Date(begins + Math.floor((now.getTime() - begins) / every) * every);
}
