'use client';

import { useState } from 'react';
import type { OwnReport } from '@/server/views/own-reports-view';
import { useWritingMessages } from '../../messages/writing-words';
import { Button, buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { EmptyState, PageHead } from '../../ui/page';
import { DownloadAll } from './download-all';
import { FinaliseAll } from './finalise-all';
import { OwnReportTable } from './own-report-table';
import { useStandings } from './use-standings';

/** Every unit's own report of a year (A2): assembled and checked one after the other, then finalised and downloaded in one act each. */
export function OwnReports({ year, reports, mayFinalise }: { year: number; reports: readonly OwnReport[]; mayFinalise: boolean }) {
  const { ownReports: words } = useWritingMessages();
  const [round, setRound] = useState(0);
  const standings = useStandings(year, reports, round);
  const ready = reports.flatMap((report) => {
    const standing = standings.get(report.unitId);
    return standing && standing !== 'failed' && standing.isReady ? [{ ...report, standing }] : [];
  });
  const toFinalise = ready.filter(({ standing }) => !standing.isFinal);
  const settled = [...standings.values()].filter((standing) => standing && standing !== 'failed' && standing.isFinal).length;
  const isDone = standings.size === reports.length;
  return (
    <>
      <PageHead title={words.title(year)} context={words.context}>
        <Link href={`/reports?year=${year}`} className={buttonClass('quiet')}>
          ← {words.back}
        </Link>
      </PageHead>
      {reports.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <div className="flex flex-col gap-4">
          <div className="flex flex-wrap items-center gap-3">
            <p role="status" className="text-[15px] font-medium">
              {isDone ? words.checked(toFinalise.length, reports.length, settled) : words.checking(standings.size, reports.length)}
            </p>
            {!isDone && (
              <progress aria-label={words.checking(standings.size, reports.length)} value={standings.size} max={reports.length} />
            )}
            {isDone && <Button onClick={() => setRound(round + 1)}>{words.again}</Button>}
          </div>
          {mayFinalise && <FinaliseAll year={year} isKnown={isDone} reports={toFinalise} onDone={() => setRound(round + 1)} />}
          <DownloadAll
            year={year}
            isKnown={isDone}
            drafts={ready.length}
            editions={reports.filter((report) => (editionOf(standings.get(report.unitId)) ?? report.edition) !== null).length}
          />
          <OwnReportTable year={year} reports={reports} standings={standings} />
        </div>
      )}
    </>
  );
}

function editionOf(standing: ReturnType<ReturnType<typeof useStandings>['get']>): number | null {
  return standing && standing !== 'failed' ? standing.edition : null;
}
