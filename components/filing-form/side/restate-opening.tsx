'use client';

import { useState } from 'react';
import { printFigure } from '@/server/domain/figures';
import type { Cell } from '@/server/domain/formats';
import { DialogForm } from '../../admin/dialog-form';
import { useMessages } from '../../messages/messages-provider';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { TextArea, TextField } from '../../ui/field';
import { momentText } from '../../ui/moment';
import { useFiling } from '../filing-context';
import { useValue } from '../store/value';

/** An opening follows the closing before it; beside it stands the act that says otherwise, with a reason (F7). */
export function RestateOpening({ cell }: { cell: Cell }) {
  const { store, refresh } = useFiling();
  const { slips } = useMessages();
  const words = slips.restate;
  const client = useTRPCClient();
  const act = useAct();
  const form = useValue(store.form);
  const restated = form.restatements.find((one) => one.cell === cell.id);
  const carried = restated?.was ?? form.openings[cell.id];
  const [asked, setAsked] = useState<{ raw: string; reason: string } | null>(null);
  const { filingId } = form;
  const done = async (work: () => Promise<void>) => {
    if (!(await act.run(work, ''))) return;
    setAsked(null);
    await refresh();
  };
  return (
    <div className="mt-2 flex flex-col gap-1.5">
      {restated && (
        <div className="rounded border border-confirm/40 bg-confirm-soft px-2 py-1.5 text-[13px] leading-5">
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
          <Button
            isSmall
            onClick={() => setAsked({ raw: printFigure(form.openings[cell.id] ?? carried, cell), reason: restated?.reason ?? '' })}
          >
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
      {!asked && act.answer?.tone === 'seal' && <ActAnswer answer={act.answer} />}
      {asked && carried && (
        <DialogForm
          title={words.title}
          act={words.save}
          isBusy={act.isBusy}
          answer={act.answer?.tone === 'seal' ? act.answer : null}
          onSubmit={() => done(() => client.filing.restateOpening.mutate({ filingId, cell: cell.id, ...asked }))}
          onClose={() => setAsked(null)}
        >
          <p className="text-[15px] leading-7">{words.hint}</p>
          <TextField
            label={words.value}
            hint={words.carried(printFigure(carried, cell))}
            inputMode={cell.quantity === 'count' ? 'numeric' : 'decimal'}
            required
            maxLength={200}
            value={asked.raw}
            onChange={(event) => setAsked({ ...asked, raw: event.target.value })}
            className="max-w-56"
          />
          <TextArea
            label={words.reason}
            hint={words.reasonHint}
            required
            rows={3}
            maxLength={2000}
            value={asked.reason}
            onChange={(event) => setAsked({ ...asked, reason: event.target.value })}
          />
        </DialogForm>
      )}
    </div>
  );
}
