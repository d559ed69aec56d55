'use client';

import type { BoardOrder, BoardShow } from '@/server/domain/units';
import type { Board } from '@/server/queries/board';
import { useWritingMessages } from '../../messages/writing-words';
import type { Messages } from '../../messages/zh';
import { SegmentLinks } from '../../ui/segment';
import { boardAddress } from './board-address';

const shows: readonly BoardShow[] = ['all', 'unfinished', 'overdue'];

const orders: readonly BoardOrder[] = ['list', 'risk'];

/** Which units are shown, and in what order. Each choice is an address, so it can be sent and goes back. */
export function BoardBar({ board }: { board: Board }) {
  const { common, office } = useWritingMessages();
  const words = office.board;
  const { year, show, quarter, order } = board;
  if (year === null) return null;
  const to = { year, show, quarter, order, page: 1 };
  const isListed = quarter === null && shows.includes(show);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 pb-2 text-note leading-5 print:hidden">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
        <Choices
          label={words.show}
          choices={[
            ...shows.map((one) => ({
              key: one,
              text: words.showing[one],
              href: boardAddress({ ...to, show: one, quarter: null }),
              isHere: isListed && one === show,
            })),
            // What a segment of the strip led to.
            ...(isListed
              ? []
              : [{ key: 'segment', text: shownInWords(board, words, common.quarter), href: boardAddress(to), isHere: true }]),
          ]}
        />
        <Choices
          label={words.order}
          choices={orders.map((one) => ({
            key: one,
            text: words.ordering[one],
            href: boardAddress({ ...to, order: one }),
            isHere: one === order,
          }))}
        />
        {order === 'risk' && <span className="text-muted">{words.orderHint}</span>}
      </div>
      <span className="text-muted">{words.unitsShown(board.of)}</span>
    </div>
  );
}

/** Which units are listed: `第三季度：已退回`. */
export function shownInWords(
  { show, quarter }: Pick<Board, 'show' | 'quarter'>,
  words: Messages['office']['board'],
  quarterInWords: (quarter: number) => string,
): string {
  return quarter === null ? words.showing[show] : words.shownIn(quarterInWords(quarter), words.showing[show]);
}

export function Choices({
  label,
  choices,
}: {
  label: string;
  choices: readonly { key: string; text: string; href: string; isHere: boolean }[];
}) {
  return (
    <SegmentLinks
      label={label}
      isLabelSeen
      isSmall
      current="true"
      choices={choices.map(({ key, text, href }) => ({ key, words: text, href }))}
      chosen={choices.find((one) => one.isHere)?.key ?? null}
    />
  );
}
