'use client';

import { useCallback } from 'react';
import { daysOver } from '@/server/domain/deadlines/due-of';
import { useMessages } from '../../messages/messages-provider';
import { useWayTo } from '../../shell/way-out';
import { Button, buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { Badge } from '../../ui/notice';
import { PageHead } from '../../ui/page';
import { StatusBadge } from '../../ui/status-badge';
import { useShortcut } from '../../ui/use-shortcut';
import { useFiling } from '../filing-context';
import { shownStatusOf } from '../shown-status-of';
import { sectionKeys } from '../store/filing-state';
import { useLateValue } from '../store/use-late-value';
import { DueDetails } from './due-notice';
import { Legend } from './legend';
import { ZeroReportButton } from './zero-report-dialog';

/** Whose quarter this is, when it is due, how it stands, and the way to the check page. */
export function FilingHead({ today }: { today: string }) {
  const { store, fillRest } = useFiling();
  const { clerk, common, slipMarks } = useMessages();
  const form = useLateValue(store.form);
  const progress = useLateValue(store.progress);
  const { obstacles } = useLateValue(store.checked);
  const checkHref = `/filings/${form.filingId}/check`;
  const toCheck = useWayTo(checkHref);
  useShortcut('KeyB', toCheck);
  const fillAll = useCallback(() => store.canEdit && fillRest(null), [store, fillRest]);
  useShortcut('KeyR', fillAll);
  const late = daysOver(form.dueOn, today);
  const isOpen = form.status === 'open' || form.status === 'returned';
  const missing = sectionKeys.reduce((sum, section) => sum + progress[section].missing.length + progress[section].unreadable.length, 0);
  const open =
    obstacles.filter((one) => one.kind !== 'not_filled' && one.kind !== 'unreadable' && one.kind !== 'unknown_openings').length + missing;
  return (
    <PageHead
      title={clerk.form.title(form.unitName, common.period(form.year, form.quarter))}
      context={
        <span className="inline-flex flex-wrap items-center gap-2">
          <StatusBadge status={shownStatusOf(form, missing)} />
          {!form.isPractice && clerk.form.due(form.dueOn)}
          {isOpen && late > 0 && !form.isPractice && <Badge tone="confirm">{clerk.form.overdue(late)}</Badge>}
          <DueDetails today={today} />
          <Legend />
        </span>
      }
    >
      <Link href={`/filings/${form.filingId}/workbook`} className={buttonClass('quiet')}>
        {clerk.form.workbook}
      </Link>
      {store.canEdit && <ZeroReportButton />}
      {store.canEdit && (
        <Button onClick={fillAll} title="Alt+R" aria-keyshortcuts="Alt+R">
          {clerk.rest.open}
        </Button>
      )}
      {form.verdicts['slip.write'] === 'allowed' && !form.isPractice && (
        <Link href={`/slips/new?unit=${form.unitId}&year=${form.year}&quarter=${form.quarter}`} className={buttonClass()}>
          {slipMarks.fromForm}
        </Link>
      )}
      <Link
        href={checkHref}
        onFollow={toCheck}
        title="Alt+B"
        aria-keyshortcuts="Alt+B"
        className={buttonClass(store.canEdit ? 'primary' : 'plain')}
      >
        {!isOpen ? clerk.form.toSubmission : open > 0 ? clerk.form.toCheckOpen(open) : clerk.form.toCheck}
      </Link>
    </PageHead>
  );
}
