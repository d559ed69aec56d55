'use client';

import { type MeasureKey, measureOf, printValue, type TrendPoint } from '@/server/domain/trends';
import type { PartsIn } from '@/server/queries/trends';
import { useWritingMessages } from '../messages/writing-words';
import { barLook, Hatch } from './bar-look';
import { percentWords, unitWords, valueWords } from './trend-words';

/** How high the highest bar is and where all of them stand, in per cent of the picture: above is its number, below the year and how much of it is in. */
const highest = 58;
const ground = 74;
const barWidth = 36;
/** More years than these have no room for words where there is no bar. */
const spacious = 6;

/**
 * One measure as a bar a year with its number on it: hatched while the year is partial, with what is in; no bar but a word where nothing is known.
 * Drawn without a view box, so that it is as wide as its place and its letters stay those of the page.
 */
export function TrendPicture({
  measure: key,
  points,
  partsIn = {},
}: {
  measure: MeasureKey;
  points: readonly TrendPoint[];
  /** Of the years that are put together from quarters, by year. */
  partsIn?: Readonly<Record<number, PartsIn | null>>;
}) {
  const { trends: words } = useWritingMessages();
  const measure = measureOf(key);
  const most = Math.max(1, ...points.map((point) => point.value ?? 0));
  const of = (point: TrendPoint) => (point.isPartial && point.value !== null ? (partsIn[point.year]?.quarters ?? null) : null);
  const told = points.map((point) => words.told(point.year, inWords(point)));
  const latest = points.findLast((point) => point.value !== null);
  const hatch = `hatch-${key}`;
  function inWords(point: TrendPoint): string {
    if (point.isLeftOut) return words.leftOut;
    const value = valueWords(measure, point.value, words);
    if (point.value === null || !point.isPartial) return value;
    const parts = of(point);
    return `${value}（${words.partial}${parts ? ` ${words.partsIn(parts)}` : ''}）`;
  }
  return (
    <figure className="flex min-w-0 flex-col rounded border border-hairline bg-paper p-3 break-inside-avoid">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-3 text-body leading-6">
        <span>
          <span className="font-semibold">{words.names[key]}</span> <span className="text-note text-muted">{unitWords(key, words)}</span>
        </span>
        <span className="flex flex-wrap items-baseline gap-x-2 text-note text-muted">
          {latest && (
            <span>
              {latest.year}
              {latest.isPartial && ` ${words.partial}`}
              {measure.shareOf && latest.share && ` · ${words.share} ${percentWords(latest.share, words)}`}
            </span>
          )}
          <span className="font-serif text-head leading-6 font-semibold text-ink">
            {latest && latest.value !== null ? printValue(measure, latest.value) : words.noData}
          </span>
        </span>
      </figcaption>
      <div className="mt-auto overflow-x-auto">
        <svg
          role="img"
          aria-label={words.picture(words.names[key], told.join(words.and))}
          className={points.length > spacious ? 'block h-40 w-full min-w-[36rem] print:h-32 print:min-w-0' : 'block h-40 w-full print:h-32'}
        >
          <Hatch id={hatch} />
          {points.map((point, at) => {
            const parts = of(point);
            return (
              <svg key={point.year} role="presentation" x={`${((at + 0.5) * 100) / points.length}%`} className="overflow-visible">
                {point.value === null ? (
                  <text y={`${ground}%`} dy="-0.5em" textAnchor="middle" className="fill-muted text-note">
                    {wordOf(point)}
                  </text>
                ) : (
                  <>
                    <rect
                      x={-barWidth / 2}
                      y={`${ground - tallOf(point.value)}%`}
                      width={barWidth}
                      height={`${tallOf(point.value)}%`}
                      {...barLook(point.isPartial, hatch)}
                    >
                      <title>{words.told(point.year, inWords(point))}</title>
                    </rect>
                    <text
                      y={`${ground - tallOf(point.value)}%`}
                      dy="-0.4em"
                      textAnchor="middle"
                      className="fill-ink font-serif text-body font-semibold"
                    >
                      {printValue(measure, point.value)}
                    </text>
                  </>
                )}
                <text y={`${ground}%`} dy="1.3em" textAnchor="middle" className="fill-ink text-note">
                  {point.year}
                </text>
                {parts && (
                  <text y={`${ground}%`} dy="2.6em" textAnchor="middle" className="fill-confirm text-note">
                    {words.partsIn(parts)}
                  </text>
                )}
              </svg>
            );
          })}
          <line x1="0" x2="100%" y1={`${ground}%`} y2={`${ground}%`} className="stroke-edge" />
        </svg>
      </div>
    </figure>
  );

  function tallOf(value: number): number {
    return Math.max(1, (Math.max(0, value) / most) * highest);
  }
  function wordOf(point: TrendPoint): string {
    if (points.length > spacious) return '–';
    return point.isLeftOut ? words.leftOut : words.noData;
  }
}
