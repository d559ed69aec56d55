import type { ReactNode } from 'react';

/** The one look of a list: its box, a head of words, a cell. Tables with heads of another kind use the classes alone. */
export const tableBox = 'overflow-x-auto rounded border border-hairline bg-paper';
export const headCell = 'border-b border-hairline px-3 py-2 text-left text-note leading-5 font-semibold text-muted whitespace-nowrap';
/** On a telephone five characters stand on a line, and the table moves within its box rather than put one below the other. */
export const bodyCell = 'list-cell';
/** The same, where many figures stand beside each other. */
export const denseHeadCell = 'border-b border-hairline px-2 py-1 text-left text-note leading-5 font-semibold text-muted';
export const denseCell = 'dense-cell';

/** A list of things, a row each. Its caption is its name for a screen reader. */
export function ListTable({
  caption,
  heads,
  isDense = false,
  children,
}: {
  caption: string;
  heads: readonly string[];
  /** Its cells are `denseCell` then. */
  isDense?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={tableBox}>
      <table className="w-full border-collapse text-body">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={isDense ? denseHeadCell : headCell}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
