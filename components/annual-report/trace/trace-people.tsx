'use client';

import { cellName, type Format, getCell } from '@/server/domain/formats';
import type { Keystroke } from '@/server/queries/trace-people';
import { useWritingMessages } from '../../messages/writing-words';
import { Link } from '../../ui/link';
import { momentText } from '../../ui/moment';
import { TraceHistory } from './trace-history';

/** The people and times behind a number: who typed it, who submitted it, who approved it, with the way to the filing. */
export function TracePeople({
  keystrokes,
  unitNames,
  format,
  isOneCell,
  title,
  further,
}: {
  keystrokes: readonly Keystroke[];
  unitNames: Readonly<Record<string, string>>;
  format: Format;
  isOneCell: boolean;
  title?: string;
  /** Why not all of them are listed. */
  further?: string | null;
}) {
  const { report, slipMarks } = useWritingMessages();
  const { keystroke: words } = report;
  const order = Object.keys(unitNames);
  const sorted = [...keystrokes].sort((a, b) => order.indexOf(a.unitId) - order.indexOf(b.unitId) || a.quarter - b.quarter);
  return (
    <section aria-label={title ?? report.tracePeople}>
      <h3 className="pb-1 text-body font-semibold">{title ?? report.tracePeople}</h3>
      {further && <p className="pb-1 text-note leading-5 text-muted">{further}</p>}
      {keystrokes.length === 0 && !further && <p className="text-body leading-6 text-muted">{report.tracePeopleNone}</p>}
      <ol className="divide-y divide-hairline">
        {sorted.map((one) => {
          const unit = unitNames[one.unitId] ?? one.unitId;
          const quarter = report.shortQuarter(one.quarter);
          return (
            <li key={`${one.filingId} ${one.cell}`} className="py-2 text-note leading-5">
              <p className="flex items-center justify-between gap-2 text-body">
                <span className="font-medium">
                  {unit} {quarter}
                </span>
                <Link
                  href={`/review/${one.filingId}`}
                  aria-label={report.openFilingOf(unit, quarter)}
                  className="inline-flex min-h-6 items-center text-note whitespace-nowrap text-act underline-offset-2 hover:underline"
                >
                  {report.openFiling}
                </Link>
              </p>
              {!isOneCell && <p>{cellName(getCell(format, one.cell))}</p>}
              <p>
                {one.raw !== null && one.savedBy && one.savedAt
                  ? words.typed(one.raw, one.savedBy, momentText(one.savedAt))
                  : words.notTyped}
              </p>
              {one.slip && (
                <p>
                  <Link
                    href={`/slips/${one.slip.slipId}`}
                    className="inline-flex min-h-6 items-center text-confirm underline-offset-2 hover:underline"
                  >
                    △ {slipMarks.inTrace(one.slip.year, one.slip.number)}
                  </Link>
                </p>
              )}
              <p className="text-muted">
                {words.submitted(one.submissionNumber, one.submittedBy)} · {words.approved(one.approvedBy, momentText(one.approvedAt))}
              </p>
              <TraceHistory filingId={one.filingId} cell={one.cell} of={`${unit} ${quarter}`} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
