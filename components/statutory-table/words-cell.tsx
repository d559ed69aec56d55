import clsx from 'clsx';
import type { GridCell } from '@/server/domain/formats';

const line = 'words-place';

/** A cell of words: the caption of a sub-table, a head, the note in the corner, the label of a row or of several. */
export function WordsCell({ cell: { role, text, colSpan, rowSpan } }: { cell: GridCell }) {
  const span = { colSpan, rowSpan };
  switch (role) {
    case 'note':
      return (
        <td {...span} className={clsx(line, 'text-note')}>
          {text}
        </td>
      );
    case 'label':
      return (
        <th {...span} scope={rowSpan ? 'rowgroup' : 'row'} className={clsx(line, rowSpan ? 'text-center' : 'pl-2 text-left')}>
          {text}
        </th>
      );
    case 'caption':
      return (
        <th {...span} scope="colgroup" className={clsx(line, 'text-center font-semibold')}>
          {text}
        </th>
      );
    default:
      return (
        <th {...span} scope={colSpan ? 'colgroup' : 'col'} className={clsx(line, 'text-center text-balance')}>
          {text}
        </th>
      );
  }
}
