'use client';

import { useState } from 'react';
import type { TopicId } from '@/server/domain/narrative/topics';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import type { Answer } from '../../shell/answer';
import { useAct } from '../../shell/use-act';
import { Button } from '../../ui/button';
import { Sheet } from '../../ui/page';
import { AskDialog } from './ask-dialog';
import { CoverageMap } from './coverage-map';
import { useMaterial } from './material-context';
import { RequestList } from './request-list';

/** What the text has to treat, and what units contribute to it. */
export function MaterialPanel({ page }: { page: ReportPage }) {
  const words = useWritingMessages().material.panel;
  const { answered, waiting, withdrawn, mayAsk } = useMaterial();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const act = useAct({ onAnswer: setAnswer });
  const [asking, setAsking] = useState<TopicId | null>(null);
  return (
    <>
      <Sheet title={words.coverage}>
        <CoverageMap page={page} onAsk={mayAsk ? setAsking : null} />
      </Sheet>
      {(mayAsk || answered + waiting.count + withdrawn > 0) && (
        <Sheet
          title={words.requests}
          actions={
            mayAsk && (
              <Button isSmall onClick={() => setAsking('safeguards')}>
                {words.askAny}
              </Button>
            )
          }
        >
          <ActAnswer answer={answer} className="pb-2 empty:hidden" />
          <RequestList page={page} act={act} onAnswer={setAnswer} />
        </Sheet>
      )}
      {asking && (
        <AskDialog
          of={page}
          topic={asking}
          onDone={(text) => {
            setAsking(null);
            setAnswer({ tone: 'done', text });
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
