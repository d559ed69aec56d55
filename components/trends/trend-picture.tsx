'use client';

import { type MeasureKey, measureOf, printValue, type TrendPoint } from '@/server/domain/trends';
import { useWritingMessages } from '../messages/writing-words';
import { percentWords, unitWords, valueWords } from './trend-words';

const high = 64;
const step = 40;

/** One measure as a bar a year: hollow while the year is partial, nothing but a mark where there is no data. The numbers stand in the table. */
export function TrendPicture({ measure: key, points }: { measure: MeasureKey; points: readonly TrendPoint[] }) {
  const { trends: words } = useWritingMessages();
  const measure = measureOf(key);
  const most = Math.max(1, ...points.map((point) => point.value ?? 0));
  const told = points.map((point) => words.told(point.year, inWords(point)));
  const latest = points.findLast((point) => point.value !== null);
  function inWords(point: TrendPoint): string {
    if (point.isLeftOut) return words.leftOut;
    const value = valueWords(measure, point.value, words);
    return point.value !== null && point.isPartial ? `${value}（${words.partial}）` : value;
  }
  return (
    <figure className="min-w-0 rounded border border-hairline bg-paper p-3">
      <figcaption className="text-note leading-5">
        <span className="font-semibold">{words.names[key]}</span> <span className="text-muted">{unitWords(key, words)}</span>
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-serif text-head leading-7 font-semibold">
            {latest && latest.value !== null ? printValue(measure, latest.value) : words.noData}
          </span>
          {latest && (
            <span className="text-muted">
              {latest.year}
              {latest.isPartial && ` ${words.partial}`}
              {measure.shareOf && latest.share && ` · ${words.share} ${percentWords(latest.share, words)}`}
            </span>
          )}
        </span>
      </figcaption>
      <svg
        role="img"
        aria-label={words.picture(words.names[key], told.join(words.and))}
        viewBox={`0 0 ${Math.max(4, points.length) * step} ${high + 18}`}
        className="block h-24 w-full"
        preserveAspectRatio="xMinYMax meet"
      >
        <line x1="0" x2={Math.max(4, points.length) * step} y1={high + 1} y2={high + 1} className="stroke-hairline" />
        {points.map((point, at) => {
          const middle = at * step + step / 2;
          const tall = point.value === null ? 0 : Math.max(1.5, (Math.max(0, point.value) / most) * (high - 6));
          return (
            <g key={point.year}>
              {point.value === null ? (
                <text x={middle} y={high - 4} textAnchor="middle" className="fill-muted text-note">
                  –
                </text>
              ) : (
                <rect
                  x={at * step + 8}
                  y={high + 1 - tall}
                  width={step - 16}
                  height={tall}
                  className={point.isPartial ? 'fill-act-soft stroke-act [stroke-dasharray:3_2]' : 'fill-act'}
                >
                  <title>{words.told(point.year, inWords(point))}</title>
                </rect>
              )}
              <text x={middle} y={high + 14} textAnchor="middle" className="fill-muted text-note">
                {point.year}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
