'use client';

import { useEffect, useRef } from 'react';
import type { Format } from '@/server/domain/formats';
import type { SeenDifference } from '@/server/domain/workflow';
import { useMessages } from '../messages/messages-provider';
import { Button } from '../ui/button';
import { momentText } from '../ui/moment';
import { type ChangedRow, changedRows } from './changed-rows';

/**
 * Why an act was refused because something changed meanwhile: every change with what was seen, what stands, who and when.
 * The focus is brought here; the person goes on by an act of their own.
 *
 * @param difference null: it cannot be told change by change
 */
export function ChangesSince({
  difference,
  format,
  newest,
  isNarrow = false,
  onContinue,
}: {
  difference: SeenDifference | null;
  format: Format;
  /** The submission that stands now, where one was looked at. */
  newest?: number | undefined;
  /** It stands in a column beside the work. */
  isNarrow?: boolean;
  onContinue?: (() => void) | undefined;
}) {
  const messages = useMessages();
  const words = messages.seen;
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const rows = difference ? changedRows(difference, format, messages) : [];
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={words.title}
      className="flex flex-col gap-2 rounded border border-confirm/50 bg-confirm-soft px-4 py-3 text-body leading-7 outline-none"
    >
      <h2 className="text-head font-semibold text-confirm">！{words.title}</h2>
      {newest !== undefined && <p>{words.newSubmission(newest)}</p>}
      <p>{!difference ? words.unknown : rows.length === 0 ? words.nothing : words.count(rows.length)}</p>
      {rows.length > 0 && (isNarrow ? <ChangeList rows={rows} /> : <ChangeTable rows={rows} />)}
      {onContinue && (
        <div>
          <Button onClick={onContinue}>{words.goOn}</Button>
        </div>
      )}
    </section>
  );
}

function ChangeTable({ rows }: { rows: readonly ChangedRow[] }) {
  const { seen: words } = useMessages();
  return (
    <div className="max-h-[50vh] overflow-auto border border-hairline bg-paper">
      <table className="w-full text-body leading-6">
        <caption className="sr-only">{words.title}</caption>
        <thead className="bg-desk text-left text-muted">
          <tr>
            {[words.place, words.before, words.after, words.who].map((head) => (
              <th key={head} scope="col" className="px-2 font-normal">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-t border-hairline align-top">
              <th scope="row" className="px-2 text-left font-normal">
                {row.place}
              </th>
              <td className="px-2 break-all whitespace-pre-wrap text-muted">
                <Side of={row.before} look="bg-wrong-soft" />
              </td>
              <td className="px-2 font-semibold break-all whitespace-pre-wrap">
                <Side of={row.after} look="bg-done-soft" />
              </td>
              <td className="px-2 whitespace-nowrap">{whoDid(row, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same where there is no room for four columns. */
function ChangeList({ rows }: { rows: readonly ChangedRow[] }) {
  const { seen: words } = useMessages();
  return (
    <ul className="max-h-[50vh] divide-y divide-hairline overflow-auto border border-hairline bg-paper px-2 text-body leading-6">
      {rows.map((row) => (
        <li key={row.key} className="py-1.5">
          <p className="font-semibold">{row.place}</p>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
            <dt className="text-muted">{words.before}</dt>
            <dd className="break-all whitespace-pre-wrap text-muted">
              <Side of={row.before} look="bg-wrong-soft" />
            </dd>
            <dt className="text-muted">{words.after}</dt>
            <dd className="font-semibold break-all whitespace-pre-wrap">
              <Side of={row.after} look="bg-done-soft" />
            </dd>
          </dl>
          <p className="text-note text-muted">{whoDid(row, words)}</p>
        </li>
      ))}
    </ul>
  );
}

function Side({ of, look }: { of: ChangedRow['before']; look: string }) {
  if (typeof of === 'string') return of;
  return (
    <>
      {of.head}
      {of.part && <span className={look}>{of.part}</span>}
      {of.tail}
    </>
  );
}

function whoDid({ by, at }: ChangedRow, words: ReturnType<typeof useMessages>['seen']): string {
  return by ? `${by} ${at ? momentText(at) : ''}` : words.nobody;
}
