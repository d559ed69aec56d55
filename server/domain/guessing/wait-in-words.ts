import { counted } from '../plural';
import type { Sentence } from '../sentence';

/** How long somebody has to wait, never said shorter than it is: 15 minutes, 40 seconds. */
export function waitInWords(seconds: number): Sentence {
  if (seconds < 60) return { zh: `${seconds} 秒`, en: counted(seconds, 'second') };
  const minutes = Math.ceil(seconds / 60);
  return { zh: `${minutes} 分钟`, en: counted(minutes, 'minute') };
}

/** The wait until a moment in whole seconds, at least one, as `Retry-After` says it. */
export function secondsUntil(moment: Date, now: Date): number {
  return Math.max(1, Math.ceil((moment.getTime() - now.getTime()) / 1000));
}
