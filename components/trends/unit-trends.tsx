'use client';

import { measureKeys, measureOf, printValue } from '@/server/domain/trends';
import type { UnitTrends } from '@/server/queries/trends';
import { useWritingMessages } from '../messages/writing-words';
import { Button } from '../ui/button';
import { SelectField } from '../ui/field';
import { Link } from '../ui/link';
import { Sheet } from '../ui/page';
import { barLook, Hatch } from './bar-look';
import { DownloadCsv } from './download-csv';
import { percentWords, unitWords } from './trend-words';
import { trendsAddress } from './trends-address';

/** One measure of every unit in one year, the highest first. */
export function UnitTrendsView({
  shown,
  unitId,
  scope,
  years,
}: {
  shown: UnitTrends;
  unitId: string;
  scope: string;
  years: readonly number[];
}) {
  const { trends: words } = useWritingMessages();
  const measure = measureOf(shown.measure);
  const most = Math.max(1, ...shown.units.map((unit) => unit.value ?? 0));
  const further = shown.of - shown.units.length;
  return (
    <Sheet
      title={words.unitsTitle(shown.year)}
      className="mt-4"
      actions={
        <DownloadCsv href={`/files/trends/${encodeURIComponent(unitId)}/${shown.year}/${shown.measure}.csv`} name={words.downloadUnits} />
      }
    >
      <form action="/trends" className="flex flex-wrap items-end gap-3 pb-3 print:hidden">
        <input type="hidden" name="unit" value={unitId} />
        <input type="hidden" name="scope" value={scope} />
        <SelectField key={`${shown.year} year`} label={words.year} name="year" defaultValue={String(shown.year)} className="w-32">
          {years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </SelectField>
        <SelectField key={shown.measure} label={words.measure} name="measure" defaultValue={shown.measure} className="w-64 max-w-full">
          {measureKeys.map((key) => (
            <option key={key} value={key}>
              {words.names[key]}
            </option>
          ))}
        </SelectField>
        <Button type="submit">{words.show}</Button>
      </form>
      <p className="pb-2 text-note leading-5 text-muted">{words.unitsHint}</p>
      {shown.units.length === 0 ? (
        <p className="text-body">{words.noUnits}</p>
      ) : (
        <div className="relative overflow-x-auto lg:overflow-visible">
          <table className="w-full border-collapse text-body leading-5">
            <caption className="sr-only">{`${words.unitsTitle(shown.year)} ${words.names[shown.measure]}`}</caption>
            <thead>
              <tr className="border-b border-hairline text-note text-muted">
                <th scope="col" className="px-2 py-1 text-left font-semibold">
                  {words.unit}
                </th>
                <th scope="col" className="w-[40%] px-2 py-1 text-left font-semibold">
                  {words.names[shown.measure]} <span className="font-normal">{unitWords(shown.measure, words)}</span>
                </th>
                <th scope="col" className="px-2 py-1 text-right font-semibold">
                  {words.value}
                </th>
                {measure.shareOf && (
                  <th scope="col" className="px-2 py-1 text-right font-semibold">
                    {words.ofPart(words.names[measure.shareOf])}
                  </th>
                )}
                <th scope="col" className="px-2 py-1 text-left font-semibold">
                  {words.state}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.units.map((unit) => (
                <tr key={unit.unitId} className="border-b border-hairline">
                  <th scope="row" className="px-2 py-0.5 text-left font-normal">
                    <Link
                      href={trendsAddress({ unitId: unit.unitId, scope: 'own_organ' })}
                      className="inline-flex min-h-6 items-center text-act underline-offset-2 hover:underline"
                    >
                      {unit.unitName}
                    </Link>
                  </th>
                  <td className="px-2 py-0.5">
                    {unit.value !== null && (
                      <svg aria-hidden="true" className="block h-3 w-full">
                        <Hatch id={`hatch-${unit.unitId}`} />
                        <rect
                          width={`${Math.max(0.3, (100 * Math.max(0, unit.value)) / most)}%`}
                          height="100%"
                          {...barLook(unit.lacks > 0, `hatch-${unit.unitId}`)}
                        />
                      </svg>
                    )}
                  </td>
                  <td className="px-2 py-0.5 text-right font-serif">
                    {unit.value === null ? <span className="font-sans text-muted">{words.noData}</span> : printValue(measure, unit.value)}
                  </td>
                  {measure.shareOf && <td className="px-2 py-0.5 text-right">{percentWords(unit.share, words)}</td>}
                  <td className="px-2 py-0.5 text-note text-muted">{unit.lacks > 0 ? words.lacks(unit.lacks) : words.complete}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {further > 0 && <p className="pt-2 text-body">{words.further(further)}</p>}
    </Sheet>
  );
}
