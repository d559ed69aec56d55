/** What of an event says whether it is folded. */
export interface FoundEvent {
  seq: number;
  /** Milliseconds since 1970. */
  at: number;
  /** A cell was saved. */
  isSave: boolean;
  actorId: string | null;
  objectId: string;
}

/** A line of the log as it is read: one event, or a run of saves. The newest of its events says where it stands. */
export interface EventLine<Event extends FoundEvent = FoundEvent> {
  /** The newest first. */
  events: readonly [Event, ...Event[]];
}

/** Runs never go on past a multiple of this: whether two events are one line can be told from so many at most, whichever page asks. */
export const foldBlock = 5_000;

/** Of which block an event is. Sequence numbers begin with 1. */
export function blockOf(seq: number): number {
  return Math.floor((seq - 1) / foldBlock);
}

/**
 * The lines of some events: what one person saves in one filing on one day is a line, until something else is found that happened to that filing.
 * What others do meanwhile elsewhere stands between the lines and ends none, for in a busy hour no two saves of one person are neighbours.
 * What is folded depends on what was found and on nothing else, so that a page begins and ends anywhere.
 *
 * @param events the newest first, whole blocks of what was found
 * @returns the line with the newest event first; each event is in one line
 */
export function foldEvents<Event extends FoundEvent>(events: readonly Event[]): EventLine<Event>[] {
  const lines: { events: [Event, ...Event[]] }[] = [];
  const open = new Map<string, { events: [Event, ...Event[]] }>();
  let stretch = '';
  for (const event of events) {
    const own = `${officeDay(event.at)} ${blockOf(event.seq)}`;
    if (own !== stretch) open.clear();
    stretch = own;
    const run = event.isSave ? open.get(event.objectId) : undefined;
    if (run?.events[0].actorId === event.actorId && event.actorId !== null) {
      run?.events.push(event);
      continue;
    }
    const line: { events: [Event, ...Event[]] } = { events: [event] };
    lines.push(line);
    if (event.isSave) open.set(event.objectId, line);
    else open.delete(event.objectId);
  }
  return lines;
}

const dayMs = 86_400_000;

/** A day of the office's clock, as a number. */
function officeDay(at: number): number {
  return Math.floor((at + 8 * 3_600_000) / dayMs);
}
