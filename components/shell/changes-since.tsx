'use client';

import { useEffect, useRef } from 'react';
import type { SeenDifference, Traced } from '@/server/commands/seen-difference';
import { type Figure, printFigure } from '@/server/domain/figures';
import { type Cell, cellName, type Format, getCell } from '@/server/domain/formats';
import { useMessages } from '../messages/messages-provider';
import { Button } from '../ui/button';
import { momentText } from '../ui/moment';

interface Row extends Traced {
  key: string;
  place: string;
  before: string;
  after: string;
}

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
  onContinue,
}: {
  difference: SeenDifference | null;
  format: Format;
  /** The submission that stands now, where one was looked at. */
  newest?: number | undefined;
  onContinue?: (() => void) | undefined;
}) {
  const { seen: words, clerk } = useMessages();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const rows = difference ? rowsOf(difference, format, words, clerk.sections) : [];
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={words.title}
      className="flex flex-col gap-2 rounded border border-confirm/50 bg-confirm-soft px-4 py-3 text-[15px] leading-7 outline-none"
    >
      <h2 className="text-[17px] font-semibold text-confirm">！{words.title}</h2>
      {newest !== undefined && <p>{words.newSubmission(newest)}</p>}
      <p>{!difference ? words.unknown : rows.length === 0 ? words.nothing : words.count(rows.length)}</p>
      {rows.length > 0 && <ChangeTable rows={rows} />}
      {onContinue && (
        <div>
          <Button onClick={onContinue}>{words.goOn}</Button>
        </div>
      )}
    </section>
  );
}

function ChangeTable({ rows }: { rows: readonly Row[] }) {
  const { seen: words } = useMessages();
  return (
    <div className="max-h-[50vh] overflow-auto border border-hairline bg-paper">
      <table className="w-full text-[14px] leading-6">
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
              <td className="px-2 break-all whitespace-pre-wrap text-muted">{row.before}</td>
              <td className="px-2 font-semibold break-all whitespace-pre-wrap">{row.after}</td>
              <td className="px-2 whitespace-nowrap">{row.by ? `${row.by} ${row.at ? momentText(row.at) : ''}` : words.nobody}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function rowsOf(
  { cells, declared, text, explanations }: SeenDifference,
  format: Format,
  words: ReturnType<typeof useMessages>['seen'],
  sections: ReturnType<typeof useMessages>['clerk']['sections'],
): Row[] {
  const shown = (figure: Figure, cell: Cell) => printFigure(figure, cell) || words.blank;
  const declaration = (isDeclared: boolean) => (isDeclared ? words.isDeclared : words.notDeclared);
  return [
    ...declared.map(({ section, isDeclared, by, at }) => ({
      key: `declared ${section}`,
      place: `${sections[section]} ${words.declared}`,
      before: declaration(!isDeclared),
      after: declaration(isDeclared),
      by,
      at,
    })),
    ...cells.map((change) => {
      const cell = getCell(format, change.cell);
      const { by, at } = change;
      return { key: cell.id, place: cellName(cell), before: shown(change.before, cell), after: shown(change.after, cell), by, at };
    }),
    ...(text ? [{ ...text, key: 'text', place: words.text, before: text.before || words.blank, after: text.after || words.blank }] : []),
    ...explanations.map(({ rule, text: said, change, by, at }, index) => ({
      key: `explanation ${index}`,
      place: change === 'written' ? words.explanation(rule) : words.exceptionSigned(rule),
      before: '',
      after: said,
      by,
      at,
    })),
  ];
}
