'use client';

import { useState } from 'react';
import { type MeasureGroup, measureGroups, measures, minForPercent } from '@/server/domain/trends';
import type { UnitChoice, UnitChoices } from '@/server/domain/units';
import type { TrendChoice, Trends, UnitTrends } from '@/server/queries/trends';
import { useWritingMessages } from '../messages/writing-words';
import { UnitSelect } from '../shell/unit-select';
import { Button } from '../ui/button';
import { Link } from '../ui/link';
import { EmptyState, PageHead, Sheet } from '../ui/page';
import { PrintedAt } from '../ui/printed-at';
import { barLook, Hatch } from './bar-look';
import { DownloadCsv } from './download-csv';
import { TrendPicture } from './trend-picture';
import { TrendTable } from './trend-table';
import { trendsAddress } from './trends-address';
import { UnitTrendsView } from './unit-trends';

/** How many pictures of a group stand side by side: all of it while the years are few, fewer as each needs more room. */
function acrossOf(group: MeasureGroup, years: number): string {
  if (years > 6) return 'print:grid-cols-2';
  if (years > 3) return 'lg:grid-cols-3 print:grid-cols-3';
  const count = measures.filter((measure) => measure.group === group).length;
  return { 3: 'lg:grid-cols-3 print:grid-cols-3', 4: 'lg:grid-cols-4 print:grid-cols-4' }[count] ?? 'lg:grid-cols-5 print:grid-cols-5';
}

/** A report from year to year in pictures and numbers; for a whole also its units beside each other. */
export function TrendsView({
  here,
  choices,
  trends,
  units,
}: {
  /** What is shown, as it can be chosen; null: nothing, or a unit that closed. */
  here: TrendChoice | null;
  choices: UnitChoices;
  trends: Trends | null;
  units: UnitTrends | null;
}) {
  const { trends: words, common } = useWritingMessages();
  const hasData = trends?.years.some((year) => year.source !== null) ?? false;
  const partsIn = Object.fromEntries(trends?.years.map((year) => [year.year, year.partsIn]) ?? []);
  return (
    <>
      <PageHead title={words.title} context={trends && words.context(trends.organ, common.scopes[trends.scope])}>
        {trends && <Choose key={trends.unitId} here={here} choices={choices} trends={trends} />}
      </PageHead>
      <PrintedAt paper="across" />
      {!trends || !hasData ? (
        <EmptyState title={words.emptyTitle}>{words.emptyHint}</EmptyState>
      ) : (
        <>
          <Legend />
          <div className="flex flex-col gap-4">
            {measureGroups.map((group) => (
              <section key={group} aria-label={words.groups[group]} className="break-inside-avoid">
                <h2 className="pb-1 text-head font-semibold">{words.groups[group]}</h2>
                <div className={`grid grid-cols-1 gap-3 sm:grid-cols-2 ${acrossOf(group, trends.years.length)}`}>
                  {measures
                    .filter((measure) => measure.group === group)
                    .map(({ key }) => (
                      <TrendPicture
                        key={key}
                        measure={key}
                        points={trends.series.find((one) => one.measure === key)?.points ?? []}
                        partsIn={partsIn}
                      />
                    ))}
                </div>
              </section>
            ))}
          </div>
          <Sheet
            title={words.numbers}
            className="mt-4"
            actions={
              <DownloadCsv href={`/files/trends/${encodeURIComponent(trends.unitId)}/${trends.scope}.csv`} name={words.downloadYears} />
            }
          >
            <TrendTable trends={trends} />
            <ul className="pt-2 text-note leading-5 text-muted">
              <li>{words.noDataHint}</li>
              <li>{words.leftOutHint}</li>
              <li>{words.fewHint(minForPercent)}</li>
              <li>{words.unlikeHint}</li>
            </ul>
          </Sheet>
        </>
      )}
      {trends && units && (
        <UnitTrendsView shown={units} unitId={trends.unitId} scope={trends.scope} years={trends.years.map((year) => year.year).reverse()} />
      )}
    </>
  );
}

/** How a whole year, a part of one and one that is not known are drawn. */
function Legend() {
  const { trends: words } = useWritingMessages();
  return (
    <ul aria-label={words.legend} className="flex flex-wrap gap-x-5 gap-y-1 pb-3 text-note leading-5 text-muted">
      {[false, true].map((isPartial) => (
        <li key={String(isPartial)} className="flex items-center gap-2">
          <svg aria-hidden="true" className="h-3 w-6 shrink-0">
            <Hatch id={`hatch-legend-${isPartial}`} />
            <rect width="100%" height="100%" {...barLook(isPartial, `hatch-legend-${isPartial}`)} />
          </svg>
          {isPartial ? words.partialBar : words.wholeBar}
        </li>
      ))}
      <li>{words.noBar}</li>
    </ul>
  );
}

function Choose({ here, choices, trends }: { here: TrendChoice | null; choices: UnitChoices; trends: Trends }) {
  const { trends: words, common } = useWritingMessages();
  const [unit, setUnit] = useState<UnitChoice | null>(
    () => choices.units.find((one) => one.id === here?.unitId) ?? (here && { id: here.unitId, name: here.name, kind: here.kind, depth: 0 }),
  );
  return (
    <>
      {choices.all > 1 && (
        <form action="/trends" aria-label={words.choose} className="flex max-w-full flex-wrap items-end gap-2 print:hidden">
          <UnitSelect
            aim="trends"
            first={choices}
            label={words.unit}
            name="unit"
            required
            chosen={unit}
            onChoose={setUnit}
            className="w-72 max-w-full min-w-0"
          />
          <Button type="submit">{words.show}</Button>
        </form>
      )}
      {here && here.scopes.length > 1 && (
        <nav aria-label={words.scope} className="self-end print:hidden">
          <ul className="flex gap-1">
            {here.scopes.map((scope) => (
              <li key={scope}>
                <Link
                  href={trendsAddress({ unitId: trends.unitId, scope })}
                  aria-current={scope === trends.scope ? 'true' : undefined}
                  className={
                    scope === trends.scope
                      ? 'inline-flex min-h-9 items-center rounded border border-act bg-act-soft px-3 text-body font-semibold text-act'
                      : 'inline-flex min-h-9 items-center rounded border border-hairline bg-paper px-3 text-body hover:bg-act-soft'
                  }
                >
                  {common.scopes[scope]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}
