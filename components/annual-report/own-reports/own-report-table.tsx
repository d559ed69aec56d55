'use client';

import type { ReportKey } from '@/server/domain/subject';
import type { OwnReport, ReportStanding } from '@/server/views/own-reports-view';
import { useWritingMessages } from '../../messages/writing-words';
import { Link } from '../../ui/link';
import { bodyCell, headCell, tableBox } from '../../ui/list-table';
import { Badge } from '../../ui/notice';
import { reportAddress } from '../report-key';
import { addressOfText } from '../report-places';
import type { KnownReport } from './ask-standings';
import type { Standing } from './use-standings';

/** Finalised and untouched, as the report itself says it; ready; or what is in the way, by name. */
export function OwnReportTable({
  year,
  reports,
  known,
}: {
  year: number;
  reports: readonly OwnReport[];
  known: ReadonlyMap<string, KnownReport>;
}) {
  const { ownReports: words } = useWritingMessages();
  const { columns } = words;
  return (
    <div className={tableBox}>
      <table className="w-full border-collapse text-body">
        <caption className="sr-only">{words.title(year)}</caption>
        <thead>
          <tr>
            {[columns.organ, columns.state, columns.edition].map((name) => (
              <th key={name} scope="col" className={headCell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => {
            const standing = known.get(report.unitId)?.standing ?? null;
            const edition = standing && standing !== 'failed' ? standing.edition : report.edition;
            return (
              <tr key={report.unitId}>
                <th scope="row" className={`${bodyCell} align-top font-medium`}>
                  <Link
                    href={reportAddress({ unitId: report.unitId, year, scope: 'own_organ' })}
                    className="inline-block min-h-6 text-act underline-offset-2 hover:underline"
                  >
                    {report.organ}
                  </Link>
                </th>
                <td className={`${bodyCell} align-top`}>
                  <State of={{ unitId: report.unitId, year, scope: 'own_organ' }} standing={standing} />
                </td>
                <td className={`${bodyCell} align-top whitespace-nowrap`}>
                  {edition === null ? <span className="text-muted">{words.noEdition}</span> : words.edition(edition)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function State({ of, standing }: { of: ReportKey; standing: Standing }) {
  const { ownReports: words, report } = useWritingMessages();
  if (standing === null) return <span className="text-muted">{words.waiting}</span>;
  if (standing === 'failed') return <Badge tone="wrong">{words.failed}</Badge>;
  if (standing.isFinal && standing.edition !== null) return <Badge tone="done">{report.untouched(standing.edition)}</Badge>;
  if (standing.isReady) return <Badge tone="act">{words.ready}</Badge>;
  return <InTheWay of={of} standing={standing} />;
}

/** What is in the way, counted by kind; a chapter that is not written leads to its editor. */
function InTheWay({ of, standing }: { of: ReportKey; standing: ReportStanding }) {
  const { common, ownReports: words, report } = useWritingMessages();
  const ways = (Object.keys(words.ways) as (keyof typeof words.ways)[]).flatMap((kind) =>
    standing.ways[kind] > 0 ? [words.ways[kind](standing.ways[kind])] : [],
  );
  const missing = standing.missingQuarters.map((quarter) => report.shortQuarter(quarter)).join(common.listComma);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Badge tone="confirm">{words.notReady(standing.obstacles)}</Badge>
      <span className="text-note leading-5">{[...(missing ? [words.missing(missing)] : []), ...ways].join(common.statutoryTable.and)}</span>
      {standing.unwritten.length > 0 && (
        <span className="flex flex-wrap items-center gap-x-2 text-note leading-5">
          {words.unwritten}
          {standing.unwritten.map((key) => (
            <Link key={key} href={addressOfText(of, key)} className="min-h-6 text-act underline underline-offset-4">
              {report.textLabels[key]}
            </Link>
          ))}
        </span>
      )}
    </span>
  );
}
