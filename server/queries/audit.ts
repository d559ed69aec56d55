import {
  cellsOfLines,
  type EventSearch,
  eventHead,
  eventsBySeq,
  findEventLines,
  findSlip,
  findUnits,
  listPeople,
  listUnits,
  namesOfPeople,
  type Person,
  type Reader,
  rootUnit,
  type Unit,
} from '@/db/store';
import type { ChainedEvent } from '@/server/domain/audit';
import { readObjectWords } from '@/server/domain/event-log';
import { askedWords, isNamedBy } from '@/server/domain/named-by';
import { can } from '@/server/domain/permissions';
import { eventKinds } from '@/server/domain/signing';
import { type Actor, notFound } from '@/server/views/access';

/** What of the log somebody looks for, as they wrote it. '' and null: not asked. */
export interface EventsAsked {
  kindPrefix: string | null;
  person: string;
  unit: string;
  object: string;
  /** Days of the office's clock; both are in it. */
  from: string | null;
  to: string | null;
}

export const allEvents: EventsAsked = { kindPrefix: null, person: '', unit: '', object: '', from: null, to: null };

export interface LoggedLine {
  /** The newest of the line. */
  event: ChainedEvent;
  /** Of a line of several saves. */
  folded: { saves: number; cells: number; since: { seq: number; at: string } } | null;
  /** The first of the saves, the newest first, where the line is open. */
  opened: readonly ChainedEvent[] | null;
}

export interface EventLog {
  /** The last link of the chain: whoever keeps it elsewhere can prove later that nothing before it was changed. */
  head: { seq: number; hash: string };
  lines: readonly LoggedLine[];
  /** The lines after these begin below this number; null: these are the oldest. */
  rest: number | null;
  /** So much was looked through that the rest is looked through when it is asked for. */
  isCutShort: boolean;
  /** Today's names of the units and people the events speak of, by id. */
  names: Record<string, string>;
}

/** Of a line that is open; the rest of it is read event by event. */
export const mostOpened = 300;

/** A page of the log, newest first, for auditors. @throws Refused not_found */
export async function loadEventLog(
  reader: Reader,
  actor: Actor,
  page: {
    asked?: EventsAsked | undefined;
    limit: number;
    before?: number | undefined;
    isFlat?: boolean | undefined;
    open?: number | undefined;
  },
): Promise<EventLog> {
  await requireLogReader(reader, actor);
  const search = await searchOf(reader, page.asked ?? allEvents);
  const { lines, rest, isCutShort } = await findEventLines(reader, search, page);
  const newest = await eventsBySeq(
    reader,
    lines.map(({ events: [first] }) => first.seq),
  );
  const bySeq = new Map(newest.map((event) => [event.seq, event]));
  const cells = await cellsOfLines(reader, lines);
  const open = lines.find(({ events: [first, ...others] }) => first.seq === page.open && others.length > 0);
  const opened = open
    ? await eventsBySeq(
        reader,
        open.events.slice(0, mostOpened).map(({ seq }) => seq),
      )
    : null;
  return {
    head: await eventHead(reader),
    lines: lines.flatMap(({ events }, index) => {
      const event = bySeq.get(events[0].seq);
      if (!event) return [];
      const last = events.at(-1) ?? events[0];
      const since = { seq: last.seq, at: new Date(last.at).toISOString() };
      const folded = events.length === 1 ? null : { saves: events.length, cells: cells[index] ?? 0, since };
      return [{ event, folded, opened: events === open?.events ? opened : null }];
    }),
    rest,
    isCutShort,
    names: await namesIn(reader, newest),
  };
}

/** @throws Refused not_found */
export async function requireLogReader(reader: Reader, actor: Actor): Promise<Unit> {
  const root = await rootUnit(reader);
  if (!root || can(actor.posts, 'audit.read', { unitPath: root.path, status: null }) !== 'allowed') throw notFound();
  return root;
}

/** Today's names of the units and people that some events speak of, by id. */
export async function namesIn(reader: Reader, events: readonly ChainedEvent[]): Promise<Record<string, string>> {
  const spokenOf = [...new Set(events.flatMap(idsIn))];
  const units = [...(await findUnits(reader, spokenOf)).values()].map((unit): [string, string] => [unit.id, unit.name]);
  return Object.fromEntries([...units, ...(await namesOfPeople(reader, spokenOf))]);
}

/** What was written, as ids. Names are those of today, by their characters or the initials of their pinyin. */
export async function searchOf(reader: Reader, asked: EventsAsked): Promise<EventSearch> {
  const { words, year, quarter, isReport, isSlip, slipNumber } = readObjectWords(asked.object);
  const needsPeople = asked.person !== '' || words.length > 0;
  const people = needsPeople ? await listPeople(reader) : [];
  const units = asked.unit !== '' || words.length > 0 ? await listUnits(reader) : [];
  const slip = words.length === 1 && words[0] ? await findSlip(reader, words[0]) : null;
  const ofSlips = isSlip || slip !== null;
  const kinds = eventKinds.filter(
    (kind) => kind.startsWith(asked.kindPrefix ?? '') && (!ofSlips || kind.startsWith('slip.') || kind === 'filing.corrected'),
  );
  const number = slip?.number ?? slipNumber;
  const inYear = slip?.year ?? year;
  return {
    ...(asked.kindPrefix !== null || ofSlips ? { kinds } : {}),
    ...(asked.from ? { from: startOf(asked.from) } : {}),
    ...(asked.to ? { to: new Date(startOf(asked.to).getTime() + dayMs) } : {}),
    ...(asked.person === '' ? {} : { actorIds: new Set(peopleNamed(people, asked.person).map(({ id }) => id)) }),
    ...(asked.unit === '' ? {} : { unitIds: withTheirParts(units, asked.unit) }),
    ...(isReport ? { objectType: 'report' } : {}),
    ...(inYear === null ? {} : { year: inYear }),
    ...(quarter === null ? {} : { quarter }),
    ...(ofSlips && number !== null ? { number } : {}),
    objects: slip
      ? [{ objectIds: new Set(), unitIds: new Set([slip.unitId]) }]
      : words.map((word) => ({
          objectIds: new Set([word, ...peopleNamed(people, word).flatMap(({ id, username }) => [id, username])]),
          unitIds: new Set(units.filter((unit) => isUnit(unit, word)).map(({ id }) => id)),
        })),
  };
}

const dayMs = 86_400_000;

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

function peopleNamed(people: readonly Person[], words: string): Person[] {
  const asked = askedWords(words);
  return people.filter(
    ({ id, name, username }) => id === words || asked.every((word) => isNamedBy(name, [word]) || username.includes(word)),
  );
}

function isUnit({ id, name }: Unit, words: string): boolean {
  return id === words || isNamedBy(name, askedWords(words));
}

/** The ids of the units that are meant, and of all below them. */
function withTheirParts(units: readonly Unit[], words: string): Set<string> {
  const meant = new Set(units.filter((unit) => isUnit(unit, words)).map(({ id }) => id));
  return new Set(units.filter(({ path }) => path.some((id) => meant.has(id))).map(({ id }) => id));
}

function idsIn(event: ChainedEvent): string[] {
  const { payload } = event;
  const inPayload = ['unitId', 'userId', 'parentId', 'askedBy', 'issuedBy', 'system', 'security', 'auditor'].map(
    (key) => (payload as Record<string, unknown>)[key],
  );
  return [event.unitId, event.objectId, ...inPayload].filter((id) => typeof id === 'string');
}
