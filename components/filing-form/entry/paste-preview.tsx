'use client';

import { useState } from 'react';
import { cellName, getCell } from '@/server/domain/formats';
import { useMessages } from '../../messages/messages-provider';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { useFiling } from '../filing-context';
import type { PastedCell, PastePlan } from '../paste/plan-paste';

/** What a paste would do, before it does it: written in one step that can be undone, or not at all. */
export function PastePreview({
  plan,
  onClose,
  onPasted,
}: {
  plan: PastePlan | null;
  onClose: () => void;
  onPasted: (count: number) => void;
}) {
  const { paste } = useMessages().clerk;
  return (
    <Dialog isOpen={plan !== null} onClose={onClose} title={paste.title}>
      {plan && <Preview plan={plan} onClose={onClose} onPasted={onPasted} />}
    </Dialog>
  );
}

function Preview({ plan, onClose, onPasted }: { plan: PastePlan; onClose: () => void; onPasted: (count: number) => void }) {
  const { store } = useFiling();
  const { clerk, common } = useMessages();
  const words = clerk.paste;
  const [isZero, setIsZero] = useState(false);
  const write = [...plan.write, ...(isZero ? plan.blankMarks.map(({ cell }) => ({ cell, text: '0' })) : [])];
  const unreadable = plan.unreadable.length + (isZero ? 0 : plan.blankMarks.length);
  const all = plan.write.length + plan.blankMarks.length + plan.unreadable.length + plan.unchanged.length;
  return (
    <div className="flex flex-col gap-2 text-[15px] leading-7">
      <p className="font-semibold">{words.summary(all, write.length, plan.unchanged.length, unreadable)}</p>
      <p className="text-muted">{{ title: words.byTitle, position: words.byPosition, range: words.byRange }[plan.by]}</p>
      {plan.readOnly.length > 0 && (
        <div>
          <p>· {words.readOnly(plan.readOnly.length)}</p>
          <details>
            <summary className="min-h-6 cursor-pointer text-[14px] text-act">{words.which}</summary>
            <ul className="ml-5 list-disc text-[14px] leading-6">
              {plan.readOnly.map((cell) => (
                <li key={cell}>{cellName(getCell(store.format, cell))}</li>
              ))}
            </ul>
          </details>
        </div>
      )}
      {plan.outside > 0 && <p className="text-confirm">！{words.outside(plan.outside)}</p>}
      {plan.blankMarks.length > 0 && (
        <label className="inline-flex items-center gap-2">
          <input type="checkbox" className="size-4" checked={isZero} onChange={(event) => setIsZero(event.target.checked)} />
          {words.blankMarks(plan.blankMarks.length)}
        </label>
      )}
      {plan.unreadable.length > 0 && (
        <div>
          <p className="text-seal">✕ {words.unreadable}</p>
          <PastedList cells={plan.unreadable} />
        </div>
      )}
      {write.length > 0 ? <PastedTable cells={write} /> : <p className="text-confirm">！{words.nothing}</p>}
      <div className="sticky bottom-0 -mx-4 -mb-4 flex gap-2 border-t border-hairline bg-paper px-4 py-3">
        <Button
          look="primary"
          disabled={write.length === 0}
          onClick={() => {
            store.write(write);
            onPasted(write.length);
            onClose();
          }}
        >
          {words.write(write.length)}
        </Button>
        <Button onClick={onClose}>{common.cancel}</Button>
      </div>
    </div>
  );
}

function PastedList({ cells }: { cells: readonly PastedCell[] }) {
  const { store } = useFiling();
  const { colon } = useMessages().clerk.remarks;
  return (
    <ul className="ml-5 list-disc text-[14px] leading-6">
      {cells.map(({ cell, text }) => (
        <li key={cell}>
          {cellName(getCell(store.format, cell))}
          {colon}
          <span className="font-serif text-seal">{text}</span>
        </li>
      ))}
    </ul>
  );
}

function PastedTable({ cells }: { cells: readonly PastedCell[] }) {
  const { store } = useFiling();
  const { paste } = useMessages().clerk;
  return (
    <div className="max-h-[36vh] overflow-y-auto border border-hairline">
      <table className="w-full text-[14px] leading-6">
        <thead className="sticky top-0 bg-desk text-muted">
          <tr>
            <th scope="col" />
            <th scope="col" className="px-2 text-right font-normal whitespace-nowrap">
              {paste.before}
            </th>
            <th scope="col" className="px-2 text-right font-normal whitespace-nowrap">
              {paste.after}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ cell, text }) => (
            <tr key={cell} className="border-t border-hairline">
              <th scope="row" className="px-2 text-left font-normal">
                {cellName(getCell(store.format, cell))}
              </th>
              <td className="px-2 text-right font-serif whitespace-nowrap text-muted">{store.cell(cell).get().text}</td>
              <td className="px-2 text-right font-serif font-semibold whitespace-nowrap">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
