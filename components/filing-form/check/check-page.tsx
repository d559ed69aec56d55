'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Figure } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import { type Day, hasEnded, isQuarter, lastDay } from '@/server/domain/periods';
import { filingBook, type Obstacle } from '@/server/domain/workflow';
import type { FilingForm } from '@/server/queries/filing-form';
import { isGoing, placeKey, sendings } from '../../attachments/sendings';
import { CheckReportLinks } from '../../checks/check-report-links';
import { RestatedList } from '../../corrections/restated-list';
import { useMessages } from '../../messages/messages-provider';
import type { Stops } from '../../messages/zh/clerk';
import { formatOfFiling } from '../../statutory-table/format-of-filing';
import { printedFigures } from '../../statutory-table/printed-figures';
import { StatutoryTable } from '../../statutory-table/statutory-table';
import { Button, buttonClass } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Link } from '../../ui/link';
import { Notice } from '../../ui/notice';
import { PageHead, Sheet } from '../../ui/page';
import { StatusBadge } from '../../ui/status-badge';
import { isReadOnly } from '../grid/read-only';
import type { Outbox } from '../outbox/outbox';
import { PracticeBand } from '../practice/practice-band';
import { shownStatusOf } from '../shown-status-of';
import { SignBox } from '../sign-off/sign-box';
import { SignOffNotice } from '../sign-off/sign-off-notice';
import { factsOf } from '../store/filing-state';
import { useValue } from '../store/value';
import { useOutbox } from '../use-outbox';
import { ChangeList } from './change-list';
import { ExplainedList } from './explained-list';
import { ObstacleList } from './obstacle-list';
import { seenOf } from './seen-of';
import { SubmitBox } from './submit-box';
import { SubmittedBox } from './submitted-box';
import { TalkReminder } from './talk-reminder';

export interface CheckPageProps {
  form: FilingForm;
  obstacles: readonly Obstacle[];
  /** The submission before, while a new one is in the making. */
  before: { number: number; figures: Record<CellId, Figure> } | null;
  me: { userId: string };
  today: Day;
}

