'use client';

import { useState } from 'react';
import type { CellId, Format } from '@/server/domain/formats';
import { wordsAt } from '@/server/domain/workflow';
import type { SubmissionReview } from '@/server/queries/review';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Sheet } from '../ui/page';
import { placeName } from './place-name';
import { RemarkComposer } from './remark-composer';
import type { useDraftRemarks } from './use-draft-remarks';

/** The remarks of this review: the one being written, then those that are pinned; and that a colleague has some, whose review can be taken over. */
export function RemarksPanel({
  format,
  contribution,
  phrases,
  drafts,
  draftsOfOthers,
  composing,
  onCompose,
  onShow,
}: {
  format: Format;
  /** The text of the submission, for the words of a paragraph. */
  contribution: string;
  phrases: readonly string[];
  drafts: ReturnType<typeof useDraftRemarks>;
  draftsOfOthers: SubmissionReview['draftsOfOthers'];
  composing: string | null;
  onCompose: (anchor: string | null) => void;
  onShow: (cells: readonly CellId[]) => void;
}) {
  const messages = useWritingMessages();
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
          onPin={async (text) => {
            const at = composing;
            close();
            setBegun((was) => ({ ...was, [at]: '' }));
            // What the server did not take is still there to be pinned again.
            if (!(await drafts.pin(at, text))) setBegun((was) => ({ ...was, [at]: text }));
          }}
          onCancel={close}
        />
      )}
      {drafts.remarks.length === 0 && composing === null && <p className="text-body leading-6 text-muted">{review.remarksNone}</p>}
      <ul aria-label={review.remarksTitle} className="divide-y divide-hairline">
        {drafts.remarks.map((remark) => {
          const where = placeName(format, remark.anchor, messages);
          return (
            <li key={remark.id} className="flex items-start gap-2 py-2 text-body leading-6">
              <div className="min-w-0 flex-1">
                <p className="font-medium">
                  <Icon name="edit" className="mr-1" />
                  {where}
                </p>
                <p>{remark.text}</p>
              </div>
              <Button isSmall look="quiet" aria-label={review.unpin(where)} onClick={() => drafts.unpin(remark.id)}>
                <Icon name="close" />
              </Button>
            </li>
          );
        })}
      </ul>
      {drafts.answer?.tone !== 'done' && <ActAnswer answer={drafts.answer} />}
      {draftsOfOthers.map(({ writtenBy, name, count }) => (
        <div key={writtenBy} className="mt-1 flex items-center justify-between gap-2 border-t border-hairline pt-2 text-body leading-6">
          <p>{review.draftsOf(name, count)}</p>
          <Button isSmall disabled={drafts.isBusy} onClick={() => drafts.takeOver(writtenBy)}>
            {review.takeOver}
          </Button>
        </div>
      ))}
      {drafts.remarks.length > 0 && <p className="pt-1 text-note leading-5 text-muted">{review.remarksKept}</p>}
    </Sheet>
  );
}
