import { createHash } from 'node:crypto';
import { eventsBySeq, findEventLines, listPostsEver } from '@/db/store';
import type { ReportFile } from '@/server/commands/export/report-file';
import { eventsBytes, type FoundEvents } from '@/server/files/events-list';
import { type FindingsKind, findingsType } from '@/server/files/findings-list';
import { type EventsAsked, namesIn, searchOf } from '@/server/queries/audit';
import type { Job } from '../job';

/** The newest so many of what is found: as many lines as a spreadsheet is read in, and a thread bears. */
const mostEvents = 50_000;

/** What is found in the log as a list, event by event: all of it, not a page. Who asks was asked whether they read the log. */
export const eventsFile: Job<{ asked: EventsAsked; kind: FindingsKind }, FoundEvents, ReportFile & { events: number; hash: string }> = {
  lane: 'file',
  async load(reader, { asked }) {
    const { lines, rest } = await findEventLines(reader, await searchOf(reader, asked), { limit: mostEvents, isFlat: true });
    const events = await eventsBySeq(
      reader,
      lines.map(({ events: [event] }) => event.seq),
    );
    const names = await namesIn(reader, events);
    return { events, isCut: rest !== null, names, duties: await listPostsEver(reader) };
  },
  async make(found, { kind }) {
    const bytes = await eventsBytes(found, kind);
    const hash = createHash('sha256').update(bytes).digest('hex');
    return { name: `操作记录.${kind}`, contentType: findingsType[kind], bytes, events: found.events.length, hash };
  },
};
