'use client';

import type { YearFindings } from '@/server/queries/year-findings';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { Pager } from '../../shell/pager';
import { useDownload } from '../../shell/use-download';
import { YearTabs } from '../../shell/year-tabs';
import { buttonClass } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { EmptyState, PageHead } from '../../ui/page';
import { BoardTabs } from '../board/board-tabs';
import { findingsFile, findingsWords } from './findings-address';
import { FindingsFilter } from './findings-filter';
import { FoundUnderRule } from './found-under-rule';
import { StillChecked } from './still-checked';

/** What the rules find in the submissions of a year over all units: what the office looks at before it signs. */
export function FindingsView({ findings }: { findings: YearFindings }) {
  const { board, found: words } = useWritingMessages().office;
  const { year, years, rules, rows, counts, submissions, notSubmitted, left } = findings;
  if (year === null)
    return (
      <>
        <PageHead title={board.title} />
        <EmptyState title={board.emptyTitle}>{board.emptyHint}</EmptyState>
      </>
    );
  const onPage = rules.map((rule) => ({ rule, rows: rows.filter((row) => row.rule === rule.id) })).filter((group) => group.rows.length > 0);
  return (
    <>
      <PageHead title={board.title} context={words.context(year)}>
        <YearTabs years={years} shown={year} href="/board/findings" label={board.years} />
      </PageHead>
      <BoardTabs year={year} here="findings" />
      <FindingsFilter findings={findings} year={year} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 pb-3">
        <p className="text-body leading-6">
          {(counts.all > 0 || left === 0) && <strong className="font-semibold">{words.counted(counts.all, counts.units)}</strong>}
          {counts.open > 0 && (
            <span className="pl-2 text-confirm">
              <Icon name="confirm" className="mr-1" />
              {words.open(counts.open)}
            </span>
          )}
          {counts.answered > 0 && (
            <span className="pl-2 text-done">
              <Icon name="done" className="mr-1" />
              {words.answered(counts.answered)}
            </span>
          )}
          <span className="block text-note leading-5 text-muted">{words.lookedAt(submissions, notSubmitted)}</span>
          <StillChecked key={year} count={left} />
        </p>
        {counts.all > 0 && <Files findings={findings} year={year} />}
      </div>
      {onPage.length === 0 ? (
        <NothingFound isAnySubmitted={submissions + left > 0} left={left} />
      ) : (
        <div className="flex flex-col gap-4">
          {onPage.map((group) => (
            <FoundUnderRule key={group.rule.id} {...group} />
          ))}
        </div>
      )}
      <Pager
        at={{ page: findings.page, pages: findings.pages, of: counts.all }}
        path="/board/findings"
        kept={findingsWords(year, findings.filter)}
      />
    </>
  );
}

/** Why the list is empty: while submissions are still being checked, nobody knows yet that nothing is found. */
function NothingFound({ isAnySubmitted, left }: { isAnySubmitted: boolean; left: number }) {
  const { found: words } = useWritingMessages().office;
  if (!isAnySubmitted) return <EmptyState title={words.nothingSubmitted}>{words.nothingSubmittedHint}</EmptyState>;
  if (left > 0) return <EmptyState title={words.nothingYet(left)}>{words.nothingYetHint}</EmptyState>;
  return <EmptyState title={words.nothing}>{words.nothingHint}</EmptyState>;
}

function Files({ findings: { filter }, year }: { findings: YearFindings; year: number }) {
  const { found: words } = useWritingMessages().office;
  const { working, answer, onClick } = useDownload();
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <ActAnswer answer={answer} working={working} />
      {(['xlsx', 'csv'] as const).map((kind) => (
        <a
          key={kind}
          download
          href={findingsFile(year, filter, kind)}
          aria-disabled={working !== null}
          onClick={(event) => onClick(event, words.files[kind])}
          className={buttonClass('plain', true)}
        >
          ↓ {words.files[kind]}
        </a>
      ))}
    </div>
  );
}
