'use client';

import Link from 'next/link';
import type { ExceptionItem } from '@/server/queries/review';
import { useLanguage, useMessages } from '../messages/messages-provider';
import type { Answer } from '../shell/answer';
import { Sheet } from '../ui/page';
import { CountersignButton } from './countersign-button';

/** Exceptions that wait for a second signature, each with what it lets pass and why. */
export function ExceptionList({
  title,
  exceptions,
  onAnswer,
}: {
  title?: string;
  exceptions: readonly ExceptionItem[];
  onAnswer: (answer: Answer | null) => void;
}) {
  const { review, common } = useMessages();
  const language = useLanguage();
  return (
    <Sheet title={review.counted(title ?? review.exceptionsTitle, exceptions.length)}>
      <p className="pb-2 text-[13px] leading-5 text-muted">{review.exceptionsHint}</p>
      <ul className="divide-y divide-hairline">
        {exceptions.map((item) => (
          <li key={item.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-96">
              <p className="font-medium">
                <Link href={`/review/${item.filingId}`} className="text-act underline-offset-2 hover:underline">
                  {item.unitName} {common.period(item.year, item.quarter)}
                </Link>
                <span className="ml-2 text-[13px] font-normal text-muted">{review.rule(item.rule)}</span>
              </p>
              <p className="text-[15px] leading-6">{item.finding[language]}</p>
              <p className="text-[15px] leading-6 text-muted">
                {review.reasonBy(item.writtenBy)}
                {review.colon}
                <span className="text-ink">{item.text}</span>
              </p>
            </div>
            <CountersignButton
              filingId={item.filingId}
              exceptionId={item.id}
              isOwn={item.isOwn}
              name={review.countersignFor(item.unitName, item.rule)}
              onAnswer={onAnswer}
            />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
