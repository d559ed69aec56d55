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

interface Draft {
  share: string;
  words: string;
  /** What was on the screen when the change began: it goes with the change. */
  seen: Wording;
  /** What the page said then. */
  over: Wording;
}

/** From which share on a text is last year's again, and the office's own list of slips. */
export function WordingView({ stored }: { stored: Wording }) {
  const { office, wording } = useWritingMessages();
  const client = useTRPCClient();
  const act = useAct();
  const [draft, setDraft] = useState<Draft | null>(null);
  // What was typed stays when the page hears of another's change; where nothing was typed, the page says what is so now.
  const shown = draft && (isTouched(draft) || draft.over === stored) ? draft : draftOf(stored, stored);
  const { share, words, seen } = shown;
  const set = (change: Partial<Pick<Draft, 'share' | 'words'>>) => setDraft({ ...shown, ...change });
  const percent = share.trim() === '' ? null : Number(share.normalize('NFKC'));
  const isWrong = percent !== null && !(percent >= 1 && percent <= 100);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const repetitionShare = percent === null ? null : percent / 100;
    const saved = await act.run(() => client.office.setWording.mutate({ repetitionShare, words, seen }), wording.saved);
    if (!saved) return;
    // What both people set stands here until the page says it, too; what was typed meanwhile was typed over what was sent.
    setDraft((now) =>
      now && (now.share !== share || now.words !== words) ? { ...now, seen: { repetitionShare, words } } : draftOf(saved.result, stored),
    );
  };
  return (
    <>
      <PageHead title={office.wording.title} context={wording.context} />
      <Sheet>
        <form method="post" onSubmit={save} className="flex max-w-form flex-col gap-5">
          <TextField
            label={wording.share}
            hint={wording.shareHint(inPercent(standardThresholds.repetitionShare))}
            error={isWrong ? wording.shareWrong : undefined}
            inputMode="decimal"
            autoComplete="off"
            maxLength={6}
            className="max-w-field"
            value={share}
            onChange={(event) => set({ share: event.target.value })}
          />
          <TextArea
            label={wording.words}
            hint={wording.wordsHint}
            lang="zh-CN"
            rows={10}
            maxLength={50_000}
            value={words}
            onChange={(event) => set({ words: event.target.value })}
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

function draftOf(seen: Wording, over: Wording): Draft {
  return { share: shareOf(seen), words: seen.words, seen, over };
}

function isTouched({ share, words, seen }: Draft): boolean {
  return share !== shareOf(seen) || words !== seen.words;
}
