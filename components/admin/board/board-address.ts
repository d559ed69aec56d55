import type { BoardOrder, BoardShow } from '@/server/domain/units';
import { type AddressWords, listAddress } from '../../shell/list-address';

/** The address of a board; what is as usual is left out of it. */
export function boardAddress({ page, ...board }: BoardShown & { page: number }): string {
  return listAddress('/board', { ...boardWords(board), page });
}

interface BoardShown {
  year: number | null;
  show: BoardShow;
  quarter: number | null;
  order: BoardOrder;
}

/** What it says but for the page. */
export function boardWords({ year, show, quarter, order }: BoardShown): AddressWords {
  return {
    year,
    show: show === 'all' ? null : show,
    quarter: quarter === null ? null : String(quarter),
    order: order === 'list' ? null : order,
  };
}

/** Where a filing is acted on: in the review once it is submitted, else on its form. */
export function filingAddress(filingId: string, status: string | null): string {
  return status === 'submitted' || status === 'in_review' || status === 'approved' ? `/review/${filingId}` : `/filings/${filingId}`;
}
