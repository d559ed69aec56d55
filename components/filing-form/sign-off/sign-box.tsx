'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Format } from '@/server/domain/formats';
import type { FilingForm } from '@/server/queries/filing-form';
import { useMessages } from '../../messages/messages-provider';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ChangedPlaces } from './changed-places';
import { changesBetween } from './changes-between';

/**
 * The one act of 分管领导, bound to the content on the screen. When it changed meanwhile, nothing is signed, and what changed
 * is shown under the button that may then be pressed again.
 *
 * @param unsettled what the clerk has to settle first
 */
export function SignBox({ form, format, unsettled }: { form: FilingForm; format: Format; unsettled: number }) {
  const { signOff: words } = useMessages();
  const client = useTRPCClient();
  const router = useRouter();
  const { run, isBusy, answer } = useAct();
  const [refused, setRefused] = useState<FilingForm | null>(null);
  const isSigned = form.signOff?.state === 'signed';
  const whyNot = isSigned ? words.again : form.signOff?.isOwnWork ? words.ownWork : unsettled > 0 ? words.unsettled(unsettled) : null;
  const meanwhile = refused && changesBetween(refused, form);

  async function sign(): Promise<void> {
    const done = await run(() => client.filing.sign.mutate({ filingId: form.filingId, seenHash: form.hash }), words.done);
    setRefused(done ? null : form);
    if (!done) router.refresh();
  }

  return (
    <div>
      <Button
        look="official"
        className="min-h-11 px-8 text-[17px]"
        disabled={whyNot !== null || isBusy}
        aria-describedby="sign-why"
        onClick={sign}
      >
        {words.sign}
      </Button>
      <p id="sign-why" className={whyNot && !isSigned ? 'mt-1.5 text-[15px] text-confirm' : 'mt-1.5 text-[14px] text-muted'}>
        {whyNot ? `${isSigned ? '✓' : '！'} ${whyNot}` : words.hint}
      </p>
      <ActAnswer answer={answer} className="mt-2" />
      {meanwhile && meanwhile.changes.length + meanwhile.alsoChanged.length > 0 && (
        <Notice tone="confirm" title={words.meanwhile} className="mt-2">
          <ChangedPlaces format={format} changed={meanwhile} />
        </Notice>
      )}
    </div>
  );
}
