'use client';

import { type FormEvent, useState } from 'react';
import { type ThreeDuty, threeDuties } from '@/server/domain/duties';
import type { DutiesPage } from '@/server/queries/duties';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useConfirmation } from '../../signing/use-confirmation';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { SelectField, TextArea } from '../../ui/field';
import { useKeptText } from '../../ui/use-kept-text';
import { PersonOptions } from './person-options';

const asks = ['give', 'end', 'off'] as const;
type Ask = (typeof asks)[number];

/** One of the three asks for what none of them does alone. */
export function AskOfThree({ page }: { page: DutiesPage }) {
  const { common, office } = useWritingMessages();
  const words = office.duties;
  const client = useTRPCClient();
  const act = useAct();
  const confirmation = useConfirmation();
  const [ask, setAsk] = useState<Ask>('give');
  const [duty, setDuty] = useState<ThreeDuty>('system_admin');
  const [userId, setUserId] = useState('');
  const [reason, setReason, forget] = useKeptText('of the three');
  const labels: Record<Ask, string> = { give: words.askGive, end: words.askEnd, off: words.askOff };
  const holders = new Set(page.holders?.[duty].map((one) => one.userId));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const input = ask === 'off' ? { ask, reason } : { ask, duty, userId, reason };
    const { password } = confirmation;
    if (await act.run(() => client.duty.askOfThree.mutate({ ...input, password }), words.asked)) forget();
    confirmation.forget();
  };
  return (
    <form method="post" onSubmit={send} className="flex max-w-field flex-col gap-4 border-t border-hairline pt-4">
      <h3 className="text-body font-semibold">{words.ask}</h3>
      <SelectField label={words.askWhat} value={ask} onChange={(event) => setAsk(asks.find((one) => one === event.target.value) ?? 'give')}>
        {asks.map((one) => (
          <option key={one} value={one}>
            {labels[one]}
          </option>
        ))}
      </SelectField>
      {ask !== 'off' && (
        <>
          <SelectField
            label={words.duty}
            value={duty}
            onChange={(event) => setDuty(threeDuties.find((one) => one === event.target.value) ?? 'system_admin')}
          >
            {threeDuties.map((one) => (
              <option key={one} value={one}>
                {common.roles[one]}
              </option>
            ))}
          </SelectField>
          <SelectField label={words.person} required value={userId} onChange={(event) => setUserId(event.target.value)}>
            <PersonOptions
              people={
                ask === 'end'
                  ? (page.holders?.[duty] ?? []).map((one) => ({ ...one, id: one.userId }))
                  : page.people.filter((person) => !holders.has(person.id))
              }
            />
          </SelectField>
        </>
      )}
      <TextArea
        label={words.declineReason}
        hint={words.reasonHint}
        required
        maxLength={2000}
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {confirmation.field}
      <ActAnswer answer={act.answer} className="empty:-mb-4" />
      <div>
        <Button type="submit" disabled={act.isBusy || !confirmation.isReady}>
          {words.ask}
        </Button>
      </div>
    </form>
  );
}
