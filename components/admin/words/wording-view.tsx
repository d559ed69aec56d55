'use client';

import { type FormEvent, useState } from 'react';
import { inPercent, standardThresholds } from '@/server/domain/checks/thresholds';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { TextArea, TextField } from '../../ui/field';
import { PageHead, Sheet } from '../../ui/page';

export interface Wording {
  repetitionShare: number | null;
  words: string;
}

/** From which share on a text is last year's again, and the office's own list of slips. */
export function WordingView({ stored }: { stored: Wording }) {
  const { office, wording } = useWritingMessages();
  const client = useTRPCClient();
  const act = useAct();
  // What was on the screen when the change began goes with it; after a save, what both people set stands here.
  const [seen, setSeen] = useState(stored);
  const [share, setShare] = useState(() => shareOf(stored));
  const [words, setWords] = useState(stored.words);
  const percent = share.trim() === '' ? null : Number(share.normalize('NFKC'));
  const isWrong = percent !== null && !(percent >= 1 && percent <= 100);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const repetitionShare = percent === null ? null : percent / 100;
    const saved = await act.run(() => client.office.setWording.mutate({ repetitionShare, words, seen }), wording.saved);
    if (!saved) return;
    setSeen(saved.result);
    setShare(shareOf(saved.result));
    setWords(saved.result.words);
  };
  return (
    <>
      <PageHead title={office.wording.title} context={wording.context} />
      <Sheet>
        <form method="post" onSubmit={save} className="flex max-w-3xl flex-col gap-5">
          <TextField
            label={wording.share}
            hint={wording.shareHint(inPercent(standardThresholds.repetitionShare))}
            error={isWrong ? wording.shareWrong : undefined}
            inputMode="decimal"
            autoComplete="off"
            maxLength={6}
            className="max-w-md"
            value={share}
            onChange={(event) => setShare(event.target.value)}
          />
          <TextArea
            label={wording.words}
            hint={wording.wordsHint}
            lang="zh-CN"
            rows={10}
            maxLength={50_000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <ActAnswer answer={act.answer} />
          <div>
            <Button type="submit" look="primary" disabled={act.isBusy || isWrong}>
              {wording.save}
            </Button>
          </div>
        </form>
      </Sheet>
    </>
  );
}

function shareOf({ repetitionShare }: Wording): string {
  return repetitionShare === null ? '' : String(inPercent(repetitionShare));
}
