'use client';

import type { QuarterToSign } from '@/server/queries/sign-off';
import type { ReportToSign } from '@/server/queries/signing';
import { useWritingMessages } from '../messages/writing-words';
import { signAddress } from '../signing/sign-address';
import { buttonClass } from '../ui/button';
import { Link } from '../ui/link';

const most = 5;

/** What waits for the person's signature, by name; a line where nothing does. */
export function ForSignature({
  reports,
  quarters,
  slips,
}: {
  reports: readonly ReportToSign[];
  quarters: readonly QuarterToSign[];
  slips: number;
}) {
  const { common, overview, signing, signOff, slipMarks } = useWritingMessages();
  const words = overview.sign;
  const ways = [
    ...reports.map((one) => ({
      href: signAddress(one),
      act: signing.toSign,
      name: words.report(one.organ, common.year(one.year), common.scopes[one.scope]),
      beside: one.isAgain ? signing.isAgain(one.mine ?? '') : signing.isMine(one.mine ?? ''),
    })),
    ...quarters.map((one) => ({
      href: `/filings/${one.filingId}/check`,
      act: signOff.toSign,
      name: words.quarter(one.unitName, common.period(one.year, one.quarter)),
      beside: '',
    })),
  ];
  if (ways.length === 0 && slips === 0) return <p className="text-body leading-7 text-muted">{words.none}</p>;
  return (
    <ul className="text-body leading-7">
      {ways.slice(0, most).map(({ href, act, name, beside }) => (
        <li key={href} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1 print:py-0">
          <span className="min-w-0 flex-1 basis-48">
            {name}
            {beside && <span className="block text-note leading-5 text-muted">{beside}</span>}
          </span>
          <Link href={href} aria-label={`${act}：${name}`} className={`${buttonClass('primary', true)} print:hidden`}>
            {act}
          </Link>
        </li>
      ))}
      {ways.length > most && (
        <li>
          <Link href="/tasks" className="text-act underline underline-offset-2 print:hidden">
            {words.more(ways.length - most)}
          </Link>
        </li>
      )}
      {slips > 0 && (
        <li>
          <Link href="/slips" className="text-act underline underline-offset-2">
            {slipMarks.waitingMark(slips)}
          </Link>
        </li>
      )}
    </ul>
  );
}
