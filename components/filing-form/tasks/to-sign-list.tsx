'use client';

import clsx from 'clsx';
import type { QuarterToSign, ToSign } from '@/server/queries/sign-off';
import { useMessages } from '../../messages/messages-provider';
import { buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { momentText } from '../../ui/moment';
import { Badge } from '../../ui/notice';
import { EmptyState, PageHead } from '../../ui/page';
import { StatusBadge } from '../../ui/status-badge';
import { cardClass } from './card-class';
import { isInUnit, isReadyToSign } from './ready-to-sign';

/** What 分管领导 signs: what waits for the signature, what is still being filled in, and what has left the unit. */
export function ToSignList({ toSign: { units, quarters } }: { toSign: ToSign }) {
  const { signOff: words } = useMessages();
  const here = quarters.filter(isInUnit).sort((a, b) => Number(isReadyToSign(b)) - Number(isReadyToSign(a)));
  const ready = here.filter(isReadyToSign);
  const practising = ready.filter((one) => one.isPractice);
  const gone = quarters.filter((one) => !isInUnit(one)).toReversed();
  const isAsked = units.some((unit) => unit.needsSignOff);
  const hasUnits = units.length > 1;
  return (
    <>
      <PageHead title={words.listTitle} context={words.context(ready.length - practising.length, practising.length)} />
      {!isAsked && <EmptyState title={words.noneNeeded}>{words.noneNeededHint}</EmptyState>}
      {isAsked && here.length === 0 && <EmptyState title={words.noneYet}>{words.noneYetHint}</EmptyState>}
      {here.length > 0 && (
        <ul aria-label={words.listTitle} className="flex flex-col gap-3">
          {here.map((one) => (
            <ToSignCard key={one.filingId} quarter={one} hasUnits={hasUnits} />
          ))}
        </ul>
      )}
      {gone.length > 0 && (
        <section className="mt-8">
          <h2 className="pb-2 text-head font-semibold">{words.gone}</h2>
          <ul aria-label={words.gone} className="divide-y divide-hairline rounded border border-hairline bg-paper">
            {gone.map((one) => (
              <GoneRow key={one.filingId} quarter={one} hasUnits={hasUnits} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function useNameOf(hasUnits: boolean) {
  const { common, practice } = useMessages();
  return ({ unitName, year, quarter, isPractice }: QuarterToSign) => {
    const name = `${hasUnits ? `${unitName} ` : ''}${common.period(year, quarter)}`;
    return isPractice ? practice.title(name) : name;
  };
}

function ToSignCard({ quarter, hasUnits }: { quarter: QuarterToSign; hasUnits: boolean }) {
  const { clerk, practice, signOff: words } = useMessages();
  const name = useNameOf(hasUnits)(quarter);
  const ready = isReadyToSign(quarter);
  const isLate = quarter.daysLeft < 0 && !quarter.isPractice;
  return (
    <li className={cardClass(quarter.isPractice ? 'practice' : isLate ? 'urgent' : 'plain')}>
      <div>
        <h2 className="text-head leading-7 font-semibold">{name}</h2>
        {quarter.isPractice && <p className="text-note text-muted">{practice.band}</p>}
      </div>
      <div className="text-body leading-6">
        {!quarter.isPractice && (
          <>
            <p>{clerk.form.due(quarter.dueOn)}</p>
            <p className={isLate ? 'font-medium text-confirm' : 'text-muted'}>
              {isLate ? `！${clerk.tasks.overdue(-quarter.daysLeft)}` : clerk.tasks.daysLeft(quarter.daysLeft)}
            </p>
          </>
        )}
      </div>
      <div className="flex flex-col items-start gap-1">
        {quarter.state === 'signed' ? (
          <Badge tone="done">{words.signed}</Badge>
        ) : quarter.unsettled > 0 ? (
          <Badge>{words.filling(quarter.unsettled)}</Badge>
        ) : (
          <Badge tone="confirm">{quarter.state === 'outdated' ? words.resign : words.ready}</Badge>
        )}
        {quarter.status === 'returned' && <StatusBadge status="returned" />}
      </div>
      <Link
        href={`/filings/${quarter.filingId}/check`}
        aria-label={`${ready ? words.toSign : words.look}：${name}`}
        className={clsx('justify-self-end max-md:justify-self-start', buttonClass(ready && !quarter.isPractice ? 'primary' : 'plain'))}
      >
        {ready ? words.toSign : words.look}
      </Link>
    </li>
  );
}

function GoneRow({ quarter, hasUnits }: { quarter: QuarterToSign; hasUnits: boolean }) {
  const { signOff: words } = useMessages();
  const name = useNameOf(hasUnits)(quarter);
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 text-body">
      <span className="min-w-64 flex-1">{name}</span>
      {quarter.signedAt && <span className="text-note text-muted">✓ {momentText(quarter.signedAt)}</span>}
      <StatusBadge status={quarter.status === 'open' ? 'filling' : quarter.status} />
      <Link
        href={`/filings/${quarter.filingId}/check`}
        aria-label={`${words.look}：${name}`}
        className="inline-flex min-h-7 items-center text-act underline underline-offset-2"
      >
        {words.look}
      </Link>
    </li>
  );
}
