import { dayAt } from '@/server/domain/periods';
import { momentText } from '../ui/moment';

/** The time of day in the office's time zone, `14:03:22`; with the day before it when it is not today. */
export function clockText(at: string, now: Date): string {
  const moment = new Date(at);
  if (dayAt(moment) !== dayAt(now)) return momentText(at);
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(11, 19);
}
