/** The one look of the office's tables. */
export const tableBox = 'overflow-x-auto rounded border border-hairline bg-paper';
export const headCell = 'border-b border-hairline px-3 py-2 text-left text-[13px] leading-5 font-semibold text-muted whitespace-nowrap';
export const bodyCell = 'border-b border-hairline px-3 py-1 text-left align-middle';
