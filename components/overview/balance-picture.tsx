'use client';

import type { OverviewFigures } from '@/server/queries/overview';
import { useWritingMessages } from '../messages/writing-words';
import { Icon } from '../ui/icon';
import { Bar, type BarPart, Swatch } from './bars';

interface Term extends BarPart {
  label: string;
}

/** 上年结转 + 新收 = 办结 + 结转, as two bars that are equally long. While it is not known what the year ends with, by what is on hand. */
export function BalancePicture({ figures }: { figures: OverviewFigures }) {
  const { overview: words } = useWritingMessages();
  const { carriedIn, received, answered, carriedOut, onHand } = figures;
  const rest = carriedOut ?? onHand;
  if (carriedIn === null || received === null || answered === null || rest === null || rest < 0)
    return <p className="text-body text-muted">{words.balance.unknown}</p>;
  const left: readonly Term[] = [
    { label: words.balance.carriedIn, value: carriedIn, fill: 'fill-muted' },
    { label: words.figures.received, value: received, fill: 'fill-act' },
  ];
  const right: readonly Term[] = [
    { label: words.figures.answered, value: answered, fill: 'fill-done' },
    { label: carriedOut === null ? words.figures.onHand : words.figures.carriedOut, value: rest, fill: 'fill-confirm' },
  ];
  const [came, went] = [carriedIn + received, answered + rest];
  if (came === 0 && went === 0) return <p className="text-body text-muted">{words.balance.zero}</p>;
  const most = Math.max(came, went);
  const said = (terms: readonly Term[]) => terms.map(({ label, value }) => `${label} ${value}`).join(words.balance.and);
  return (
    <figure className="flex flex-col gap-1">
      <div role="img" aria-label={words.balance.picture(said(left), said(right))} className="flex flex-col gap-1">
        <Terms terms={left} />
        <Bar parts={left} of={most} className="h-5" />
        <Bar parts={right} of={most} className="h-5" />
        <Terms terms={right} sign="=" />
      </div>
      {came !== went && (
        <figcaption className="text-body font-medium text-wrong">
          <Icon name="wrong" /> {words.balance.differs(came, went)}
        </figcaption>
      )}
    </figure>
  );
}

function Terms({ terms, sign }: { terms: readonly Term[]; sign?: string }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-body leading-6">
      {sign && <span className="text-muted">{sign}</span>}
      {terms.map(({ label, value, fill }, at) => (
        <span key={label} className="whitespace-nowrap">
          {at > 0 && <span className="pr-2 text-muted">+</span>}
          <Swatch fill={fill} />
          {label} <strong className="font-serif text-head">{value}</strong>
        </span>
      ))}
    </p>
  );
}
