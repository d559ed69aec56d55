'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Format } from '@/server/domain/formats';
import type { Seen } from '@/server/domain/workflow';
import type { FilingForm } from '@/server/queries/filing-form';
import { SignDialog } from '../../corrections/sign-dialog';
import { useMessages } from '../../messages/messages-provider';
import { ActAnswer } from '../../shell/act-answer';
import { ChangesSince } from '../../shell/changes-since';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

/**
 * The one act of 分管领导, bound to the content on the screen. When it changed meanwhile, nothing is signed, and the
 * server says what changed, by whom and when; once that was looked at, the button may be pressed again.
 *
 * @param seen the content this page shows, for the difference when it has changed
 * @param unsettled what the clerk has to settle first
 */
export function SignBox({ form, seen, format, unsettled }: { form: FilingForm; seen: Seen; format: Format; unsettled: number }) {
  const { signOff: words, seen: seenWords, common } = useMessages();
  const client = useTRPCClient();
  const router = useRouter();
  const { run, isBusy, answer, changed, goOn } = useAct();
  const [isAsking, setIsAsking] = useState(false);
  const isSigned = form.signOff?.state === 'signed';
  const whyNot = changed
    ? seenWords.blocked
    : isSigned
      ? words.again
      : form.signOff?.isOwnWork
        ? words.ownWork
        : unsettled > 0
          ? words.unsettled(unsettled)
          : null;

  async function sign(): Promise<void> {
    const done = await run(() => client.filing.sign.mutate({ filingId: form.filingId, seenHash: form.hash, seen }), words.done);
    setIsAsking(false);
    if (!done) router.refresh();
  }

  return (
    <div>
      {changed && (
        <div className="pb-3">
          <ChangesSince {...changed} format={format} onContinue={goOn} />
        </div>
      )}
      <Button
        look="official"
        className="min-h-11 px-8 text-head"
        disabled={whyNot !== null || isBusy}
        aria-describedby="sign-why"
        onClick={() => setIsAsking(true)}
      >
        {words.sign}
      </Button>
      <p id="sign-why" className={whyNot && !isSigned ? 'mt-1.5 text-body text-confirm' : 'mt-1.5 text-note text-muted'}>
        {whyNot && <Icon name={isSigned ? 'done' : 'confirm'} className="mr-1" />}
        {whyNot || words.hint}
      </p>
      <ActAnswer answer={answer} className="mt-2" />
      {isAsking && (
        <SignDialog
          title={words.title}
          question={words.ask(form.unitName, common.period(form.year, form.quarter))}
          act={words.confirm}
          isBusy={isBusy}
          answer={null}
          onSubmit={sign}
          onClose={() => setIsAsking(false)}
        >
          <p className="text-body leading-6">{words.parts}</p>
          <p className="font-mono text-note text-muted">{words.contentHash(form.hash.slice(0, 12))}</p>
        </SignDialog>
      )}
    </div>
  );
}
