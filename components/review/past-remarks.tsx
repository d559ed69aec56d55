'use client';

import { useRouter } from 'next/navigation';
import type { CellId, Format } from '@/server/domain/formats';
import type { FormRemark } from '@/server/queries/conversation';
import { useWritingMessages } from '../messages/writing-words';
import { RemarkReplies } from '../talk/remark-replies';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { momentText } from '../ui/moment';
import { Badge } from '../ui/notice';
import { Sheet } from '../ui/page';
import { placeName } from './place-name';

/** Remarks of earlier returns with what the clerk answered. */
export function PastRemarks({
  filingId,
  format,
  remarks,
  mayReply,
  onShow,
}: {
  filingId: string;
  format: Format;
  remarks: readonly FormRemark[];
  mayReply: boolean;
  onShow: (cell: CellId) => void;
}) {
  const messages = useWritingMessages();
  const { review } = messages;
  const client = useTRPCClient();
  const router = useRouter();
  if (remarks.length === 0) return null;
  return (
    <Sheet title={review.pastRemarksTitle}>
      <ul className="divide-y divide-hairline">
        {remarks.map((remark) => (
          <li key={remark.id} className="py-2 text-body leading-6">
            <p className="flex flex-wrap items-center gap-x-2">
              {format.cells.has(remark.anchor) ? (
                <Button look="way" className="font-medium" onClick={() => onShow(remark.anchor)}>
                  {placeName(format, remark.anchor, messages)}
                </Button>
              ) : (
                <span className="font-medium">{placeName(format, remark.anchor, messages)}</span>
              )}
              <span className="text-note text-muted">
                {review.nth(remark.submissionNumber)} · {remark.writtenBy} · {momentText(remark.writtenAt)}
              </span>
            </p>
            {remark.quote && <blockquote className="border-l-2 border-hairline pl-3 font-serif text-muted">{remark.quote}</blockquote>}
            <p>{remark.text}</p>
            <RemarkReplies
              remark={remark}
              place={placeName(format, remark.anchor, messages)}
              mayReply={mayReply}
              onReply={async (text) => {
                await client.filing.replyToRemark.mutate({ filingId, remarkId: remark.id, text });
                router.refresh();
              }}
            />
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={remark.answer === 'changed' ? 'done' : 'confirm'}>{review.answer[remark.answer ?? 'open']}</Badge>
              {remark.answerText && <span>{remark.answerText}</span>}
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
