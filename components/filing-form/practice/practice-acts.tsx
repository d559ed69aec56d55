'use client';

import { useState } from 'react';
import { useMessages } from '../../messages/messages-provider';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { DialogActs } from '../../ui/dialog-acts';

/** The two ways out of a practice: begin again, or be done with it. Both ask once. */
export function PracticeActs({ filingId }: { filingId: string }) {
  const { practice, common } = useMessages();
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  const [asked, setAsked] = useState<'clear' | 'end' | null>(null);
  const words = {
    clear: { title: practice.clearTitle, question: practice.clearQuestion, act: practice.clear, done: practice.clearDone },
    end: { title: practice.endTitle, question: practice.endQuestion, act: practice.end, done: practice.endDone },
  };

  async function confirm(what: 'clear' | 'end'): Promise<void> {
    const call = what === 'clear' ? client.filing.clearPractice : client.filing.endPractice;
    const done = await run(() => call.mutate({ filingId }), words[what].done);
    // The whole page is loaded anew: the form holds what was typed.
    if (done) window.location.assign(what === 'clear' ? `/filings/${filingId}` : '/tasks');
  }

  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <Button isSmall onClick={() => setAsked('clear')}>
        {practice.clear}
      </Button>
      <Button isSmall onClick={() => setAsked('end')}>
        {practice.end}
      </Button>
      <Dialog isOpen={asked !== null} onClose={() => setAsked(null)} title={asked && words[asked].title}>
        {asked && (
          <div className="flex flex-col gap-4 text-body leading-7">
            <p>{words[asked].question}</p>
            <ActAnswer answer={answer} className="empty:-mb-4" />
            <DialogActs>
              <Button onClick={() => setAsked(null)}>{common.cancel}</Button>
              <Button look="primary" disabled={isBusy} onClick={() => confirm(asked)}>
                {words[asked].act}
              </Button>
            </DialogActs>
          </div>
        )}
      </Dialog>
    </div>
  );
}
