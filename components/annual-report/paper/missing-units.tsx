'use client';

import type { ReportPage } from '@/server/queries/report';
import { useWritingMessages } from '../../messages/writing-words';
import { Sheet } from '../../ui/page';

/** Units whose figures are not in it, by name, put together by the quarters they lack. Never a number without names. */
export function MissingUnits({ missing, leftOut }: Pick<ReportPage, 'missing' | 'leftOut'>) {
  const { report } = useWritingMessages();
  if (missing.length === 0) return null;
  const groups = new Map<string, string[]>();
  for (const unit of missing) {
    const quarters = unit.quarters.map(report.shortQuarter).join(report.comma);
    groups.set(quarters, [...(groups.get(quarters) ?? []), unit.unitName]);
  }
  return (
    <Sheet title={report.missingTitle(missing.length)}>
      <dl className="text-[15px] leading-6">
        {[...groups].map(([quarters, names]) => (
          <div key={quarters} className="pb-1">
            <dt className="font-semibold">{report.missingQuarters(quarters)}</dt>
            <dd>{names.join(report.comma)}</dd>
          </div>
        ))}
      </dl>
      {leftOut.length > 0 && <p className="pt-1 text-[13px] leading-5 text-muted">{report.levelsWait}</p>}
    </Sheet>
  );
}
