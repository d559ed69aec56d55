'use client';

import { useState } from 'react';
import { isNumberStated, standingIn, withParagraph } from '@/server/domain/contributions';
import { topicOf } from '@/server/domain/narrative/topics';
import type { ContributionLine } from '@/server/queries/contributions';
import type { ReportPage } from '@/server/queries/report';
import { Attachments } from '../../attachments/attachments';
import { stateTones } from '../../contributions/request-sheet';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import type { Answer } from '../../shell/answer';
import type { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { momentText } from '../../ui/moment';
import { Badge } from '../../ui/notice';
import { AskAgainDialog } from './ask-again-dialog';
import { useChangeText } from './use-change-text';

/** What one unit was asked and said, with what the office may do about it. */
export function RequestRow({
  page,
  line,
  act,
  onAnswer,
}: {
  page: ReportPage;
  line: ContributionLine;
  act: ReturnType<typeof useAct>;
  onAnswer: (answer: Answer) => void;
}) {
  const { material, report } = useWritingMessages();
  const words = material.panel;
  const language = useLanguage();
  const client = useTRPCClient();
  const changeText = useChangeText(page);
  const [isAskingAgain, setIsAskingAgain] = useState(false);
  const topic = topicOf(line.topic);
  const chapter = report.textLabels[topic.text];
  const standing = line.sentence === null ? 'absent' : standingIn(line.sentence, page.texts[topic.text]?.text ?? '');
  const mayAsk = page.verdicts['contribution.ask'] === 'allowed';
  const isAnswered = line.state === 'answered';
  const insert = async (sentence: string) => {
    const done = await act.run(() => changeText(topic.text, (text) => withParagraph(text, sentence)), words.inserted(chapter));
    if (done?.result === 'unsaved' || done?.result === 'moving')
      onAnswer({ tone: 'wrong', text: done.result === 'unsaved' ? words.unsaved : words.notSaved });
  };
  return (
    <li className="py-2 text-body leading-6">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-medium">{line.unitName}</span>
        <Badge tone={stateTones[line.state]}>{material.states[line.state]}</Badge>
        <span className="text-note text-muted">
          {topic[language]} · {material.due(line.dueOn)}
        </span>
      </p>
      <p lang="zh-CN" className="text-muted">
        {line.question}
      </p>
      {isAnswered && (
        <>
          <p lang="zh-CN" className="font-serif text-body">
            {line.sentence}
          </p>
          <p className="text-note leading-5 text-muted">
            {[line.number, line.evidence && words.evidence(line.evidence), `${line.answeredBy} ${momentText(line.answeredAt ?? '')}`]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <Attachments about="contribution" aboutId={line.id} isQuiet />
          {!isNumberStated({ number: line.number ?? '', sentence: line.sentence ?? '' }) && (
            <p className="text-note text-confirm">
              <Icon name="confirm" className="mr-1" />
              {words.numberGone}
            </p>
          )}
        </>
      )}
      <p className="flex flex-wrap items-center gap-1.5 pt-1">
        {standing !== 'absent' && (
          <span className="text-note text-done">
            <Icon name="done" className="mr-1" />
            {words.standing[standing]}
          </span>
        )}
        {isAnswered && standing === 'absent' && page.verdicts['report.edit'] === 'allowed' && (
          <Button
            isSmall
            disabled={act.isBusy}
            aria-label={words.insertOf(chapter, line.unitName)}
            onClick={() => void insert(line.sentence ?? '')}
          >
            {words.insert}
          </Button>
        )}
        {mayAsk && (
          <>
            <Button isSmall look="quiet" aria-label={words.againOf(line.unitName)} onClick={() => setIsAskingAgain(true)}>
              {words.again}
            </Button>
            <Button
              isSmall
              look="quiet"
              disabled={act.isBusy}
              aria-label={words.withdrawOf(line.unitName)}
              onClick={() =>
                void act.run(() => client.contribution.withdraw.mutate({ requestId: line.id }), words.withdrawn(line.unitName))
              }
            >
              {words.withdraw}
            </Button>
          </>
        )}
      </p>
      {isAskingAgain && (
        <AskAgainDialog
          line={line}
          onDone={(text) => {
            setIsAskingAgain(false);
            onAnswer({ tone: 'done', text });
          }}
          onClose={() => setIsAskingAgain(false)}
        />
      )}
    </li>
  );
}
