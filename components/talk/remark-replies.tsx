'use client';

import clsx from 'clsx';
import { useEffect, useRef, useState } from 'react';
import type { FormRemark } from '@/server/queries/conversation';
import { useMessages } from '../messages/messages-provider';
import { Button } from '../ui/button';
import { SaidLine } from './said-line';
import { WriteBox } from './write-box';

/** What both sides said under a remark, and room to say more while it has no answer. */
export function RemarkReplies({
  remark,
  place,
  mayReply,
  onReply,
}: {
  remark: FormRemark;
  place: string;
  mayReply: boolean;
  onReply: (text: string) => Promise<void>;
}) {
  const { talk } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const hasReplied = useRef(false);
  useEffect(() => {
    if (!isOpen && hasReplied.current) box.current?.querySelector<HTMLButtonElement>(':scope > button')?.focus();
  }, [isOpen]);
  const isClosed = remark.answer !== null;
  if (remark.replies.length === 0 && (isClosed || !mayReply)) return null;
  return (
    <div ref={box} className={clsx('my-1', (remark.replies.length > 0 || isOpen) && 'border-l-2 border-hairline pl-3')}>
      {remark.replies.length > 0 && (
        <ul aria-label={talk.replies}>
          {remark.replies.map((reply) => (
            <SaidLine key={reply.id} by={reply.writtenBy} at={reply.writtenAt} text={reply.text} />
          ))}
        </ul>
      )}
      {mayReply && !isClosed && !isOpen && (
        <Button isSmall look="quiet" className="-ml-2" aria-label={talk.replyOf(place)} onClick={() => setIsOpen(true)}>
          {talk.discuss}
        </Button>
      )}
      {mayReply && !isClosed && isOpen && (
        <div className="max-w-field">
          <WriteBox
            label={talk.replyLabel}
            act={talk.reply}
            text={text}
            onText={setText}
            takesFocus
            onSend={async (words) => {
              await onReply(words);
              hasReplied.current = true;
              setIsOpen(false);
            }}
          />
        </div>
      )}
    </div>
  );
}
