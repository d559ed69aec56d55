'use client';

import { useState } from 'react';
import type { CellId, Format } from '@/server/domain/formats';
import { wordsAt } from '@/server/domain/workflow';
import { useMessages } from '../messages/messages-provider';
import { Sheet } from '../ui/page';
import { placeName } from './place-name';
import { RemarkComposer } from './remark-composer';
import type { useDraftRemarks } from './use-draft-remarks';

/** The remarks of this review: the one being written, then those that are pinned. */
export function RemarksPanel({
  format,
  contribution,
  phrases,
  drafts,
  composing,
  onCompose,
  onShow,
}: {
  format: Format;
  /** The text of the submission, for the words of a paragraph. */
  contribution: string;
  phrases: readonly string[];
  drafts: ReturnType<typeof useDraftRemarks>;
  composing: string | null;
  onCompose: (anchor: string | null) => void;
  onShow: (cells: readonly CellId[]) => void;
}) {
  const messages = useMessages();
  const { review } = messages;
  /** What was begun on each place: going to look at another cell loses nothing. */
  const [begun, setBegun] = useState<Readonly<Record<string, string>>>({});
  const close = () => {
    onCompose(null);
    if (composing !== null && format.cells.has(composing)) onShow([composing]);
  };
  return (
    <Sheet title={review.counted(review.remarksTitle, drafts.remarks.length)}>
      {composing !== null && (
        <RemarkComposer
          key={composing}
          where={placeName(format, composing, messages)}
          quote={wordsAt(composing, contribution)}
          phrases={phrases}
          text={begun[composing] ?? ''}
          onText={(text) => setBegun({ ...begun, [composing]: text })}
          onPin={(text) => {
            drafts.pin(composing, text);
            setBegun({ ...begun, [composing]: '' });
            close();
          }}
          onCancel={close}
        />
      )}
      {drafts.remarks.length === 0 && composing === null && <p className="text-[15px] leading-6 text-muted">{review.remarksNone}</p>}
      <ul aria-label={review.remarksTitle} className="divide-y divide-hairline">
        {drafts.remarks.map((remark) => {
          const where = placeName(format, remark.anchor, messages);
          return (
            <li key={remark.key} className="flex items-start gap-2 py-2 text-[15px] leading-6">
              <div className="min-w-0 flex-1">
                <p className="font-medium">✎ {where}</p>
                <p>{remark.text}</p>
              </div>
              <button
                type="button"
                aria-label={review.unpin(where)}
                className="min-h-7 min-w-7 rounded text-muted hover:bg-act-soft"
                onClick={() => drafts.unpin(remark.key)}
              >
                ✕
              </button>
            </li>
          );
        })}
      </ul>
      {drafts.remarks.length > 0 && <p className="pt-1 text-[13px] leading-5 text-muted">{review.remarksKept}</p>}
    </Sheet>
  );
}
