'use client';

import type { Queue } from '@/server/queries/review-queue';
import { useWritingMessages } from '../messages/writing-words';
import { Sheet } from '../ui/page';
import { ExceptionList } from './exception-list';
import { QueueTable } from './queue-table';

const nobody: ReadonlySet<string> = new Set();

/** What clerks have submitted in practice, after everything that counts and never in bulk: it is there to be looked at. */
export function PracticeQueue({ practice }: { practice: Queue }) {
  const { review, practice: words } = useWritingMessages();
  const submissions = practice.submissions.map((item) => ({ ...item, isClean: false }));
  return (
    <>
      {practice.exceptions.length > 0 && (
        <ExceptionList title={`${words.name} · ${review.exceptionsTitle}`} exceptions={practice.exceptions} />
      )}
      {submissions.length > 0 && (
        <Sheet title={review.counted(words.section, submissions.length)} className="border-dashed border-act/50">
          <p className="pb-2 text-[13px] leading-5 text-muted">{words.bandHint}</p>
          <QueueTable submissions={submissions} chosen={nobody} onChoose={() => undefined} />
        </Sheet>
      )}
    </>
  );
}
