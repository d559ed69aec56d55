import type { Reader } from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { type Page, pageOf } from '@/server/domain/paging';
import { isFound, searchWords } from '@/server/domain/searched';
import type { Actor } from '@/server/views/access';
import type { AddUp } from '@/server/views/going-round';
import { listReports, type ReportListItem } from './report';

export interface ReportList {
  reports: ReportListItem[];
  page: Page;
  search: string;
}

/** A page of the reports of a year, of those whose organ is called so. */
export async function loadReportList(
  reader: Reader,
  actor: Actor,
  { year, search = '', page }: { year: number; search?: string | undefined; page?: number | undefined },
  { overlay, addUp }: { overlay: Overlay | null; addUp?: AddUp },
): Promise<ReportList> {
  const words = searchWords(search);
  const all = await listReports(reader, actor, year, overlay, addUp);
  const { lines, at } = pageOf(
    all.filter(({ organ }) => isFound(words, organ)),
    page,
  );
  return { reports: lines, page: at, search };
}
