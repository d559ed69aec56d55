'use client';

import type { Overview } from '@/server/queries/overview';
import type { QuarterToSign } from '@/server/queries/sign-off';
import type { ReportToSign } from '@/server/queries/signing';
import { useWritingMessages } from '../messages/writing-words';
import { listAddress } from '../shell/list-address';
import { YearTabs } from '../shell/year-tabs';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { EmptyState, PageHead, Sheet } from '../ui/page';
import { PrintedAt } from '../ui/printed-at';
import { SegmentLinks } from '../ui/segment';
import { BalancePicture } from './balance-picture';
import { ChartPicture } from './chart-picture';
import { ForSignature } from './for-signature';
import { KeyFigures } from './key-figures';
import { QuarterProgress } from './quarter-progress';
import { LateLines, OddLines } from './worth-a-look';

/** A year of what somebody answers for, on one page and on one sheet of paper. */
export function OverviewView({
  overview,
  reports,
  quarters,
  slips,
}: {
  overview: Overview;
  /** What waits for this person's signature. */
  reports: readonly ReportToSign[];
  quarters: readonly QuarterToSign[];
  slips: number;
}) {
  const { overview: words } = useWritingMessages();
  const { year, years, tops, unitId, figures } = overview;
  const unit = tops[0]?.id === unitId ? null : unitId;
  const isAsked = reports.length + quarters.length + slips > 0;
  const sign = isAsked && (
    <Sheet title={words.sign.title} className={sheet}>
      <ForSignature reports={reports} quarters={quarters} slips={slips} />
    </Sheet>
  );
  const late = (
    <Sheet title={words.late.title} className={sheet}>
      <LateLines overview={overview} />
    </Sheet>
  );
  const context = (
    <>
      {year === null ? overview.organ : words.context(overview.organ, year, sourceWords(figures, words.sources))}
      {!isAsked && <span className="block print:hidden">{words.sign.none}</span>}
    </>
  );
  return (
    <div className="flex flex-col gap-4 print:gap-2">
      <div>
        <PageHead title={words.title} context={context}>
          <div className="flex flex-wrap items-center gap-2 print:hidden">
            {year !== null && <YearTabs years={years} shown={year} href="/overview" label={words.years} kept={{ unit }} />}
            <Button onClick={() => window.print()}>
              <Icon name="print" />
              {words.print}
            </Button>
          </div>
        </PageHead>
        {tops.length > 1 && (
          <SegmentLinks
            label={words.tops}
            chosen={unitId}
            choices={tops.map(({ id, name }) => ({ key: id, words: name, href: listAddress('/overview', { unit: id, year }) }))}
            className="print:hidden"
          />
        )}
      </div>
      {year === null ? (
        <>
          {sign}
          <EmptyState title={words.noYear}>{words.noYearHint}</EmptyState>
        </>
      ) : (
        <>
          <KeyFigures overview={overview} />
          <div className={pair}>
            <Sheet title={words.balance.title} className={sheet}>
              {figures ? <BalancePicture figures={figures} /> : <p className="text-body text-muted">{words.balance.unknown}</p>}
            </Sheet>
            {sign || late}
          </div>
          <Quarters quarters={overview.quarters} year={year} />
          <div className={sign ? pair : undefined}>
            {sign && late}
            <Sheet title={words.odd.title} className={sheet}>
              <OddLines overview={overview} />
            </Sheet>
          </div>
          <Sheet title={words.charts.title} className={sheet}>
            {figures ? (
              <div className="grid gap-x-8 gap-y-4 lg:grid-cols-3 print:grid-cols-[1fr_1fr_1.2fr] print:gap-x-3">
                {figures.charts.map((chart) => (
                  <ChartPicture key={chart.key} chart={chart} />
                ))}
              </div>
            ) : (
              <p className="text-body text-muted">{words.charts.none}</p>
            )}
          </Sheet>
        </>
      )}
      <PrintedAt paper="upright" />
    </div>
  );
}

const pair = 'grid gap-4 lg:grid-cols-2 print:grid-cols-2 print:gap-2';
const sheet = 'print:px-2 print:py-1 print:[&>div]:pb-0';

function Quarters({ quarters, year }: { quarters: Overview['quarters']; year: number }) {
  const { overview: words } = useWritingMessages();
  return (
    <section aria-label={words.quarters.title}>
      <h2 className="pb-2 text-head font-semibold print:pb-1">{words.quarters.title}</h2>
      {quarters.length === 0 ? (
        <p className="text-body text-muted">{words.quarters.noYear(year)}</p>
      ) : (
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4 print:grid-cols-4 print:gap-2">
          {quarters.map((one) => (
            <QuarterProgress key={one.quarter} quarter={one} />
          ))}
        </div>
      )}
    </section>
  );
}

type SourceWords = ReturnType<typeof useWritingMessages>['overview']['sources'];

function sourceWords(figures: Overview['figures'], words: SourceWords): string {
  if (!figures?.source) return words.nothing;
  const { source, isPartial } = figures;
  if (source.kind === 'ledger') return isPartial ? words.ledger : words.ledgerWhole;
  return words[source.kind](source.number);
}
