'use client';

import { useRef, useState } from 'react';
import type { FormComment } from '@/server/queries/conversation';
import { useLanguage, useMessages } from '../messages/messages-provider';
import { ActAnswer } from '../shell/act-answer';
import { type Answer, answerOf } from '../shell/answer';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { momentText } from '../ui/moment';
import { SaidLine } from './said-line';
import { WriteBox } from './write-box';

/**
 * What is said about one place: the open part first, what was resolved folded, and room to write, which opens it again and stays
 * when the place changes.
 */
export function TalkThread({
  place,
  said,
  mayWrite,
  text,
  onText,
  onWrite,
  onResolve,
}: {
  place: string;
  /** Of this place only, oldest first. */
  said: readonly FormComment[];
  mayWrite: boolean;
  text: string;
  onText: (text: string) => void;
  onWrite: (text: string) => Promise<void>;
  onResolve: (commentId: string) => Promise<void>;
}) {
  const { talk } = useMessages();
  const language = useLanguage();
  const [answered, setAnswered] = useState<{ place: string; answer: Answer } | null>(null);
  const thread = useRef<HTMLDivElement>(null);
  const open = said.filter((one) => one.resolvedAt === null);
  const resolved = said.filter((one) => one.resolvedAt !== null);
  const newest = said.at(-1);
  return (
    <div ref={thread} className="flex flex-col gap-1">
      {said.length === 0 && !mayWrite && <p className="text-note text-muted">{talk.none}</p>}
      {open.length > 0 && (
        <ul aria-label={talk.about(place)}>
          {open.map((one) => (
            <SaidLine key={one.id} by={one.writtenBy} at={one.writtenAt} text={one.text} />
          ))}
        </ul>
      )}
      {open.length > 0 && mayWrite && newest && (
        <Button
          isSmall
          look="quiet"
          className="-ml-2 self-start"
          aria-label={talk.resolveOf(place)}
          onClick={() => {
            setAnswered(null);
            onResolve(newest.id)
              .then(() => {
                // Not away from where the person has gone meanwhile.
                const { activeElement } = document;
                if (activeElement === document.body || thread.current?.contains(activeElement))
                  thread.current?.querySelector('textarea')?.focus();
              })
              .catch((error: unknown) => setAnswered({ place, answer: answerOf(error, language) }));
          }}
        >
          <Icon name="done" className="mr-1" />
          {talk.resolve}
        </Button>
      )}
      <ActAnswer answer={answered?.place === place ? answered.answer : null} className="empty:hidden" />
      {resolved.length > 0 && (
        <details key={place}>
          <summary className="min-h-6 cursor-pointer text-note text-muted">{talk.resolved(resolved.length)}</summary>
          <ul className="text-muted">
            {resolved.map((one) => (
              <SaidLine
                key={one.id}
                by={one.writtenBy}
                at={one.writtenAt}
                text={one.text}
                note={talk.resolvedBy(one.resolvedBy ?? '', momentText(one.resolvedAt ?? ''))}
              />
            ))}
          </ul>
        </details>
      )}
      {mayWrite && <WriteBox about={place} label={talk.label} act={talk.send} text={text} onText={onText} onSend={onWrite} />}
    </div>
  );
}
