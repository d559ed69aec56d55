'use client';

import { useState } from 'react';
import { printFigure } from '@/server/domain/figures';
import { type Cell, cellName } from '@/server/domain/formats';
import { DialogForm } from '../../admin/dialog-form';
import { figureField } from '../../clipboard/figure-field';
import { useMessages } from '../../messages/messages-provider';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { TextArea, TextField } from '../../ui/field';
import { momentText } from '../../ui/moment';
import { useKeptText } from '../../ui/use-kept-text';
import { useFiling } from '../filing-context';
import { useLateValue } from '../store/use-late-value';

/** An opening follows the closing before it; beside it stands the act that says otherwise, with a reason (F7). */
export function RestateOpening({ cell }: { cell: Cell }) {
  const { store, refresh } = useFiling();
  const { slipMarks } = useMessages();
  const words = slipMarks.restate;
  const client = useTRPCClient();
  const act = useAct();
  const form = useLateValue(store.form);
  const restated = form.restatements.find((one) => one.cell === cell.id);
  const carried = restated?.was ?? form.openings[cell.id];
  const { filingId } = form;
  const now = form.openings[cell.id] ?? carried;
  const [isAsked, setIsAsked] = useState(false);
  const [raw, setRaw, forgetRaw] = useKeptText(`restate ${filingId} ${cell.id}`, now ? printFigure(now, cell) : '');
  const [reason, setReason, forgetReason] = useKeptText(`restate ${filingId} ${cell.id} why`, restated?.reason);
  const done = async (work: () => Promise<void>) => {
    if (!(await act.run(work, ''))) return;
    setIsAsked(false);
    forgetRaw();
    forgetReason();
    await refresh();
  };
  return (
    <div className="mt-1.5 mb-2 flex flex-col gap-1.5">
      {restated && (
        <div className="rounded border border-confirm/40 bg-confirm-soft px-2 py-1.5 text-note leading-5">
          <p className="font-semibold text-confirm">{words.cell}</p>
          <p>{words.line(printFigure(restated.was, cell) || words.unknown, printFigure(restated.is, cell))}</p>
          <p>{restated.reason}</p>
          <p className="text-muted">
            {restated.writtenBy} {momentText(restated.writtenAt)}
          </p>
        </div>
      )}
      {store.canEdit && carried && (
        <div className="flex flex-wrap gap-1.5">
          <Button isSmall onClick={() => setIsAsked(true)}>
            {restated ? words.again : words.act}
          </Button>
          {restated && (
            <Button
              isSmall
              look="quiet"
              disabled={act.isBusy}
              onClick={() => done(() => client.filing.withdrawRestatement.mutate({ filingId, cell: cell.id }))}
            >
              {words.withdraw}
            </Button>
          )}
        </div>
      )}
      {!isAsked && act.answer?.tone === 'wrong' && <ActAnswer answer={act.answer} />}
      {isAsked && carried && (
        <DialogForm
          title={words.title}
          act={words.save}
          isBusy={act.isBusy}
          answer={act.answer?.tone === 'wrong' ? act.answer : null}
          onSubmit={() => done(() => client.filing.restateOpening.mutate({ filingId, cell: cell.id, raw, reason }))}
          onClose={() => setIsAsked(false)}
        >
          <p className="text-body font-semibold">{cellName(cell)}</p>
          <p className="text-body leading-7">{words.hint}</p>
          <TextField
            label={words.value}
            hint={words.carried(printFigure(carried, cell))}
            inputMode={cell.quantity === 'count' ? 'numeric' : 'decimal'}
            required
            maxLength={200}
            {...figureField(raw, setRaw)}
            className="max-w-cell"
          />
          <TextArea
            label={words.reason}
            hint={words.reasonHint}
            required
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </DialogForm>
      )}
    </div>
  );
}
