'use client';

import type { EventLog } from '@/server/queries/audit';
import { useWritingMessages } from '../../messages/writing-words';
import { ListTable } from '../../ui/list-table';
import { Badge } from '../../ui/notice';
import { momentText } from '../moment-text';
import { eventSentence } from './event-sentence';

const cell = 'border-b border-hairline px-3 py-1.5 text-left align-top';

/** Who did what, when and where; the reason below it when the sentence does not say it already. A refused sign-in shows the name that was tried. */
export function EventTable({ events, names }: Pick<EventLog, 'events' | 'names'>) {
  const messages = useWritingMessages();
  const { common, audit: words } = messages;
  const { columns } = words;
  return (
    <ListTable caption={words.title} heads={[columns.seq, columns.at, columns.who, columns.what, columns.where]}>
      {events.map((event) => {
        const sentence = eventSentence(event, messages, names);
        return (
          <tr key={event.seq} className={event.kind === 'refused' ? 'bg-wrong-soft/40' : undefined}>
            <th scope="row" className={`${cell} text-right font-normal text-muted`}>
              {event.seq}
            </th>
            <td className={`${cell} whitespace-nowrap`}>{momentText(event.at)}</td>
            <td className={`${cell} whitespace-nowrap`}>{event.actorName}</td>
            <td className={`${cell} break-words`}>
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
            <td className={`${cell} text-note whitespace-nowrap text-muted`}>
              {event.unitId && `${names[event.unitId] ?? event.unitId} `}
              {event.objectType === 'session' ? event.objectId : event.period && periodInWords(event.period, common.period)}
            </td>
          </tr>
        );
      })}
    </ListTable>
  );
}

/** `2026Q3` as the rest of the pages write it; a whole year as it is. */
function periodInWords(period: string, inWords: (year: number, quarter: number) => string): string {
  const [, year, quarter] = /^(\d{4})Q([1-4])$/.exec(period) ?? [];
  return year && quarter ? inWords(Number(year), Number(quarter)) : period;
}
