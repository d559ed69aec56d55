'use client';

import { useCallback, useState } from 'react';
import { cellName, getCell } from '@/server/domain/formats';
import { zeroReport } from '@/server/domain/workflow';
import { useMessages } from '../../messages/messages-provider';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { DialogActs } from '../../ui/dialog-acts';
import { useShortcut } from '../../ui/use-shortcut';
import { useFiling } from '../filing-context';

/** 零报告 in one act: shown first, with every balance above 0 that is carried on, and asked once. */
export function ZeroReportButton() {
  const { store } = useFiling();
  const [isOpen, setIsOpen] = useState(false);
  const { zero } = useMessages().clerk;
  const open = useCallback(() => {
    store.settle();
    setIsOpen(true);
  }, [store]);
  useShortcut('Digit0', open);
  return (
    <>
      <Button isSmall onClick={open} title="Alt+0" aria-keyshortcuts="Alt+0">
        {zero.open}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={zero.title}>
        {isOpen && <ZeroReportPreview onDone={() => setIsOpen(false)} />}
      </Dialog>
    </>
  );
}

function ZeroReportPreview({ onDone }: { onDone: () => void }) {
  const { store } = useFiling();
  const { clerk, common } = useMessages();
  const [report] = useState(() => zeroReport(store.format, store.figures()));
  const [isAgreed, setIsAgreed] = useState(report.carried.length === 0);
  const flows = report.changes.filter((change) => getCell(store.format, change.cell).addsUp === 'flow').length;
  return (
    <div className="flex flex-col gap-3 text-body leading-7">
      <p>{clerk.zero.body(flows)}</p>
      {report.replaced.length > 0 && (
        <p className="text-wrong">
          ！{clerk.zero.replaced(report.replaced.length)} {clerk.zero.keepTyped}
        </p>
      )}
      {report.unknown.length > 0 && <p className="text-confirm">！{clerk.zero.unknown(report.unknown.length)}</p>}
      {report.carried.length > 0 && (
        <>
          <p>{clerk.zero.carried}</p>
          <ul className="ml-5 list-disc font-serif">
            {report.carried.map(({ cell, text }) => (
              <li key={cell}>{clerk.remarks.labelled(cellName(getCell(store.format, cell)), text)}</li>
            ))}
          </ul>
          <label className="inline-flex items-center gap-2">
            <input type="checkbox" className="size-4" checked={isAgreed} onChange={(event) => setIsAgreed(event.target.checked)} />
            {clerk.zero.ask}
          </label>
        </>
      )}
      <DialogActs>
        <Button onClick={onDone}>{common.cancel}</Button>
        <Button
          look="primary"
          disabled={!isAgreed}
          onClick={() => {
            store.write(report.changes);
            onDone();
          }}
        >
          {clerk.zero.confirm}
        </Button>
      </DialogActs>
    </div>
  );
}
