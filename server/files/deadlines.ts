import { ICalAlarmType, ICalCalendar } from 'ical-generator';
import type { CommandContext } from '@/server/commands/command';
import type { ReportFile } from '@/server/commands/export/report-file';
import { type Deadline, listDeadlines } from '@/server/queries/deadlines';

/** The person's own deadlines, for the calendar they look at. */
export async function exportDeadlines({ store, actor, now }: CommandContext): Promise<ReportFile> {
  return {
    name: '年报期限.ics',
    contentType: 'text/calendar; charset=utf-8',
    bytes: new TextEncoder().encode(calendarOf(await listDeadlines(store.read, actor, now()), now())),
  };
}

/** Nine in the morning of the day before a whole day. */
const remindSecondsBefore = 15 * 3_600;

/**
 * Days as a calendar: whole days of the office, which are written without an hour and so are the same wherever the calendar is, each with a reminder on the
 * morning before. Whoever takes in a newer file has the days moved and nothing twice: each keeps its name. It names no zone: there is no hour
 * in it, and given one the library writes days and stamps in the server's own time.
 *
 * @returns lines of at most 75 bytes that end with CRLF
 * @source RFC 5545
 */
export function calendarOf(deadlines: readonly Deadline[], now: Date): string {
  const calendar = new ICalCalendar({
    name: '年报期限',
    prodId: { company: 'Nianbao', product: 'Nianbao', language: 'ZH' },
  });
  for (const { key, day, what } of deadlines) {
    const event = calendar.createEvent({
      id: `${key}@nianbao`,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      stamp: now,
      summary: what,
    });
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: remindSecondsBefore, description: what });
  }
  return calendar.toString();
}
