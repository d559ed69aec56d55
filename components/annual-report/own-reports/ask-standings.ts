import type { OwnReportList } from '@/server/queries/own-report-list';
import type { OwnReport, ReportStanding } from '@/server/views/own-reports-view';

/** A report with how far it is, as it was last asked. */
export type KnownReport = OwnReport & { standing: ReportStanding | 'failed' };

interface Asking {
  /** Units that are known already; those asked for join them. */
  done: Set<string>;
  askPage: (page: number) => Promise<Pick<OwnReportList, 'reports' | 'page' | 'all'>>;
  askStanding: (unitId: string) => Promise<ReportStanding>;
  /** Nobody waits for it any more. */
  isOver: () => boolean;
  onKnown: (report: KnownReport) => void;
  /** How many there are, as a page that was asked for says. */
  onAll: (all: number) => void;
}

/**
 * Asks how far each report is, those of the shown page first, then those of all pages. One that cannot be checked holds up no other.
 *
 * @throws what a page of them could not be asked for: then not all are known
 */
export async function askStandings(
  shown: Pick<OwnReportList, 'reports' | 'all'>,
  { done, askPage, askStanding, isOver, onKnown, onAll }: Asking,
): Promise<void> {
  const ask = async (reports: readonly OwnReport[]) => {
    for (const report of reports) {
      if (isOver()) return;
      if (done.has(report.unitId)) continue;
      const standing = await askStanding(report.unitId).catch(() => 'failed' as const);
      if (isOver()) return;
      done.add(report.unitId);
      onKnown({ ...report, standing });
    }
  };
  await ask(shown.reports);
  for (let page = 1, pages = 1, all = shown.all; page <= pages && !isOver() && done.size < all; page += 1) {
    const next = await askPage(page);
    if (isOver()) return;
    pages = next.page.pages;
    all = next.all;
    onAll(all);
    await ask(next.reports);
  }
}

/** How many have an edition: as the list says, or as is known since, whichever came later. An edition never goes. */
export function countEditions(known: Iterable<KnownReport>, inList: number): number {
  const seen = [...known].filter(({ edition, standing }) => (standing === 'failed' ? edition : standing.edition) !== null).length;
  return Math.max(inList, seen);
}
