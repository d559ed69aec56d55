'use client';

import { useCallback } from 'react';
import { daysOver } from '@/server/domain/deadlines/due-of';
import { useMessages } from '../../messages/messages-provider';
import { Button, buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { Badge } from '../../ui/notice';
import { StatusBadge } from '../../ui/status-badge';
import { useShortcut } from '../../ui/use-shortcut';
import { useFiling } from '../filing-context';
import { shownStatusOf } from '../shown-status-of';
import { useLateValue } from '../store/use-late-value';
import { DueDetails } from './due-notice';
import { Legend } from './legend';
import { TalkStrip } from './talk-strip';
import { useFilled } from './way-to-check';
import { ZeroReportButton } from './zero-report-dialog';

/** Whose quarter this is, when it is due, how it stands, and what can be done with the whole of it: one line, because the table is what one came for. */
export function FilingHead({ today }: { today: string }) {
  const { store, fillRest } = useFiling();
  const { clerk, common, slipMarks } = useMessages();
  const form = useLateValue(store.form);
  const { missing } = useFilled();
  const fillAll = useCallback(() => store.canEdit && fillRest(null), [store, fillRest]);
  useShortcut('KeyR', fillAll);
  const late = daysOver(form.dueOn, today);
  const isOpen = form.status === 'open' || form.status === 'returned';
  return (
    <header className="-mt-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pb-1 max-lg:mt-0 max-lg:pb-3">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-note leading-6 text-muted">
        <h1 className="text-head leading-7 font-semibold text-ink">
          {clerk.form.title(form.unitName, common.period(form.year, form.quarter))}
        </h1>
        <StatusBadge status={shownStatusOf(form, missing)} />
        {!form.isPractice && <span>{clerk.form.due(form.dueOn)}</span>}
        {isOpen && late > 0 && !form.isPractice && <Badge tone="confirm">{clerk.form.overdue(late)}</Badge>}
        <DueDetails today={today} />
        <Legend />
        <TalkStrip />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Link href={`/filings/${form.filingId}/workbook`} className={buttonClass('quiet', true)}>
          {clerk.form.workbook}
        </Link>
        {store.canEdit && <ZeroReportButton />}
        {store.canEdit && (
          <Button isSmall onClick={fillAll} title="Alt+R" aria-keyshortcuts="Alt+R">
            {clerk.rest.open}
          </Button>
        )}
        {form.verdicts['slip.write'] === 'allowed' && !form.isPractice && (
          <Link href={`/slips/new?unit=${form.unitId}&year=${form.year}&quarter=${form.quarter}`} className={buttonClass('plain', true)}>
            {slipMarks.fromForm}
          </Link>
        )}
      </div>
    </header>
  );
}
