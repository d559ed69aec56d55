'use client';

import type { Finding } from '@/server/domain/checks/check';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { useKeptText } from '../../ui/use-kept-text';
import { keyOf } from '../report-key';

/** Writes the 说明 of a finding or the reason of an exception. */
export function ExplainForm({ page, finding, onDone }: { page: ReportPage; finding: Finding; onDone: () => void }) {
  const { report, common } = useWritingMessages();
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  const [text, setText, forget] = useKeptText(`explain ${page.unitId} ${page.year} ${page.scope} ${finding.rule} ${finding.boundTo}`);
  const isMustFix = finding.severity === 'must_fix';
  return (
    <form
      className="mt-1 flex flex-col gap-2"
      onSubmit={async (event) => {
        event.preventDefault();
        const { rule, boundTo } = finding;
        if (await run(() => client.report.explain.mutate({ ...keyOf(page), rule, boundTo, text }), report.explainSaved)) {
          forget();
          onDone();
        }
      }}
    >
      <TextArea
        label={isMustFix ? report.exceptionLabel : report.explainLabel}
        hint={isMustFix ? report.exceptionHint : report.explainHint}
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ActAnswer answer={answer} />
      <div className="flex gap-2">
        <Button look="primary" isSmall type="submit" disabled={isBusy || text.trim() === ''}>
          {isMustFix ? report.askException : common.save}
        </Button>
        <Button look="quiet" isSmall onClick={onDone}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
}
