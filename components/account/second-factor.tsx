'use client';

import { useState } from 'react';
import { dayAt } from '@/server/domain/periods';
import type { AccountPage } from '@/server/queries/account';
import type { NewSecondFactor } from '@/server/queries/new-second-factor';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { type Answer, answerOf } from '../shell/answer';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { Sheet } from '../ui/page';
import { ChangeFactor } from './change-factor';
import { RecoveryCodes } from './recovery-codes';
import { TurnOnFactor } from './turn-on-factor';

type Open = { act: 'turnOn'; shown: NewSecondFactor } | { act: 'turnOff' } | { act: 'renew' } | { act: 'codes'; codes: readonly string[] };

/** Below so many, the page says that they run out. */
const fewCodes = 3;

/** The person's own second factor: on, off, and the recovery codes. */
export function SecondFactor({ page }: { page: AccountPage }) {
  const { account } = useWritingMessages();
  const client = useTRPCClient();
  const language = useLanguage();
  const [open, setOpen] = useState<Open | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { setAt, isAsked, recoveryCodesLeft } = page.secondFactor;
  const close = () => setOpen(null);
  const finish = (text: string, codes?: readonly string[]) => {
    setAnswer({ tone: 'done', text });
    setOpen(codes ? { act: 'codes', codes } : null);
  };
  const begin = async () => {
    setAnswer(null);
    try {
      setOpen({ act: 'turnOn', shown: await client.account.newSecondFactor.query() });
    } catch (error) {
      setAnswer(answerOf(error, language));
    }
  };
  return (
    <Sheet title={account.factorTitle}>
      <div className="flex flex-col gap-3 text-body">
        {!page.hasPassword && <p>{account.factorNoPassword}</p>}
        {page.hasPassword && !setAt && (
          <>
            <p className="text-muted">{account.factorOff}</p>
            {isAsked && <p>{account.factorAsked}</p>}
          </>
        )}
        {setAt && (
          <>
            <p>{account.factorOn(dayAt(setAt))}</p>
            <p className="text-muted">
              {account.codesLeft(recoveryCodesLeft)} {recoveryCodesLeft < fewCodes && account.codesFew}
            </p>
          </>
        )}
        <ActAnswer answer={answer} className="empty:-mb-3" />
        <div className="flex flex-wrap gap-2">
          {page.hasPassword && !setAt && (
            <Button look={isAsked ? 'primary' : 'plain'} onClick={() => void begin()}>
              {account.turnOn}
            </Button>
          )}
          {setAt && <Button onClick={() => setOpen({ act: 'renew' })}>{account.renewCodes}</Button>}
          {setAt && <Button onClick={() => setOpen({ act: 'turnOff' })}>{account.turnOff}</Button>}
        </div>
      </div>
      {open?.act === 'turnOn' && <TurnOnFactor shown={open.shown} username={page.username} onDone={finish} onClose={close} />}
      {(open?.act === 'turnOff' || open?.act === 'renew') && <ChangeFactor act={open.act} page={page} onDone={finish} onClose={close} />}
      {open?.act === 'codes' && <RecoveryCodes codes={open.codes} page={page} onClose={close} />}
    </Sheet>
  );
}
