import type { BoardOrder, BoardShow } from '@/server/domain/units';

/** The address of a board; what is as usual is left out of it. */
export function boardAddress({ year, show, order, page }: { year: number; show: BoardShow; order: BoardOrder; page: number }): string {
  const query = new URLSearchParams({ year: String(year) });
  if (show !== 'all') query.set('show', show);
  if (order !== 'list') query.set('order', order);
  if (page > 1) query.set('page', String(page));
  return `/board?${query}`;
}

/** Where a filing is acted on: in the review once it is submitted, else on its form. */
export function filingAddress(filingId: string, status: string | null): string {
  return status === 'submitted' || status === 'in_review' || status === 'approved' ? `/review/${filingId}` : `/filings/${filingId}`;
}
