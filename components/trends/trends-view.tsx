'use client';

import { useState } from 'react';
import { measureGroups, measures, minForPercent } from '@/server/domain/trends';
import type { UnitChoice, UnitChoices } from '@/server/domain/units';
import type { TrendChoice, Trends, UnitTrends } from '@/server/queries/trends';
import { useWritingMessages } from '../messages/writing-words';
import { UnitSelect } from '../shell/unit-select';
import { Button } from '../ui/button';
import { Link } from '../ui/link';
import { EmptyState, PageHead, Sheet } from '../ui/page';
import { DownloadCsv } from './download-csv';
import { TrendPicture } from './trend-picture';
import { TrendTable } from './trend-table';
import { trendsAddress } from './trends-address';
import { UnitTrendsView } from './unit-trends';

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
  return (
    <>
      <PageHead title={words.title} context={trends && words.context(trends.organ, common.scopes[trends.scope])}>
        {trends && <Choose key={trends.unitId} here={here} choices={choices} trends={trends} />}
      </PageHead>
      {!trends || !hasData ? (
        <EmptyState title={words.emptyTitle}>{words.emptyHint}</EmptyState>
      ) : (
        <>
          <div className="flex flex-col gap-3">
            {measureGroups.map((group) => (
              <section key={group} aria-label={words.groups[group]}>
                <h2 className="pb-1 text-body font-semibold">{words.groups[group]}</h2>
                <div className="grid grid-cols-1 gap-2 sm:grid-cols-2 lg:grid-cols-5">
                  {measures
                    .filter((measure) => measure.group === group)
                    .map(({ key }) => (
                      <TrendPicture key={key} measure={key} points={trends.series.find((one) => one.measure === key)?.points ?? []} />
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

function Choose({ here, choices, trends }: { here: TrendChoice | null; choices: UnitChoices; trends: Trends }) {
  const { trends: words, common } = useWritingMessages();
  const [unit, setUnit] = useState<UnitChoice | null>(
    () => choices.units.find((one) => one.id === here?.unitId) ?? (here && { id: here.unitId, name: here.name, kind: here.kind, depth: 0 }),
  );
  return (
    <>
      {choices.all > 1 && (
        <form action="/trends" aria-label={words.choose} className="flex max-w-full flex-wrap items-end gap-2">
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
        <nav aria-label={words.scope} className="self-end">
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
