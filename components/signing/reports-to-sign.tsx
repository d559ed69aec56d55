'use client';

import type { ReportToSign } from '@/server/queries/signing';
import { useWritingMessages } from '../messages/writing-words';
import { buttonClass } from '../ui/button';
import { Link } from '../ui/link';
import { momentText } from '../ui/moment';
import { Badge } from '../ui/notice';
import { PageHead } from '../ui/page';
import { signAddress } from './sign-address';

/**
 * Reports going round in which the person has a step, those that wait for them first. Nothing going round, nothing shown.
 *
 * @param of how many there are, where not all are shown here: the others are among the tasks
 * @param mine how many of all wait for the person
 * @param isPage it is all there is on the page, and heads it
 */
export function ReportsToSign({
  reports,
  of = reports.length,
  mine = reports.filter((one) => one.mine !== null).length,
  isPage = false,
}: {
  reports: readonly ReportToSign[];
  of?: number;
  mine?: number;
  isPage?: boolean;
}) {
  const { signing: words, common } = useWritingMessages();
  if (reports.length === 0) return null;
  return (
    <section aria-label={words.listTitle} className="pb-6">
      {isPage ? (
        <PageHead title={words.listTitle} context={words.notice(mine)} />
      ) : (
        <h2 className="pb-2 text-head font-semibold">{words.listTitle}</h2>
      )}
      <ul className="flex flex-col gap-3">
        {reports.map((one) => {
          const name = `${one.organ} ${common.year(one.year)} ${common.scopes[one.scope]}`;
          const act = one.mine ? words.toSign : words.look;
          return (
            <li
              key={`${one.unitId} ${one.year} ${one.scope}`}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded border border-hairline bg-paper px-4 py-3"
            >
              <div>
                <p className="text-body leading-7 font-medium">
                  {common.inBrackets(`${one.organ} ${common.year(one.year)}`, common.scopes[one.scope])}
                </p>
                <p className="text-note text-muted">
                  {words.context(one.edition)} · {words.sentBy(one.sentBy, momentText(one.sentAt))}
                </p>
              </div>
              <p className="flex flex-wrap gap-1">
                <Badge tone={one.mine ? 'act' : 'plain'}>
                  {one.mine ? (one.isAgain ? words.isAgain(one.mine) : words.isMine(one.mine)) : words.elsewhere}
                </Badge>
                <Badge tone={one.signed === one.of ? 'done' : 'plain'}>{words.count(one.signed, one.of)}</Badge>
                {one.lapsed > 0 && <Badge tone="confirm">{words.lapsedCount(one.lapsed)}</Badge>}
              </p>
              <Link href={signAddress(one)} aria-label={`${act}：${name}`} className={buttonClass(one.mine ? 'primary' : 'plain')}>
                {act}
              </Link>
            </li>
          );
        })}
      </ul>
      {of > reports.length && (
        <p className="pt-2 text-body">
          <Link href="/tasks" className="text-act underline">
            {words.allToSign(of)}
          </Link>
        </p>
      )}
    </section>
  );
}
