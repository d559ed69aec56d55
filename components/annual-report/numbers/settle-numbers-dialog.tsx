'use client';

import { useMemo, useState } from 'react';
import { describeToken, type Settlement, settleNumbers } from '@/server/domain/prose';
import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { DialogActs } from '../../ui/dialog-acts';
import { TextArea } from '../../ui/field';
import { keyOf } from '../report-key';
import { readTexts, sourcesOf } from './prose-of';

interface Line {
  id: string;
  before: string;
  shown: string;
  after: string;
  settlement: Settlement;
}

const around = 12;

/** Every untyped number with what will become of it, shown before one act settles them all on the evidence given once. */
export function SettleNumbersDialog({ page, onClose }: { page: ReportPage; onClose: () => void }) {
  const { prose, common } = useWritingMessages();
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  const [evidence, setEvidence] = useState('');
  const [isDone, setIsDone] = useState(false);
  const sources = useMemo(() => sourcesOf(page), [page]);
  const lines = useMemo(() => linesOf(page), [page]);
  const settle = async () => {
    const done = await run(
      () => client.report.settleNumbers.mutate({ ...keyOf(page), seenHash: page.hash, evidence }),
      ({ linked, registered, declared }) => prose.settle.done(linked, registered, declared),
    );
    if (done) setIsDone(true);
  };
  const becomes = ({ token }: Settlement) =>
    token.kind === 'literal'
      ? prose.settle.willDeclare
      : token.kind === 'fact'
        ? prose.settle.willRegister
        : prose.settle.willLink(describeToken(token, sources));
  return (
    <Dialog isOpen onClose={onClose} title={prose.settle.title}>
      <div className="flex flex-col gap-3">
        {!isDone && (
          <>
            <p className="text-body leading-6">{prose.settle.hint}</p>
            <TextArea
              label={prose.fact.evidence}
              hint={prose.fact.evidenceHint}
              rows={2}
              value={evidence}
              onChange={(event) => setEvidence(event.target.value)}
            />
            <ol className="flex max-h-72 flex-col gap-1 overflow-y-auto rounded border border-hairline p-2 text-body leading-6">
              {lines.map((line) => (
                <li key={line.id} className="flex flex-wrap justify-between gap-x-4 border-b border-hairline/60 pb-1 last:border-0">
                  <span lang="zh-CN" className="font-serif">
                    …{line.before}
                    <mark className="bg-confirm-soft text-confirm">{line.shown}</mark>
                    {line.after}…
                  </span>
                  <span className={line.settlement.isContradicted ? 'text-confirm' : line.settlement.fact ? 'text-done' : 'text-act'}>
                    {line.settlement.isContradicted && prose.settle.contradicted}
                    {becomes(line.settlement)}
                  </span>
                </li>
              ))}
            </ol>
          </>
        )}
        <ActAnswer answer={answer} working={isBusy ? common.working.act(prose.settle.confirm(lines.length)) : null} />
        <DialogActs>
          <Button onClick={onClose}>{isDone ? common.close : common.cancel}</Button>
          {!isDone && (
            <Button look="primary" disabled={isBusy || evidence.trim() === ''} onClick={settle}>
              {prose.settle.confirm(lines.length)}
            </Button>
          )}
        </DialogActs>
      </div>
    </Dialog>
  );
}

function linesOf(page: ReportPage): Line[] {
  const sources = sourcesOf(page);
  return readTexts(page).flatMap(({ key, prose: { stored, resolved, numbers } }) => {
    let next = 0;
    return settleNumbers(stored, numbers, sources, () => `new-${++next}`).map((settlement) => {
      const { from, to } = settlement.number;
      return {
        id: `${key} ${from}`,
        before: resolved.text.slice(Math.max(0, from - around), from).replaceAll('\n', ' '),
        shown: settlement.number.shown,
        after: resolved.text.slice(to, to + around).replaceAll('\n', ' '),
        settlement,
      };
    });
  });
}
