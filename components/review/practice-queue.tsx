'use client';

import type { Day } from '@/server/domain/periods';
import type { Queue } from '@/server/queries/review-queue';
import { useWritingMessages } from '../messages/writing-words';
import { Pager } from '../shell/pager';
import { Sheet } from '../ui/page';
import { ExceptionList } from './exception-list';
import type { QueueAddress } from './queue-address';
import { QueueTable } from './queue-table';

const nobody: ReadonlySet<string> = new Set();

/** What clerks have submitted in practice, after everything that counts and never in bulk: it is there to be looked at. */
export function PracticeQueue({
  practice: { submissions, page, exceptions, exceptionPage },
  kept,
  today,
}: {
  practice: Queue;
  today: Day;
  kept: QueueAddress;
}) {
  const { review, practice: words } = useWritingMessages();
  return (
    <>
      {(exceptions.length > 0 || exceptionPage.pages > 1) && (
        <ExceptionList
          title={`${words.name} · ${review.exceptionsTitle}`}
          exceptions={exceptions}
          page={exceptionPage}
          name="practised"
          kept={kept}
        />
      )}
      {submissions.length > 0 && (
        <Sheet title={review.counted(words.section, page.of)} className="border-dashed border-act/50">
          <p className="pb-2 text-note leading-5 text-muted">{words.bandHint}</p>
          <QueueTable submissions={submissions} chosen={nobody} onChoose={() => undefined} today={today} readers={{}} />
          <Pager at={page} path="/review" kept={kept} name="practice" of={words.section} />
        </Sheet>
      )}
    </>
  );
}
