'use client';

import type { ChartPoint, ReportChart } from '@/server/domain/report/charts/report-chart';
import { useWritingMessages } from '../messages/writing-words';
import { Bar, Swatch } from './bars';

const fills = ['fill-act', 'fill-done'] as const;

/** A chart of the 图解, drawn from the same numbers. Its words are those of the report; each bar has its number beside it. */
export function ChartPicture({ chart }: { chart: ReportChart }) {
  const { overview: words } = useWritingMessages();
  return (
    <figure lang="zh-CN" className="min-w-0">
      <figcaption className="pb-1 text-body font-semibold">
        {chart.title}
        <span className="pl-1 font-normal text-muted text-note">{words.cases}</span>
        {chart.instead === null && chart.shape === 'years' && (
          <span className="pl-3 font-normal text-note print:pl-1">
            {chart.series.map((name, at) => (
              <span key={name} className="pr-2 whitespace-nowrap">
                <Swatch fill={fills[at] ?? 'fill-muted'} />
                {name}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      {chart.instead !== null ? (
        <p className="text-body text-muted">{chart.instead}</p>
      ) : chart.shape === 'bars' ? (
        <Bars points={chart.points} />
      ) : (
        <Years points={chart.points} series={chart.series} />
      )}
      {chart.notes.length > 0 && <p className="pt-1 text-note leading-5 text-muted">{chart.notes.join('')}</p>}
    </figure>
  );
}

function Bars({ points }: { points: readonly ChartPoint[] }) {
  const most = Math.max(0, ...points.map((point) => point.values[0]?.value ?? 0));
  return (
    <ul>
      {points.map(({ label, values: [value] }) => (
        <li
          key={label}
          className="grid grid-cols-[6rem_minmax(0,1fr)_6.5rem] items-center gap-x-2 text-note leading-6 print:grid-cols-[5rem_minmax(0,1fr)_5rem] print:gap-x-1 print:leading-5"
        >
          <span>{label}</span>
          <Bar parts={[{ value: value?.value ?? 0, fill: fills[0] }]} of={most} className="h-3" />
          <span className="whitespace-nowrap">
            <strong>{value?.printed}</strong>
            {value?.share && <span className="pl-1 text-muted">{value.share}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

const high = 100;

function Years({ points, series }: { points: readonly ChartPoint[]; series: readonly string[] }) {
  const most = Math.max(1, ...points.flatMap((point) => point.values.map((one) => one.value ?? 0)));
  return (
    <ul className="grid grid-cols-5 gap-x-2 print:gap-x-0.5">
      {points.map(({ label, values }) => (
        <li key={label} className="text-center text-note leading-5">
          <svg
            aria-hidden="true"
            viewBox={`0 0 40 ${high}`}
            preserveAspectRatio="none"
            className="block h-24 w-full border-b border-hairline print:h-16"
          >
            {values.map(({ value }, at) => {
              const tall = value === null ? 0 : Math.max(1.5, (Math.max(0, value) / most) * high);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its series
                <rect key={at} x={7 + at * 14} y={high - tall} width="12" height={tall} className={fills[at] ?? 'fill-muted'} />
              );
            })}
          </svg>
          <span className="block whitespace-nowrap text-muted">{label}</span>
          {values.every((one) => one.value === null) ? (
            <span className="block text-muted">{values[0]?.printed}</span>
          ) : (
            values.map(({ printed }, at) => (
              <span key={series[at]} className="block">
                <span className="sr-only">{series[at]}</span>
                {printed}
              </span>
            ))
          )}
        </li>
      ))}
    </ul>
  );
}
