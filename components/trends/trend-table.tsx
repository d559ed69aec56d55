'use client';

import { Fragment } from 'react';
import { type MeasureGroup, measureGroups, measures, type TrendPoint } from '@/server/domain/trends';
import type { Trends } from '@/server/queries/trends';
import { useWritingMessages } from '../messages/writing-words';
import { percentWords, sourceWords, unitWords, valueWords } from './trend-words';

/** The numbers of the pictures: a row for each measure, a column for each year, with share and change where they may be told. */
export function TrendTable({ trends }: { trends: Trends }) {
  const { trends: words } = useWritingMessages();
  return (
    <div className="relative overflow-x-auto print:border-0 rounded border border-hairline bg-paper">
      <table className="w-full border-collapse text-body leading-5">
        <caption className="sr-only">{words.numbers}</caption>
        <thead>
          <tr className="border-b border-hairline align-top">
            <th scope="col" className="px-3 py-1.5 text-left font-semibold">
              {words.measure}
            </th>
            {trends.years.map((year) => (
              <th key={year.year} scope="col" className="px-3 py-1.5 text-right font-semibold">
                {year.year}
                <span className="block text-note font-normal text-muted">
                  {sourceWords(year, words)}
                  {year.isPartial && ` · ${words.partialYear}`}
                </span>
                {year.isPartial && year.partsIn && (
                  <span className="block text-note font-normal text-confirm">
                    {words.partsIn(year.partsIn.quarters)}
                    {year.partsIn.units.of > 1 && ` · ${words.unitsIn(year.partsIn.units)}`}
                  </span>
                )}
                {year.through.length > 0 && (
                  <span className="block text-note font-normal text-muted">{words.through(year.through.join(words.and))}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {measureGroups.map((group) => (
          <tbody key={group}>
            <tr className="bg-desk">
              <th scope="rowgroup" colSpan={trends.years.length + 1} className="px-3 py-0.5 text-left text-note font-semibold">
                {words.groups[group]}
              </th>
            </tr>
            {rowsOf(trends, group)}
          </tbody>
        ))}
      </table>
    </div>
  );

  function rowsOf({ series }: Trends, group: MeasureGroup) {
    return measures
      .filter((measure) => measure.group === group)
      .map((measure) => {
        const points: readonly TrendPoint[] = series.find((one) => one.measure === measure.key)?.points ?? [];
        return (
          <tr key={measure.key} className="border-b border-hairline align-top">
            <th scope="row" className="px-3 py-1 text-left font-normal">
              {words.names[measure.key]} <span className="text-note text-muted">{unitWords(measure.key, words)}</span>
            </th>
            {points.map((point) => (
              <td key={point.year} className="px-3 py-1 text-right whitespace-nowrap">
                {point.value === null ? (
                  <span className="text-muted">{point.isLeftOut ? words.leftOut : words.noData}</span>
                ) : (
                  <span className="font-serif">{valueWords(measure, point.value, words).split(' ')[0]}</span>
                )}
                {point.value !== null && (
                  <span className="block text-note text-muted">
                    {measure.shareOf && point.share !== null && (
                      <Fragment>
                        {words.ofPart(words.names[measure.shareOf])} {percentWords(point.share, words)}
                      </Fragment>
                    )}
                    {measure.shareOf && point.share !== null && point.change !== null && ' · '}
                    {point.change !== null && (
                      <Fragment>
                        {words.change} {percentWords(point.change, words, true)}
                      </Fragment>
                    )}
                  </span>
                )}
              </td>
            ))}
          </tr>
        );
      });
  }
}
