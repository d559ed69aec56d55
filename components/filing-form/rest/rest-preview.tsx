'use client';

import { useState } from 'react';
import { type Cell, type CellId, cellName, getCell, type SectionKey } from '@/server/domain/formats';
import { restZero } from '@/server/domain/workflow/rest-zero';
import { useMessages } from '../../messages/messages-provider';
import { Button } from '../../ui/button';
import { DialogActs } from '../../ui/dialog-acts';
import { Icon } from '../../ui/icon';
import { useFiling } from '../filing-context';
import { checkedFiling } from '../store/checked-filing';
import { sectionKeys } from '../store/filing-state';

export interface RestPreviewProps {
  section: SectionKey | null;
  onClose: () => void;
  onWritten: (count: number) => void;
}

/** 其余未填的格填 0: what is typed stays, each cell that will be filled is named by its table, and one step undoes it. */
export function RestPreview({ section, onClose, onWritten }: RestPreviewProps) {
  const { store } = useFiling();
  const { clerk, common } = useMessages();
  const words = clerk.rest;
  const reckon = () => restZero(checkedFiling(store.form.get(), store.facts()), section ?? undefined);
  const [rest, setRest] = useState(reckon);
  const [hasChanged, setHasChanged] = useState(false);
  const nameOf = (cell: CellId) => cellName(getCell(store.format, cell));
  const closings = rest.closings.filter((one) => one.value !== 0);
  const zeros = [...rest.zeros, ...rest.closings.filter((one) => one.value === 0).map((one) => one.cell)];
  const [isAgreed, setIsAgreed] = useState(closings.length === 0);
  const changes = [...zeros.map((cell) => ({ cell, text: '0' })), ...closings.map(({ cell, value }) => ({ cell, text: String(value) }))];
  /** Somebody, or another tab of one's own, may have filled a cell while this was read: what was agreed to is written, or shown anew. */
  function write(): void {
    store.settle();
    const now = reckon();
    if (JSON.stringify(now) !== JSON.stringify(rest)) {
      setRest(now);
      setIsAgreed(now.closings.every((one) => one.value === 0));
      setHasChanged(true);
      return;
    }
    store.write(changes);
    onWritten(changes.length);
    onClose();
  }

  return (
    <div className="flex flex-col gap-3 text-body leading-7">
      {hasChanged && (
        <p role="alert" className="text-confirm">
          <Icon name="confirm" className="mr-1" />
          {words.changed}
        </p>
      )}
      <p>{changes.length === 0 ? words.nothing : words.kept}</p>
      {sectionKeys.map((one) => (
        <Zeros
          key={one}
          title={clerk.sections[one]}
          cells={zeros.map((id) => getCell(store.format, id)).filter((cell) => cell.section === one)}
        />
      ))}
      {closings.length > 0 && (
        <div>
          <p>{words.closings}</p>
          <ul className="ml-5 list-disc font-serif">
            {closings.map(({ cell, value }) => (
              <li key={cell}>{clerk.remarks.labelled(nameOf(cell), String(value))}</li>
            ))}
          </ul>
          <label className="inline-flex items-center gap-2">
            <input type="checkbox" className="size-4" checked={isAgreed} onChange={(event) => setIsAgreed(event.target.checked)} />
            {words.agree}
          </label>
        </div>
      )}
      {rest.below.length > 0 && (
        <p className="text-wrong">
          <Icon name="wrong" className="mr-1" />
          {words.below(rest.below.map(nameOf))}
        </p>
      )}
      {rest.unknown.length > 0 && (
        <p className="text-confirm">
          <Icon name="confirm" className="mr-1" />
          {words.unknown(rest.unknown.map(nameOf))}
        </p>
      )}
      <DialogActs>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button look="primary" disabled={!isAgreed || changes.length === 0} onClick={write}>
          {words.write(changes.length)}
        </Button>
      </DialogActs>
    </div>
  );
}

/** The cells of one table: how many, and on demand which. */
function Zeros({ title, cells }: { title: string; cells: readonly Cell[] }) {
  const { rest } = useMessages().clerk;
  if (cells.length === 0) return null;
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">{rest.zeros(title, cells.length)}</summary>
      <p className="ml-5 text-note leading-6 text-muted">{cells.map(cellName).join('；')}</p>
    </details>
  );
}
