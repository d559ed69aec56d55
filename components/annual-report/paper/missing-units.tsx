'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReportPage } from '@/server/queries/report';
import { namesInWords } from '../../messages/some-names';
import { useWritingMessages } from '../../messages/writing-words';
import { BeingAsked } from '../../shell/being-asked';
import { useTRPC } from '../../trpc-queries';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Sheet } from '../../ui/page';
import { keyOf } from '../report-key';

/** How many units' figures are not in a report. */
export function countMissing(missing: ReportPage['missing']): number {
  return missing.reduce((sum, group) => sum + group.count, 0);
}

/**
 * Units whose figures are not in it, by name, put together by the quarters they lack. Never a number without names: the first of many, and
 * all of them a click away.
 */
export function MissingUnits({ page }: { page: Pick<ReportPage, 'unitId' | 'year' | 'scope' | 'missing' | 'leftOut'> }) {
  const { common, report } = useWritingMessages();
  const { missing, leftOut } = page;
  const [isOpen, setIsOpen] = useState(false);
  if (missing.length === 0) return null;
  const count = countMissing(missing);
  const isMore = missing.some((group) => group.count > group.first.length);
  return (
    <Sheet title={report.missingTitle(count)}>
      <Groups groups={missing.map((group) => ({ quarters: group.quarters, names: namesInWords(group, common) }))} />
      {isMore && (
        <Button isSmall className="mt-1" onClick={() => setIsOpen(true)}>
          {report.missingAll(count)}
        </Button>
      )}
      {isOpen && <AllMissing page={page} count={count} onClose={() => setIsOpen(false)} />}
      {leftOut.length > 0 && <p className="pt-1 text-note leading-5 text-muted">{report.levelsWait}</p>}
    </Sheet>
  );
}

function Groups({ groups }: { groups: readonly { quarters: readonly number[]; names: string }[] }) {
  const { report } = useWritingMessages();
  return (
    <dl className="text-body leading-6">
      {groups.map(({ quarters, names }) => (
        <div key={quarters.join()} className="pb-1">
          <dt className="font-semibold">{report.missingQuarters(quarters.map(report.shortQuarter).join(report.comma))}</dt>
          <dd>{names}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Every unit that is missing, asked for. */
export function AllMissing({ page, count, onClose }: { page: Parameters<typeof keyOf>[0]; count: number; onClose: () => void }) {
  const { report } = useWritingMessages();
  const query = useQuery(useTRPC().report.missingUnits.queryOptions(keyOf(page), { staleTime: 0 }));
  return (
    <Dialog isOpen onClose={onClose} side="right" title={report.missingTitle(count)}>
      <BeingAsked query={query} />
      <Groups groups={(query.data ?? []).map(({ quarters, names }) => ({ quarters, names: names.join(report.comma) }))} />
    </Dialog>
  );
}
