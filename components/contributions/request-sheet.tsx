'use client';

import { useState } from 'react';
import type { ContributionState } from '@/server/domain/contributions';
import { topicOf } from '@/server/domain/narrative/topics';
import type { ContributionLine } from '@/server/queries/contributions';
import { Attachments } from '../attachments/attachments';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { useAct } from '../shell/use-act';
import { Button } from '../ui/button';
import { momentText } from '../ui/moment';
import { Badge, type Tone } from '../ui/notice';
import { AnswerForm } from './answer-form';

export const stateTones: Record<ContributionState, Tone> = {
  open: 'act',
  overdue: 'confirm',
  answered: 'done',
  none: 'done',
  withdrawn: 'plain',
};

/** One question of the office with its answer; an answered one opens for mending. */
export function RequestSheet({ line, mayAnswer }: { line: ContributionLine; mayAnswer: boolean }) {
  const { material } = useWritingMessages();
  const words = material.unit;
  const language = useLanguage();
  const act = useAct();
  const [isMending, setIsMending] = useState(false);
  const isWaiting = line.answeredAt === null;
  return (
    <li className="rounded border border-hairline bg-paper px-4 py-3.5">
      <p className="flex flex-wrap items-center gap-x-3 text-note text-muted">
        <Badge tone={stateTones[line.state]}>{material.states[line.state]}</Badge>
        {topicOf(line.topic)[language]}
        <span>{material.due(line.dueOn)}</span>
        <span>{words.askedBy(line.askedBy, momentText(line.askedAt))}</span>
      </p>
      <h2 lang="zh-CN" className="pt-1.5 text-head leading-7 font-semibold whitespace-pre-wrap">
        {line.question}
      </h2>
      {line.answeredAt !== null && (
        <div className="pt-1 text-body leading-7">
          {line.sentence !== null && (
            <p lang="zh-CN" className="font-serif text-body">
              {line.sentence}
            </p>
          )}
          <p className="text-note text-muted">
            {[
              line.number,
              line.evidence && material.panel.evidence(line.evidence),
              words.answeredBy(line.answeredBy ?? '', momentText(line.answeredAt)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      )}
      {mayAnswer && !isWaiting && !isMending && (
        <div className="flex flex-wrap items-center gap-3 pt-2">
          <Button isSmall onClick={() => setIsMending(true)}>
            {words.mend}
          </Button>
          <ActAnswer answer={act.answer} className="empty:hidden" />
        </div>
      )}
      {mayAnswer && isWaiting && line.sentence !== null && <p className="pt-2 text-note text-muted">{words.before}</p>}
      {mayAnswer && (isWaiting || isMending) && <AnswerForm line={line} act={act} onDone={() => setIsMending(false)} />}
      <Attachments about="contribution" aboutId={line.id} isQuiet={!mayAnswer} className="mt-3" />
    </li>
  );
}
