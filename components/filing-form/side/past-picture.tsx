'use client';

import { type Figure, printFigure } from '@/server/domain/figures';
import type { Cell } from '@/server/domain/formats';
import type { CellHistory } from '@/server/queries/cell-history';
import { useMessages } from '../../messages/messages-provider';
import { useFiling } from '../filing-context';
import { useLateValue } from '../store/use-late-value';
import { barsOf, quartersUpTo } from './bar-picture';

const pastQuarters = 12;
const step = 20;
const high = 40;

/** Twelve past quarters and this one as bars; the same in words for whoever does not see them. */
export function PastPicture({ cell, now, quarters }: { cell: Cell; now: Figure; quarters: CellHistory['quarters'] }) {
  const { store } = useFiling();
  const { clerk, common } = useMessages();
  const form = useLateValue(store.form);
  const places = quartersUpTo(form.year, form.quarter, pastQuarters + 1);
  const known = places.map(({ year, quarter }, at) => {
    const past = quarters.find((one) => one.year === year && one.quarter === quarter);
    return { year, quarter, isNow: at === pastQuarters, isApproved: past?.isApproved ?? false, figure: past?.figure ?? null };
  });
  const shown = known.map((one) => (one.isNow ? now : one.figure));
  const bars = barsOf(shown.map((figure) => (figure?.state === 'number' ? figure.value : null)));
  if (quarters.length === 0) return <p className="text-note text-muted">{clerk.side.noPast}</p>;
  const told = known.flatMap((one, at) => {
    const figure = shown[at];
    if (!figure || figure.state === 'not_filled') return [];
    const value = `${common.period(one.year, one.quarter)} ${printFigure(figure, cell)}`;
    return [one.isNow || one.isApproved ? value : `${value}${clerk.side.notApproved}`];
  });
  const first = known[0];
  return (
    <figure className="my-1.5">
      <svg
        role="img"
        aria-label={clerk.side.pastPicture(told.join(clerk.side.and))}
        viewBox={`0 0 ${(pastQuarters + 1) * step} ${high + 2}`}
        className="block w-full"
      >
        <line x1="0" x2={(pastQuarters + 1) * step} y1={high + 1} y2={high + 1} className="stroke-hairline" />
        {bars.map(({ at, height }) => {
          const one = known[at];
          const tall = Math.max(1.5, height * high);
          return (
            <rect
              key={at}
              x={at * step + 3}
              y={high + 1 - tall}
              width={step - 6}
              height={tall}
              className={one?.isNow ? 'fill-act' : one?.isApproved ? 'fill-muted/60' : 'fill-paper stroke-muted'}
            >
              <title>{`${common.period(one?.year ?? 0, one?.quarter ?? 0)} ${printFigure(shown[at] ?? now, cell)}`}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption className="flex justify-between text-note leading-5 text-muted" aria-hidden="true">
        <span>{first && common.period(first.year, first.quarter)}</span>
        <span className="text-act">{clerk.side.value}</span>
      </figcaption>
    </figure>
  );
}
