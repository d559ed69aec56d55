import type { Reader } from '@/db/store';
import { type Page, pageOf } from '@/server/domain/paging';
import { isFound, searchWords } from '@/server/domain/searched';
import type { Actor } from '@/server/views/access';
import { listOwnReports, type OwnReport } from '@/server/views/own-reports-view';

/** A page of the own reports of a year, of those whose unit is called so. */
export interface OwnReportList {
  reports: OwnReport[];
  page: Page;
  search: string;
  /** On all pages, whatever is looked for. */
  all: number;
  /** Those with an edition, of all. */
  editions: number;
}

export async function loadOwnReportList(
  reader: Reader,
  actor: Actor,
  { year, search = '', page }: { year: number; search?: string | undefined; page?: number | undefined },
): Promise<OwnReportList> {
  const all = await listOwnReports(reader, actor, year);
  const words = searchWords(search);
  const { lines, at } = pageOf(
    all.filter(({ organ }) => isFound(words, organ)),
    page,
  );
  return { reports: lines, page: at, search, all: all.length, editions: all.filter(({ edition }) => edition !== null).length };
}
