'use client';

import type { FormEvent } from 'react';
import { paces } from '@/server/domain/notices/pace';
import type { Inbox } from '@/server/queries/notices';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { Sheet } from '../ui/page';

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Where and how soon the person is sent what they are told. */
export function MailChoice({ mail }: { mail: Inbox['mail'] }) {
  const { inbox } = useWritingMessages();
  const client = useTRPCClient();
  const act = useAct();
  if (!mail)
    return (
      <Sheet title={inbox.mailTitle}>
        <p className="text-body leading-6 text-muted">{inbox.noMail}</p>
      </Sheet>
    );
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const input = {
      address: String(given.get('address')),
      pace: paces.find((pace) => pace === given.get('pace')) ?? mail.pace,
      quietFrom: Number(given.get('quietFrom')),
      quietTo: Number(given.get('quietTo')),
    };
    await act.run(() => client.notice.choose.mutate(input), inbox.saved);
  };
  const hoursOf = (name: 'quietFrom' | 'quietTo') => (
    <SelectField label={inbox[name]} name={name} defaultValue={mail[name]} className="flex-1">
      {hours.map((hour) => (
        <option key={hour} value={hour}>
          {inbox.hour(hour)}
        </option>
      ))}
    </SelectField>
  );
  return (
    <Sheet title={inbox.mailTitle}>
      <form method="post" onSubmit={save} className="flex flex-col gap-4">
        <p className="text-body leading-6 text-muted">{inbox.mailHint}</p>
        <TextField label={inbox.address} name="address" type="email" autoComplete="email" maxLength={200} defaultValue={mail.address} />
        <SelectField label={inbox.pace} name="pace" defaultValue={mail.pace}>
          {paces.map((pace) => (
            <option key={pace} value={pace}>
              {inbox.paces[pace]}
            </option>
          ))}
        </SelectField>
        <div>
          <div className="flex gap-3">
            {hoursOf('quietFrom')}
            {hoursOf('quietTo')}
          </div>
          <p className="pt-1 text-note leading-5 text-muted">{inbox.quietHint}</p>
        </div>
        <ActAnswer answer={act.answer} className="empty:-mb-4" />
        <div>
          <Button type="submit" look="primary" disabled={act.isBusy}>
            {inbox.save}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