/** The last look before 报送 or before the signature of 分管领导: what is open, what changed, the tables as they are printed, and one button. */
export function CheckPage({ form, obstacles, before, me, today }: CheckPageProps) {
  const { clerk, common, signOff: signing } = useMessages();
  const words = clerk.check;
  const router = useRouter();
  const format = formatOfFiling(form);
  const facts = useMemo(() => factsOf(form, format), [form, format]);
  const book = useMemo(() => filingBook(facts), [facts]);
  const printed = useMemo(() => printedFigures(format, book), [format, book]);
  const seen = useMemo(() => seenOf(form, book), [form, book]);
  const run = form.checkRun;
  const shown = useRef(form);
  useEffect(() => {
    shown.current = form;
  }, [form]);

  // What this browser has sent since the page was drawn belongs on it: the page is loaded again.
  const follow = useCallback(
    (outbox: Outbox) =>
      outbox.onAck((ack) => {
        const version = ack.place === 'text' ? shown.current.contribution.version : (shown.current.stored[ack.place]?.version ?? 0);
        if (ack.filingId === shown.current.filingId && ack.version > version) router.refresh();
      }),
    [router],
  );
  const { status } = useOutbox(me.userId, follow);
  const said = new Set(form.explanations.map(({ id }) => placeKey({ about: 'explanation', aboutId: id })));
  const sending = useValue(sendings.shown).filter((one) => isGoing(one) && said.has(one.place)).length;
  const unsent = useValue(status).entries.filter((entry) => entry.filingId === form.filingId).length;

  const isOpen = form.status === 'open' || form.status === 'returned';
  const endsOn = endOfRunning(form, today);
  const maySign = form.signOff !== null && form.verdicts['filing.sign_off'] === 'allowed';
  const onlySigns = form.verdicts['filing.edit'] === 'not_permitted' && form.verdicts['filing.sign_off'] !== 'not_permitted';
  const settling = obstacles.filter((one) => one.kind !== 'sign_off');
  const unsettled = settling.length;
  const [wasOpen] = useState(isOpen);
  const missing = obstacles.filter((one) => one.kind === 'not_filled' || one.kind === 'unreadable').length;
  const blockedBecause =
    unsent > 0
      ? words.unsent(unsent)
      : sending > 0
        ? words.filesSending(sending)
        : unsettled > 0
          ? words.stops(stopsOf(settling))
          : obstacles.length > 0
            ? form.signOff?.state === 'outdated'
              ? signing.signAgain
              : signing.signFirst
            : form.verdicts['filing.submit'] === 'allowed'
              ? null
              : words.notAllowed;
  const cellHref = (id: CellId) => {
    const cell = format.cells.get(id);
    return isOpen && cell && !isReadOnly(cell) ? `/filings/${form.filingId}#cell=${id}` : undefined;
  };

  return (
    <div className="mx-auto max-w-form">
      <PracticeBand form={form} />
      <PageHead
        title={(onlySigns ? signing.checkTitle : words.title)(common.period(form.year, form.quarter))}
        context={
          <span className="inline-flex flex-wrap items-center gap-2">
            {form.unitName} <StatusBadge status={shownStatusOf(form, missing)} /> {!form.isPractice && clerk.form.due(form.dueOn)}
            {!form.isPractice && form.dueOn !== form.deadline.quarterDueOn && (
              <span>{clerk.deadline.extended(form.deadline.quarterDueOn)}</span>
            )}
          </span>
        }
      >
        <CheckReportLinks of={`filing/${form.filingId}`} />
        <Link href={`/filings/${form.filingId}/print`} className={buttonClass('plain', true)}>
          {words.print}
        </Link>
        <Button isSmall onClick={() => router.refresh()}>
          {words.reload}
        </Button>
        <Link href={`/filings/${form.filingId}`} className={buttonClass('plain', true)}>
          {onlySigns ? signing.readForm : words.back}
        </Link>
        {onlySigns && (
          <Link href="/tasks" className={buttonClass('plain', true)}>
            {signing.back}
          </Link>
        )}
      </PageHead>
      {!isOpen && !(form.isPractice && form.status === 'locked') && (
        <div className="mb-4">
          <SubmittedBox form={form} isNew={wasOpen} />
        </div>
      )}
      {isOpen && maySign && (
        <div className="pb-5">
          {endsOn && (
            <Notice tone="confirm" className="mb-3">
              {words.early(endsOn)}
            </Notice>
          )}
          <SignBox form={form} seen={seen} format={format} unsettled={unsettled} />
        </div>
      )}
      {isOpen && !onlySigns && (
        <div className="pb-5">
          <SubmitBox form={form} seenHash={form.hash} seen={seen} format={format} blockedBecause={blockedBecause} endsOn={endsOn} />
        </div>
      )}
      {isOpen && (unsettled > 0 || unsent > 0 || sending > 0 || (!onlySigns && obstacles.length === 0)) && (
        <Sheet title={words.obstacles} className="mb-4">
          {unsent > 0 && (
            <Notice tone="confirm" className="mb-2">
              {words.unsent(unsent)}
            </Notice>
          )}
          {sending > 0 && (
            <Notice tone="confirm" className="mb-2">
              {words.filesSending(sending)}
            </Notice>
          )}
          {obstacles.length === 0 && (
            <p className="text-body text-done">
              <Icon name="done" className="mr-1" />
              {words.none}
            </p>
          )}
          {unsettled > 0 && (
            <>
              <p className="text-body font-medium text-confirm">
                <Icon name="confirm" className="mr-1" />
                {words.count(unsettled)}
              </p>
              <ObstacleList form={form} format={format} obstacles={settling} />
            </>
          )}
        </Sheet>
      )}
      {isOpen && <TalkReminder form={form} format={format} />}
      {form.signOff && (isOpen || form.signOff.state === 'signed') && <SignOffNotice signOff={form.signOff} format={format} />}
      {isOpen && before && <ChangeList format={format} number={before.number} before={before.figures} now={book} />}
      <RestatedList format={format} restatements={form.restatements} />
      <ExplainedList findings={run.findings} explanations={form.explanations} />
      <section
        aria-label={onlySigns ? signing.tables : words.tables}
        className="flex flex-col gap-6 rounded border border-hairline bg-paper px-8 py-6"
      >
        {format.tables.map((layout) => (
          <div key={layout.id}>
            <h2 className="pb-2 font-serif text-head font-semibold">{layout.title}</h2>
            <StatutoryTable format={format} layout={layout} figures={printed} cellHref={cellHref} />
          </div>
        ))}
        {format.entryTables.map((layout) => (
          <div key={layout.id} className="max-w-read">
            <h2 className="pb-2 font-serif text-head font-semibold">{layout.title}</h2>
            <StatutoryTable format={format} layout={layout} figures={printed} cellHref={cellHref} />
          </div>
        ))}
        <div>
          <h2 className="pb-2 font-serif text-head font-semibold">{words.contribution}</h2>
          {form.contribution.text ? (
            <p className="max-w-read font-serif text-head leading-8 whitespace-pre-wrap">{form.contribution.text}</p>
          ) : (
            <p className="text-body text-muted">{words.noContribution}</p>
          )}
        </div>
      </section>
    </div>
  );
}

/** What stops the act, by kind, so that it is said beside the act what waits below it. */
function stopsOf(obstacles: readonly Obstacle[]): Stops {
  const of = (...kinds: Obstacle['kind'][]) => obstacles.filter((one) => kinds.includes(one.kind)).length;
  return {
    remarks: of('open_remark'),
    mustFix: of('must_fix', 'unreadable', 'left_to_nobody'),
    confirm: of('confirm'),
    missing: of('not_filled'),
    openings: obstacles.reduce((sum, one) => sum + (one.kind === 'unknown_openings' ? one.cells.length : 0), 0),
  };
}

/** The last day of a quarter that is still running, in which a submission needs its reason; null of one that is over, and of practice. */
function endOfRunning({ year, quarter, isPractice }: FilingForm, today: Day): Day | null {
  return isPractice || !isQuarter(quarter) || hasEnded({ year, quarter }, today) ? null : lastDay(year, quarter);
}
