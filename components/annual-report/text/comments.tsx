'use client';

import { useState } from 'react';
import type { ProseKey } from '@/server/domain/formats';
import { paragraphsOf } from '@/server/domain/writing';
import type { ReportPage } from '@/server/queries/report';
import type { CommentLine } from '@/server/queries/report-writing';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { SaidLine } from '../../talk/said-line';
import { WriteBox } from '../../talk/write-box';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { Badge } from '../../ui/notice';
import { keyOf } from '../report-key';

const maxOfQuote = 40;

function shortened(text: string): string {
  return text.length > maxOfQuote ? `${text.slice(0, maxOfQuote)}…` : text;
}

/** Says something about words of a text. */
export function CommentBox({
  page,
  textKey,
  quote,
  print,
  onSaid,
}: {
  page: ReportPage;
  textKey: ProseKey;
  /** As stored. */
  quote: string;
  print: (stored: string) => string;
  onSaid: () => void;
}) {
  const words = useWritingMessages().editor.comments;
  const client = useTRPCClient();
  const act = useAct();
  const [text, setText] = useState('');
  return (
    <div className="flex max-w-read flex-col gap-1">
      <p className="text-note leading-5 text-muted">
        {words.about}：<q lang="zh-CN">{quote === '' ? words.whole : shortened(print(quote))}</q>
      </p>
      <WriteBox
        label={words.label}
        act={words.send}
        text={text}
        onText={setText}
        takesFocus
        onSend={async (said) => {
          const done = await act.run(
            () => client.report.comment.mutate({ ...keyOf(page), key: textKey, quote, repliesTo: null, text: said }),
            words.said,
          );
          if (done) onSaid();
        }}
      />
      <ActAnswer answer={act.answer} className="empty:hidden" />
    </div>
  );
}

/** For whoever reads a text and does not write it: comments on one of its paragraphs. */
export function ParagraphComment({
  page,
  textKey,
  text,
  print,
}: {
  page: ReportPage;
  textKey: ProseKey;
  text: string;
  print: (stored: string) => string;
}) {
  const words = useWritingMessages().editor;
  const [isOpen, setIsOpen] = useState(false);
  const paragraphs = [...new Set(paragraphsOf(text).filter((one) => one.trim() !== ''))];
  const [quote, setQuote] = useState(paragraphs[0] ?? '');
  if (!isOpen)
    return (
      <Button isSmall look="quiet" className="self-start" onClick={() => setIsOpen(true)}>
        {words.comment}
      </Button>
    );
  return (
    <div className="flex max-w-read flex-col gap-2 rounded border border-hairline bg-desk px-3 py-2">
      {paragraphs.length > 1 && (
        <SelectField label={words.comments.paragraph} value={quote} onChange={(event) => setQuote(event.target.value)}>
          {paragraphs.map((one) => (
            <option key={one} value={one}>
              {shortened(print(one))}
            </option>
          ))}
        </SelectField>
      )}
      <CommentBox page={page} textKey={textKey} quote={quote} print={print} onSaid={() => setIsOpen(false)} />
    </div>
  );
}

/** A thread about words of a text: what was said, answers, and that it is settled. Words that changed since are shown as they were. */
export function CommentThread({
  page,
  thread,
  text,
  print,
  onShow,
}: {
  page: ReportPage;
  /** Oldest first; the first began it. */
  thread: readonly CommentLine[];
  text: string;
  print: (stored: string) => string;
  onShow: ((place: { start: number; end: number; snippet: string }) => void) | null;
}) {
  const words = useWritingMessages().editor.comments;
  const client = useTRPCClient();
  const act = useAct();
  const [isReplying, setIsReplying] = useState(false);
  const [reply, setReply] = useState('');
  const [first] = thread;
  const newest = thread.at(-1);
  if (!first || !newest) return null;
  const at = first.quote === '' ? -1 : text.indexOf(first.quote);
  const quote = first.quote === '' ? words.whole : shortened(print(first.quote));
  const mayComment = page.verdicts['report.comment'] === 'allowed';
  return (
    <li className="border-t border-hairline py-2 first:border-t-0">
      <p className="flex flex-wrap items-center gap-2 text-note leading-5 text-muted">
        <q lang="zh-CN" className="font-serif text-body text-ink">
          {quote}
        </q>
        {first.quote !== '' && at < 0 && <Badge tone="confirm">{words.changed}</Badge>}
        {at >= 0 && onShow && (
          <Button isSmall look="quiet" onClick={() => onShow({ start: at, end: at + first.quote.length, snippet: first.quote })}>
            {words.show}
          </Button>
        )}
      </p>
      <ul aria-label={words.on(quote)} className="pl-3">
        {thread.map((one) => (
          <SaidLine key={one.id} by={one.writtenBy} at={one.writtenAt} text={one.text} />
        ))}
      </ul>
      {mayComment && newest.resolvedAt === null && (
        <div className="flex flex-wrap gap-1.5">
          <Button
            isSmall
            look="quiet"
            aria-label={words.replyTo(quote)}
            aria-expanded={isReplying}
            onClick={() => setIsReplying(!isReplying)}
          >
            {words.reply}
          </Button>
          <Button
            isSmall
            look="quiet"
            disabled={act.isBusy}
            aria-label={words.resolveOf(quote)}
            onClick={() => void act.run(() => client.report.resolveThread.mutate({ ...keyOf(page), commentId: newest.id }), '')}
          >
            <Icon name="done" />
            {words.resolve}
          </Button>
        </div>
      )}
      {isReplying && (
        <div className="max-w-field pl-3">
          <WriteBox
            label={words.reply}
            act={words.reply}
            text={reply}
            onText={setReply}
            takesFocus
            onSend={async (said) => {
              const done = await act.run(
                () => client.report.comment.mutate({ ...keyOf(page), key: first.key, quote: first.quote, repliesTo: first.id, text: said }),
                '',
              );
              if (done) setIsReplying(false);
            }}
          />
        </div>
      )}
      <ActAnswer answer={act.answer?.text ? act.answer : null} className="empty:hidden" />
    </li>
  );
}
