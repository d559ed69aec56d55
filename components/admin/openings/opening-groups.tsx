'use client';

import type { OpeningForm } from '@/server/queries/office';
import { bodyCell, headCell, tableBox } from '../../ui/list-table';
import { type OpeningDraft, openingGroups } from './opening-draft';
import { OpeningField } from './opening-field';

/** The opening cells as the tables have them: a row of several columns as a table of its own, single ones in a list. */
export function OpeningGroups({
  form,
  draft,
  onType,
}: {
  form: OpeningForm;
  draft: OpeningDraft;
  onType: (cell: string, raw: string) => void;
}) {
  const groups = openingGroups(form.cells);
  const field = (cell: OpeningForm['cells'][number]) => (
    <OpeningField cell={cell} draft={draft} inherited={form.inherited[cell.cell]} onType={onType} />
  );
  return (
    <div className="flex flex-col gap-4">
      {groups
        .filter((group) => group.cells.length > 1)
        .map((group) => (
          <div key={group.rowLabel} className={tableBox}>
            <table className="w-full table-fixed border-collapse text-body">
              <caption className="px-3 py-2 text-left font-serif font-semibold">{group.rowLabel}</caption>
              <thead>
                <tr>
                  {group.cells.map((cell) => (
                    <th key={cell.cell} scope="col" className={`${headCell} font-serif whitespace-normal`}>
                      {cell.columnLabel}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr>
                  {group.cells.map((cell) => (
                    <td key={cell.cell} className={`${bodyCell} align-top`}>
                      {field(cell)}
                    </td>
                  ))}
                </tr>
              </tbody>
            </table>
          </div>
        ))}
      <div className="grid gap-x-6 gap-y-3 rounded border border-hairline bg-paper p-4 sm:grid-cols-2 lg:grid-cols-3">
        {groups
          .filter((group) => group.cells.length === 1)
          .flatMap((group) => group.cells)
          .map((cell) => (
            <div key={cell.cell}>
              <p className="pb-1 font-serif text-body">
                {cell.rowLabel} <span className="text-muted">{cell.columnLabel}</span>
              </p>
              {field(cell)}
            </div>
          ))}
      </div>
    </div>
  );
}
