'use client';

import { type FormEvent, useState } from 'react';
import type { DueLockSetting } from '@/server/domain/deadlines';
import type { Day } from '@/server/domain/periods';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Link } from '../../ui/link';
import { Sheet } from '../../ui/page';

/** Whether due days lock; off until the office wants it. */
export function DueLockForm({ stored, year, today }: { stored: DueLockSetting; year: number; today: Day }) {
  const words = useWritingMessages().office.extensions.lock;
  const client = useTRPCClient();
  const act = useAct();
  const [draft, setDraft] = useState<{ set: DueLockSetting; seen: DueLockSetting } | null>(null);
  const [isMeant, setIsMeant] = useState(false);
  const shown = draft?.set ?? stored;
  const seen = draft?.seen ?? stored;
  const change = (of: Partial<DueLockSetting>) => setDraft({ set: { ...shown, ...of }, seen });
  // A day that has begun may lock out somebody who is late already; the server says how many, and asks.
  const mayLockAtOnce = shown.from !== null && shown.from <= today && shown.from !== seen.from;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const done = await act.run(() => client.deadline.setLock.mutate({ ...shown, seen, isLockMeant: isMeant }), words.saved);
    if (!done) return;
    // What was saved stays on the screen until the page has it anew.
    setDraft({ set: shown, seen: shown });
    setIsMeant(false);
  };
  return (
    <Sheet title={words.title} className="mt-6">
      <form method="post" onSubmit={save} className="flex max-w-form flex-col gap-3">
        <p className="text-note leading-6 text-muted">{words.hint}</p>
        <label className="flex items-center gap-2 text-body">
          <input
            type="checkbox"
            className="size-4 accent-act"
            checked={shown.from !== null}
            onChange={(event) => change({ from: event.target.checked ? today : null })}
          />
          {words.isOn}
        </label>
        {shown.from !== null && (
          <div className="flex flex-wrap gap-4">
            <TextField
              label={words.from}
              type="date"
              required
              value={shown.from}
              onChange={(event) => change({ from: event.target.value })}
            />
            <TextField
              label={words.days}
              type="number"
              min={1}
              max={60}
              required
              value={shown.daysAfterReturn}
              onChange={(event) => change({ daysAfterReturn: Number(event.target.value) })}
            />
          </div>
        )}
        {mayLockAtOnce && (
          <label className="flex items-center gap-2 text-body text-confirm">
            <input type="checkbox" className="size-4 accent-act" checked={isMeant} onChange={(event) => setIsMeant(event.target.checked)} />
            {words.meant}
          </label>
        )}
        <ActAnswer answer={act.answer} />
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" disabled={act.isBusy || (shown.from === seen.from && shown.daysAfterReturn === seen.daysAfterReturn)}>
            {words.save}
          </Button>
          <Link href={`/board/extensions?year=${year}`} className="text-body text-act underline">
            {words.list}
          </Link>
        </div>
      </form>
    </Sheet>
  );
}
