'use client';

import type { Overview } from '@/server/queries/overview';
import { boardAddress, filingAddress } from '../admin/board/board-address';
import { useWritingMessages } from '../messages/writing-words';
import { trendsAddress } from '../trends/trends-address';
import { Icon } from '../ui/icon';
import { Link } from '../ui/link';
import { type OddLine, oddLines } from './odd-lines';

const way = 'text-act underline underline-offset-2';
/** On paper fewer, so that it stays one sheet. */
const lineList = 'text-body leading-7 print:text-note print:leading-5 print:[&>li:nth-child(n+6)]:hidden';

/** Which units are late and by how many days. */
export function LateLines({ overview: { late, hasBoard, year } }: { overview: Overview }) {
  const { common, overview } = useWritingMessages();
  const words = overview.late;
  if (late.count === 0) return <p className="text-body leading-7 text-muted">{words.none}</p>;
  return (
    <>
      <ul className={lineList}>
        {late.first.map(({ unitId, unitName, quarter, days, filing }) => (
          <li key={`${unitId} ${quarter}`} className="flex flex-wrap gap-x-2">
            <span className="min-w-0 flex-1">
              {filing ? (
                <Link href={filingAddress(filing.id, filing.status)} className={way}>
                  {unitName}
                </Link>
              ) : (
                unitName
              )}
            </span>{' '}
            <span className="text-muted">{common.quarter(quarter)}</span>{' '}
            <span className="font-medium text-confirm">{words.days(days)}</span>
          </li>
        ))}
      </ul>
      {hasBoard ? (
        <Link
          href={boardAddress({ year, show: 'overdue', quarter: null, order: 'risk', page: 1 })}
          className={`${way} text-body print:hidden`}
        >
          {words.all(late.count)}
        </Link>
      ) : (
        late.count > late.first.length && <p className="text-note text-muted">{words.more(late.count - late.first.length)}</p>
      )}
    </>
  );
}

/** One line a unit: what has to be mended, or how far its requests moved. */
export function OddLines({ overview }: { overview: Overview }) {
  const { overview: words } = useWritingMessages();
  const lines = oddLines(overview);
  const { hasBoard, year, unitId, scope } = overview;
  return (
    <>
      {lines.length === 0 ? (
        <p className="text-body leading-7 text-muted">{words.odd.none}</p>
      ) : (
        <ul className={lineList}>
          {lines.map((line) => (
            <li key={line.unitId} className="flex flex-wrap gap-x-2">
              <span className="min-w-0 flex-1 basis-48">{line.unitName}</span> <OddWords line={line} />
            </li>
          ))}
        </ul>
      )}
      <p className="flex flex-wrap gap-x-4 text-body print:hidden">
        {hasBoard && year !== null && (
          <Link href={`/board/findings?year=${year}`} className={way}>
            {words.odd.allFindings}
          </Link>
        )}
        <Link href={trendsAddress({ unitId, scope })} className={way}>
          {words.odd.allTrends}
        </Link>
      </p>
    </>
  );
}

function OddWords({ line: { mustFix, change } }: { line: OddLine }) {
  const { common, overview } = useWritingMessages();
  const words = overview.odd;
  const [first] = mustFix;
  const named = (quarters: readonly number[]) => quarters.map((one) => common.quarter(one)).join(words.and);
  if (first)
    return (
      <Link href={`/filings/${first.filingId}`} className="text-wrong underline underline-offset-2">
        <Icon name="wrong" />{' '}
        {words.mustFix(
          named(mustFix.map((one) => one.quarter)),
          mustFix.reduce((sum, one) => sum + one.count, 0),
        )}
      </Link>
    );
  if (!change) return null;
  return (
    <span>
      {words.change(named(change.quarters), change.now, change.before)}
      <strong className="pl-2">{words.sign(change.now - change.before)}</strong>
    </span>
  );
}
