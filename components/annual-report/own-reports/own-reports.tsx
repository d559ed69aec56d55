'use client';

import { useState } from 'react';
import type { OwnReportList } from '@/server/queries/own-report-list';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { answerOf } from '../../shell/answer';
import { isSearchable } from '../../shell/list-address';
import { ListSearch } from '../../shell/list-search';
import { Pager } from '../../shell/pager';
import { Breadcrumb } from '../../ui/breadcrumb';
import { Button } from '../../ui/button';
import { EmptyState, PageHead } from '../../ui/page';
import { countEditions } from './ask-standings';
import { DownloadAll } from './download-all';
import { FinaliseAll } from './finalise-all';
import { OwnReportTable } from './own-report-table';
import { useStandings } from './use-standings';

const path = '/reports/own';

/** Every unit's own report of a year (A2): assembled and checked one after the other, then finalised and downloaded in one act each. */
export function OwnReports({ year, list, mayFinalise }: { year: number; list: OwnReportList; mayFinalise: boolean }) {
  const { lists, ownReports: words, report } = useWritingMessages();
  const [round, setRound] = useState(0);
  const language = useLanguage();
  const { reports, page, search } = list;
  const { known, all, failure } = useStandings(year, list, round);
  const ready = [...known.values()].flatMap(({ standing, ...report }) =>
    standing !== 'failed' && standing.isReady ? [{ ...report, standing }] : [],
  );
  const toFinalise = ready.filter(({ standing }) => !standing.isFinal);
  const settled = [...known.values()].filter(({ standing }) => standing !== 'failed' && standing.isFinal).length;
  const isDone = known.size >= all;
  const hasFailed = !isDone && failure !== null;
  return (
    <>
      <Breadcrumb places={[{ words: report.listTitle, href: `/reports?year=${year}` }]} />
      <PageHead title={words.title(year)} context={words.context} />
      {all === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <div className="flex flex-col gap-4">
          <div className="flex flex-wrap items-center gap-3">
            <p role="status" className="text-body font-medium">
              {isDone
                ? words.checked(toFinalise.length, all, settled)
                : hasFailed
                  ? words.stopped(known.size, all)
                  : words.checking(known.size, all)}
            </p>
            {!isDone && !hasFailed && <progress aria-label={words.checking(known.size, all)} value={known.size} max={all} />}
            {(isDone || hasFailed) && <Button onClick={() => setRound(round + 1)}>{words.again}</Button>}
            <ActAnswer answer={hasFailed ? answerOf(failure, language) : null} />
          </div>
          {mayFinalise && <FinaliseAll year={year} isKnown={isDone} reports={toFinalise} onDone={() => setRound(round + 1)} />}
          <DownloadAll year={year} isKnown={isDone} drafts={ready.length} editions={countEditions(known.values(), list.editions)} />
          <div>
            {isSearchable(page, search) && <ListSearch path={path} search={search} label={words.find} found={page.of} kept={{ year }} />}
            {reports.length === 0 ? (
              <EmptyState title={lists.nothingFound(search)}>{lists.nothingFoundHint}</EmptyState>
            ) : (
              <OwnReportTable year={year} reports={reports} known={known} />
            )}
            <Pager at={page} path={path} kept={{ year, search }} />
          </div>
        </div>
      )}
    </>
  );
}
