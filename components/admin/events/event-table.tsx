'use client';

import { Fragment } from 'react';
import type { ChainedEvent } from '@/server/domain/audit';
import type { EventLog, LoggedLine } from '@/server/queries/audit';
import { useWritingMessages } from '../../messages/writing-words';
import { Link } from '../../ui/link';
import { ListTable } from '../../ui/list-table';
import { Badge } from '../../ui/notice';
import { momentText } from '../moment-text';
import { eventSentence } from './event-sentence';
import { type EventsShown, eventsAddress } from './events-address';

const cell = 'border-b border-hairline px-3 py-1.5 text-left align-top';

/** Who did what, when and where, day by day; saves of one person in one filing are a line that opens to them. */
export function EventTable({ log: { lines, names }, shown }: { log: EventLog; shown: EventsShown }) {
  const { columns, dayHead, title } = useWritingMessages().audit;
  const days = lines.map(({ event }) => momentText(event.at).slice(0, 10));
  return (
    <ListTable caption={title} heads={[columns.seq, columns.at, columns.who, columns.what, columns.where]}>
      {lines.map((line, index) => {
        const day = days[index] ?? '';
        return (
          <Fragment key={line.event.seq}>
            {day !== days[index - 1] && (
              <tr>
                <th scope="colgroup" colSpan={5} className="border-b border-hairline bg-desk px-3 py-1.5 text-left text-body font-semibold">
                  {dayHead(day, new Date(`${day}T00:00:00Z`).getUTCDay())}
                </th>
              </tr>
            )}
            {line.folded ? (
              <FoldedRow line={line} folded={line.folded} names={names} shown={shown} />
            ) : (
              <EventRow event={line.event} names={names} />
            )}
          </Fragment>
        );
      })}
    </ListTable>
  );
}

/** The reason stands below the sentence when that does not say it already. A refused sign-in shows the name that was tried. */
function EventRow({ event, names, isInside = false }: { event: ChainedEvent; names: EventLog['names']; isInside?: boolean }) {
  const messages = useWritingMessages();
  const { audit: words } = messages;
  const sentence = eventSentence(event, messages, names);
  return (
    <tr className={isInside ? 'bg-desk' : event.kind === 'refused' ? 'bg-wrong-soft/40' : undefined}>
      <th scope="row" className={`${cell} text-right font-normal text-muted`}>
        {event.seq}
      </th>
      <td className={`${cell} whitespace-nowrap`}>{timeText(event.at)}</td>
      <td className={`${cell} whitespace-nowrap`}>{isInside ? '' : event.actorName}</td>
      <td className={`${cell} break-words ${isInside ? 'pl-8' : ''}`}>
        {event.kind.startsWith('attention.') && (
          <Badge tone="confirm" className="mr-2">
            {words.attention}
          </Badge>
        )}
        {sentence}
        {event.reason && !sentence.includes(event.reason) && (
          <span className="block text-note text-muted">{words.reason(event.reason)}</span>
        )}
      </td>
      <td className={`${cell} text-note whitespace-nowrap text-muted`}>{isInside ? '' : <Where event={event} names={names} />}</td>
    </tr>
  );
}

/** Opens and closes by an address, so that it works before any script does, stays after a reload, and Back closes it. */
function FoldedRow({
  line: { event, opened },
  folded: { saves, cells, since },
  names,
  shown,
}: {
  line: LoggedLine;
  folded: NonNullable<LoggedLine['folded']>;
  names: EventLog['names'];
  shown: EventsShown;
}) {
  const { audit: words, common } = useWritingMessages();
  const isOpen = opened !== null;
  const [, quarter] = /Q([1-4])$/.exec(event.period ?? '') ?? [];
  const place = [quarter ? common.quarter(Number(quarter)) : '', event.unitId ? (names[event.unitId] ?? event.unitId) : ''].filter(Boolean);
  const left = saves - (opened?.length ?? saves);
  return (
    <>
      <tr id={`line-${event.seq}`} className="scroll-mt-24">
        <th scope="row" className={`${cell} text-right font-normal whitespace-nowrap text-muted`}>
          {since.seq}–{event.seq}
        </th>
        <td className={`${cell} whitespace-nowrap`}>{timesText(since.at, event.at)}</td>
        <td className={`${cell} whitespace-nowrap`}>{event.actorName}</td>
        <td className={`${cell} break-words`}>
          <Link
            href={`${eventsAddress({ ...shown, open: isOpen ? null : event.seq })}#line-${event.seq}`}
            aria-expanded={isOpen}
            className="text-act underline"
          >
            <span aria-hidden="true" className="pr-1">
              {isOpen ? '▾' : '▸'}
            </span>
            {words.saved({ cells, saves, place: place.join(' · ') })}
          </Link>
        </td>
        <td className={`${cell} text-note whitespace-nowrap text-muted`}>
          <Where event={event} names={names} />
        </td>
      </tr>
      {opened?.map((one) => (
        <EventRow key={one.seq} event={one} names={names} isInside />
      ))}
      {left > 0 && (
        <tr className="bg-desk">
          <td colSpan={5} className={`${cell} pl-8`}>
            <Link
              href={eventsAddress({ ...shown, isFlat: true, open: null, before: opened?.at(-1)?.seq ?? event.seq })}
              className="text-act underline"
            >
              {words.moreSaves(left)}
            </Link>
          </td>
        </tr>
      )}
    </>
  );
}

function Where({ event, names }: { event: ChainedEvent; names: EventLog['names'] }) {
  const { period: inWords } = useWritingMessages().common;
  return (
    <>
      {event.unitId && `${names[event.unitId] ?? event.unitId} `}
      {event.objectType === 'session' ? event.objectId : event.period && periodInWords(event.period, inWords)}
    </>
  );
}

/** The day stands above. */
function timeText(iso: string): string {
  return momentText(iso).slice(11);
}

function timesText(since: string, until: string): string {
  const [from, to] = [timeText(since).slice(0, 5), timeText(until).slice(0, 5)];
  return from === to ? from : `${from}–${to}`;
}

/** `2026Q3` as the rest of the pages write it; a whole year as it is. */
function periodInWords(period: string, inWords: (year: number, quarter: number) => string): string {
  const [, year, quarter] = /^(\d{4})Q([1-4])$/.exec(period) ?? [];
  return year && quarter ? inWords(Number(year), Number(quarter)) : period;
}
