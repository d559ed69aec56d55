'use client';

import { useState } from 'react';
import type { Finding } from '@/server/domain/checks/check';
import { findingPlace } from '@/server/domain/checks/finding-place';
import type { Explanation } from '@/server/domain/workflow';
import { Attachments } from '../../attachments/attachments';
import { useLanguage, useMessages } from '../../messages/messages-provider';
import { ActAnswer } from '../../shell/act-answer';
import { type Answer, answerOf } from '../../shell/answer';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { useKeptText } from '../../ui/use-kept-text';
import { useFiling } from '../filing-context';

/** The 说明 of a confirm finding, the 放行 of a must-fix one: what was said, or the place to say it. */
export function ExplainFinding({ finding, said }: { finding: Finding; said: readonly Explanation[] }) {
  const { store, refresh } = useFiling();
  const { clerk, common } = useMessages();
  const words = clerk.findings;
  const language = useLanguage();
  const client = useTRPCClient();
  const form = store.form.get();
  const place = findingPlace(finding.boundTo);
  const lapsed = form.explanations.findLast((one) => one.boundTo !== finding.boundTo && findingPlace(one.boundTo) === place);
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText, forget] = useKeptText(`explain ${form.filingId} ${finding.rule} ${finding.boundTo}`, lapsed?.text);
  const [isBusy, setIsBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const isException = finding.severity === 'must_fix';

  async function send(): Promise<void> {
    setIsBusy(true);
    setAnswer(null);
    try {
      store.commit();
      await client.filing.explain.mutate({ filingId: form.filingId, rule: finding.rule, boundTo: finding.boundTo, text });
      await refresh();
      forget();
      setIsOpen(false);
    } catch (error) {
      setAnswer(answerOf(error, language));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <div className="mt-1">
      {said.map((one) => (
        <div key={one.id} className="rounded bg-desk px-2 py-1 text-note leading-5">
          <span className="font-medium">
            {one.kind === 'exception' ? words.exception(one.writtenBy) : words.explanation(one.writtenBy)}
            {clerk.remarks.colon}
          </span>
          {one.text}
          {one.kind === 'exception' && (
            <span className={one.countersignedBy ? 'block text-done' : 'block text-confirm'}>
              <Icon name={one.countersignedBy ? 'done' : 'confirm'} className="mr-1" />
              {one.countersignedBy ? words.countersigned(one.countersignedBy) : words.waiting}
            </span>
          )}
          <Attachments about="explanation" aboutId={one.id} />
        </div>
      ))}
      {said.length === 0 && form.verdicts['filing.explain'] === 'allowed' && !isOpen && (
        <Button
          isSmall
          onClick={() => {
            setIsOpen(true);
          }}
        >
          {isException ? words.except : words.explain}
        </Button>
      )}
      {isOpen && (
        <>
          <TextArea
            label={isException ? words.exceptLabel : words.label}
            hint={lapsed ? words.lapsed : words.filesLater}
            rows={3}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {lapsed && <Attachments about="explanation" aboutId={lapsed.id} />}
          <div className="mt-1.5 flex gap-2">
            <Button isSmall look="primary" onClick={send} disabled={isBusy || text.trim() === ''}>
              {isException ? words.saveException : words.save}
            </Button>
            <Button isSmall onClick={() => setIsOpen(false)}>
              {common.cancel}
            </Button>
          </div>
        </>
      )}
      <ActAnswer answer={answer} className="mt-1" />
    </div>
  );
}
