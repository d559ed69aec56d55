'use client';

import { printFigure } from '@/server/domain/figures';
import { getCell } from '@/server/domain/formats';
import { useMessages } from '../../messages/messages-provider';
import { useFiling } from '../filing-context';
import type { CellRange } from '../grid/range';
import type { FormStore } from '../store/form-store';
import { useValue } from '../store/value';

/** What is selected, how much it is together, and what can be done with it; it floats, so that nothing moves. */
export function RangeStatus() {
  const { store } = useFiling();
  const words = useMessages().clerk.range;
  const range = useValue(store.range);
  const sum = range && sumOf(store, range);
  return (
    <div aria-live="polite" className="pointer-events-none fixed bottom-5 left-5 z-40">
      {range && (
        <p className="rounded border border-act/40 bg-act-soft px-4 py-2 text-body text-act shadow-md">
          {range.isCopied ? `✓ ${words.copied(range.cells.length)}` : words.selected(range.cells.length)}
          {sum !== null && <span>{words.sum(sum)}</span>}
          {!range.isCopied && <span className="text-muted">{store.canEdit ? words.keys : words.keysReadOnly}</span>}
        </p>
      )}
    </div>
  );
}

/** The numbers of a range together; null where there are none, or where pieces and money stand side by side. */
function sumOf(store: FormStore, range: CellRange): string | null {
  const cells = range.cells.map((id) => getCell(store.format, id));
  const [first] = cells;
  const numbers = cells.flatMap((cell) => {
    const { figure } = store.cell(cell.id).get();
    return figure.state === 'number' ? [figure] : [];
  });
  if (!first || numbers.length < 2 || cells.some((cell) => cell.quantity !== first.quantity)) return null;
  const value = numbers.reduce((sum, figure) => sum + figure.value, 0);
  return printFigure({ state: 'number', value, decimals: Math.max(...numbers.map((figure) => figure.decimals)) }, first);
}
