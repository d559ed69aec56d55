'use client';

import type { SlipEffect } from '@/server/domain/corrections';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { TextArea } from '../ui/field';
import { Notice } from '../ui/notice';
import { periodInReach } from './period-in-reach';
import { type Answers, answerKey } from './slip-answers';

/** What the rules ask about corrected figures, with what the unit says to it. @param onAnswer absent where it is only read */
export function SlipQuestions({
  effect,
  answers = {},
  onAnswer,
}: {
  effect: SlipEffect;
  answers?: Answers;
  onAnswer?: (key: string, text: string) => void;
}) {
  const { slips, common, clerk } = useWritingMessages();
  const language = useLanguage();
  const questions = effect.quarters.flatMap(({ quarter, successor, questions: some }) =>
    some.map((one) => ({
      ...one,
      key: answerKey(quarter.filingId, one.finding),
      period: periodInReach(successor, common.period(quarter.year, quarter.quarter)),
    })),
  );
  if (questions.length === 0) return null;
  return (
    <Notice tone="confirm" title={slips.questions(questions.length)}>
      <ul className="flex flex-col gap-3">
        {questions.map(({ finding, said, key, period }) => (
          <li key={key}>
            <p>
              {slips.brokenIn(period)}
              {finding.message[language]}
            </p>
            {said ? (
              <p className="rounded bg-desk px-2 py-1 text-body leading-6 text-ink">
                {slips.answer}
                {clerk.remarks.colon}
                {said.text}
              </p>
            ) : onAnswer ? (
              <TextArea
                label={clerk.findings.label}
                rows={2}
                maxLength={2000}
                value={answers[key] ?? ''}
                onChange={(event) => onAnswer(key, event.target.value)}
              />
            ) : (
              <p>{slips.unanswered}</p>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
