'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { type Day, isExpectedYear, nextYear } from '@/server/domain/periods';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { MeantYear } from './meant-year';

/** Creates a year; the one that comes next is proposed, and another one is asked back. */
export function AddYear({ years, today }: { years: readonly number[]; today: Day }) {
  const words = useWritingMessages().office.years;
  const trpc = useTRPCClient();
  const router = useRouter();
  const act = useAct();
  const [typed, setTyped] = useState<string | null>(null);
  const [meant, setMeant] = useState<number | null>(null);
  const next = nextYear(years, today);
  const value = typed ?? String(next);
  const asked = Number(value);
  const needsAsking = /^20\d\d$/.test(value) && !years.includes(asked) && !isExpectedYear(years, asked, today);
  const create = async (event: FormEvent) => {
    event.preventDefault();
    const year = asked;
    if (!(await act.run(() => trpc.office.createYear.mutate({ year, isMeant: meant === year }), words.created(year)))) return;
    setTyped(null);
    setMeant(null);
    router.push(`/office/years?year=${year}`);
  };
  return (
    <form method="post" onSubmit={create} className="mb-5 rounded border border-hairline bg-paper px-4 py-3">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label={words.year}
          type="number"
          min={2008}
          max={2099}
          step={1}
          required
          className="w-28"
          value={value}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" disabled={act.isBusy || (needsAsking && meant !== asked)}>
          {words.add}
        </Button>
        <p className="flex min-h-9 flex-1 items-center text-note leading-5 text-muted">{words.addHint}</p>
      </div>
      {needsAsking && (
        <MeantYear label={words.isMeant(asked, next)} isMeant={meant === asked} onChange={(isMeant) => setMeant(isMeant ? asked : null)} />
      )}
      <ActAnswer answer={act.answer} className="mt-3 empty:mt-0" />
    </form>
  );
}
