'use client';

import type { ReportListItem } from '@/server/queries/report';
import type { ReportList as Listed } from '@/server/queries/report-list';
import { useWritingMessages } from '../messages/writing-words';
import { isSearchable } from '../shell/list-address';
import { ListSearch } from '../shell/list-search';
import { OnTheWay } from '../shell/on-the-way';
import { Pager } from '../shell/pager';
import { YearTabs } from '../shell/year-tabs';
import { buttonClass } from '../ui/button';
import { Link } from '../ui/link';
import { bodyCell, headCell, tableBox } from '../ui/list-table';
import { momentText } from '../ui/moment';
import { Badge } from '../ui/notice';
import { EmptyState, PageHead } from '../ui/page';

/** The reports of a year: the whole first, then own organs, each with how far it is. */
export function ReportList({
  years,
  year,
  list,
  mayAdopt,
}: {
  years: readonly number[];
  year: number | null;
  /** Null where there is no year. */
  list: Listed | null;
  mayAdopt: boolean;
}) {
  const { adopt, lists, ownReports, report, common } = useWritingMessages();
  const { reports, page, search } = list ?? noReports;
  const { listColumns } = report;
  return (
    <>
      <PageHead title={report.listTitle} context={report.listContext}>
        {year !== null && (reports.length > 0 || search !== '') && mayAdopt && (
          <Link href={`/reports/own?year=${year}`} className={buttonClass('plain')}>
            {ownReports.link}
          </Link>
        )}
        {mayAdopt && (
          <Link href={year === null ? '/reports/adopt' : `/reports/adopt?year=${year}`} className={buttonClass('plain')}>
            {adopt.link}
          </Link>
        )}
        {year !== null && <YearTabs years={years} shown={year} href="/reports" label={report.yearPicker} />}
      </PageHead>
      {year !== null && isSearchable(page, search) && (
        <ListSearch path="/reports" search={search} label={report.listSearch} found={page.of} kept={{ year }} />
      )}
      {year === null || reports.length === 0 ? (
        <EmptyState title={search === '' ? report.listEmpty : lists.nothingFound(search)}>
          {search === '' ? report.listEmptyHint : lists.nothingFoundHint}
        </EmptyState>
      ) : (
        <div className={tableBox}>
          <table className="w-full border-collapse text-body">
            <caption className="sr-only">{`${report.listTitle} ${common.year(year)}`}</caption>
            <thead>
              <tr>
                {[listColumns.organ, listColumns.scope, listColumns.units, listColumns.edition].map((name) => (
                  <th key={name} scope="col" className={headCell}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {reports.map((item) => (
                <ReportRow key={`${item.unitId} ${item.scope}`} item={item} year={year} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager at={page} path="/reports" kept={{ year, search }} />
    </>
  );
}

const noReports: Listed = { reports: [], page: { page: 1, pages: 1, of: 0 }, search: '' };

function ReportRow({ item, year }: { item: ReportListItem; year: number }) {
  const { report, common, signing: words } = useWritingMessages();
  const { edition, complete, of, signing } = item;
  return (
    <tr className="relative focus-within:bg-act-soft hover:bg-act-soft">
      <th scope="row" className={`${bodyCell} font-medium`}>
        <Link
          href={`/reports/${item.unitId}/${year}/${item.scope}`}
          aria-label={report.openReport(item.organ, common.scopes[item.scope])}
          className="text-act after:absolute after:inset-0"
        >
          {item.organ}
          <OnTheWay className="pl-1" />
        </Link>
      </th>
      <td className={`${bodyCell} whitespace-nowrap`}>{common.scopes[item.scope]}</td>
      <td className={bodyCell}>
        <Badge tone={complete === of ? 'done' : 'confirm'}>{report.unitsIn(complete, of)}</Badge>
      </td>
      <td className={bodyCell}>
        {edition ? (
          <Badge tone="done">
            {report.editionAt(edition.number, momentText(edition.finalisedAt))}
            {edition.origin === 'imported' && report.imported}
          </Badge>
        ) : (
          <span className="text-note text-muted">{report.noEdition}</span>
        )}
        {signing && (
          <span className="ml-2 inline-flex flex-wrap gap-1">
            <Badge tone={signing.signed === signing.of ? 'done' : 'act'}>{words.count(signing.signed, signing.of)}</Badge>
            {signing.lapsed > 0 && <Badge tone="confirm">{words.lapsedCount(signing.lapsed)}</Badge>}
          </span>
        )}
      </td>
    </tr>
  );
}
