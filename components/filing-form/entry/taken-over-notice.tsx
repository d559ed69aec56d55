'use client';

import { type Figure, printFigure } from '@/server/domain/figures';
import { type CellId, cellName, getCell, type SectionKey } from '@/server/domain/formats';
import { useMessages } from '../../messages/messages-provider';
import { Notice } from '../../ui/notice';
import { useFiling } from '../filing-context';
import { useLateValue } from '../store/use-late-value';

/** Above a section whose openings contain what closed units left: from whom, and how many in which cell. */
export function TakenOverNotice({ section }: { section: SectionKey }) {
  const { store } = useFiling();
  const { takenOver: words } = useMessages().clerk;
  const { takenOver } = useLateValue(store.form);
  const rows = takenOver.flatMap(({ unitId, unitName, figures }) => {
    const cells = Object.entries(figures).filter(
      ([cell, figure]) => isAboveZero(figure) && getCell(store.format, cell).section === section,
    );
    return cells.length > 0 ? [{ unitId, unitName, cells }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <Notice tone="act" title={words.title} className="mb-3">
      <ul>
        {rows.map(({ unitId, unitName, cells }) => (
          <li key={unitId}>
            {words.from(
              unitName,
              cells.map(([cell, figure]) => words.cell(cellName(getCell(store.format, cell)), printed(store, cell, figure))),
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Of one opening cell: what of it came from closed units. */
export function TakenOverOfCell({ cell }: { cell: CellId }) {
  const { store } = useFiling();
  const { takenOver: words } = useMessages().clerk;
  const { takenOver } = useLateValue(store.form);
  return takenOver.map(({ unitId, unitName, figures }) => {
    const figure = figures[cell];
    if (figure?.state !== 'number') return null;
    return (
      <p key={unitId} className="text-note leading-5">
        · {words.included(unitName, printed(store, cell, figure))}
      </p>
    );
  });
}

function printed(store: ReturnType<typeof useFiling>['store'], cell: CellId, figure: Figure): string {
  return printFigure(figure, getCell(store.format, cell));
}

function isAboveZero(figure: Figure): boolean {
  return figure.state === 'number' && figure.value > 0;
}
