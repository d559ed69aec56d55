'use client';

import { useState } from 'react';
import type { Cell } from '@/server/domain/formats';
import type { ReportPage } from '@/server/queries/report';
import { figureField } from '../../clipboard/figure-field';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { ImpactPreview } from '../../signing/impact-preview';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { TextArea, TextField } from '../../ui/field';
import { newId } from '../../ui/new-id';
import { keyOf } from '../report-key';

/** Writes a line between the sum and the print of one cell. It waits for the signature of another. */
export function AdjustForm({ page, cell, onSaved }: { page: ReportPage; cell: Cell; onSaved: () => void }) {
  const { adjust, common } = useWritingMessages();
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  const [isOpen, setIsOpen] = useState(false);
  const [changeId, setChangeId] = useState(newId);
  const [raw, setRaw] = useState('');
  const [reason, setReason] = useState('');
  const save = async () => {
    if (!(await run(() => client.report.adjust.mutate({ ...keyOf(page), changeId, cell: cell.id, raw, reason }), adjust.saved))) return;
    setChangeId(newId());
    setRaw('');
    setReason('');
    setIsOpen(false);
    onSaved();
  };
  return (
    <section className="flex flex-col gap-2">
      {!isOpen && (
        <Button className="self-start" onClick={() => setIsOpen(true)}>
          {adjust.add}
        </Button>
      )}
      {isOpen && (
        <form
          aria-label={adjust.add}
          className="flex flex-col gap-2 border-t border-hairline pt-3"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <p className="text-note leading-5 text-muted">{adjust.addHint}</p>
          <TextField
            label={adjust.change(cell.measuredIn)}
            hint={adjust.changeHint}
            maxLength={40}
            autoComplete="off"
            {...figureField(raw, setRaw)}
          />
          <ImpactPreview
            change={raw.trim()}
            ask={() => client.report.adjustmentImpact.query({ ...keyOf(page), cell: cell.id, raw: raw.trim() })}
          />
          <TextArea
            label={adjust.reason}
            hint={adjust.reasonHint}
            rows={3}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="flex gap-2">
            <Button look="primary" isSmall type="submit" disabled={isBusy || raw.trim() === '' || reason.trim() === ''}>
              {adjust.save}
            </Button>
            <Button look="quiet" isSmall onClick={() => setIsOpen(false)}>
              {common.cancel}
            </Button>
          </div>
        </form>
      )}
      <ActAnswer answer={answer} />
    </section>
  );
}
