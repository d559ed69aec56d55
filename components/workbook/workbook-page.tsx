'use client';

import { useState } from 'react';
import { type WorkbookChoice, writesOf } from '@/server/domain/workbook/plan-choice';
import type { FilingForm } from '@/server/queries/filing-form';
import { FileDrop } from '../checks/file-drop';
import { PracticeBand } from '../filing-form/practice/practice-band';
import { shownStatusOf } from '../filing-form/shown-status-of';
import { useValue } from '../filing-form/store/value';
import { useOutbox } from '../filing-form/use-outbox';
import { useLanguage } from '../messages/messages-provider';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { answerOf } from '../shell/answer';
import { useAct } from '../shell/use-act';
import { useDownload } from '../shell/use-download';
import { refusalOf, useTRPCClient } from '../trpc-client';
import { Breadcrumb } from '../ui/breadcrumb';
import { Button, buttonClass } from '../ui/button';
import { Link } from '../ui/link';
import { newId } from '../ui/new-id';
import { Notice } from '../ui/notice';
import { PageHead, Sheet } from '../ui/page';
import { StatusBadge } from '../ui/status-badge';
import { askPreview } from './ask-preview';
import { chosenFile } from './chosen-file';
import { type Look, type Looked, looking } from './looking';
import { PlanView } from './plan-view';

const nothingChosen: WorkbookChoice = { clears: false, takes: [] };

/** A quarter as a workbook: out, and in again after a look at what that would change. */
export function WorkbookPage({ form, me }: { form: FilingForm; me: { userId: string } }) {
  const { clerk, workbook, common } = useWritingMessages();
  const { working, answer, onClick } = useDownload();
  return (
    <div className="mx-auto max-w-form">
      <PracticeBand form={form} />
      <Breadcrumb
        places={[{ words: clerk.form.title(form.unitName, common.period(form.year, form.quarter)), href: `/filings/${form.filingId}` }]}
      />
      <PageHead
        title={workbook.title(common.period(form.year, form.quarter))}
        context={
          <span className="inline-flex flex-wrap items-center gap-2">
            {form.unitName} <StatusBadge status={shownStatusOf(form, 0)} />
          </span>
        }
      />
      <div className="flex flex-col gap-4">
        <Sheet title={workbook.out}>
          <p className="pb-3 text-body leading-6">{workbook.outHint}</p>
          <a
            download
            href={`/files/workbooks/filing/${form.filingId}.xlsx`}
            aria-disabled={working !== null}
            onClick={(event) => onClick(event, workbook.outAct)}
            className={buttonClass('plain')}
          >
            ↓ {workbook.outAct}
          </a>
          <ActAnswer answer={answer} working={working} className="mt-3" />
        </Sheet>
        <Sheet title={workbook.in}>
          {form.verdicts['filing.take_in'] === 'allowed' ? (
            <BringIn form={form} me={me} />
          ) : (
            <p className="text-body leading-6 text-muted">
              {form.verdicts['filing.take_in'] === 'wrong_status' ? workbook.notNow : workbook.notYours}
            </p>
          )}
        </Sheet>
      </div>
    </div>
  );
}

function BringIn({ form, me }: { form: FilingForm; me: { userId: string } }) {
  const { workbook } = useWritingMessages();
  const client = useTRPCClient();
  const { status } = useOutbox(me.userId);
  const unsent = useValue(status).entries.filter((entry) => entry.filingId === form.filingId).length;
  const language = useLanguage();
  const [look, setLook] = useState<Look>({ state: 'nothing' });
  const [choice, setChoice] = useState(nothingChosen);
  const act = useAct();
  const [at] = useState(() =>
    looking<File>({
      read: chosenFile,
      ask: (file) => askPreview({ filingId: form.filingId, file }),
      show(now) {
        setLook(now);
        setChoice(nothingChosen);
      },
    }),
  );

  async function bringIn(seen: Looked & { name: string }): Promise<void> {
    const { filingId, plan } = seen.preview;
    const asked = { filingId, changeId: newId(), file: seen.file, seen: plan.hash, clears: choice.clears, takes: [...choice.takes] };
    const isStill = at.stay();
    let isOutdated = false;
    const done = await act.run(
      () =>
        client.workbook.takeIn.mutate(asked).catch((error: unknown) => {
          isOutdated = refusalOf(error)?.code === 'conflict';
          throw error;
        }),
      ({ written, kept, blanks }) => workbook.done(written) + workbook.left(kept, blanks),
    );
    if (!isStill()) return;
    if (done) at.forget();
    else if (isOutdated) await at.again(seen);
  }

  const name = look.state === 'nothing' ? null : look.name;
  const looked = look.state === 'looked' ? look : null;
  const plan = looked?.preview.plan;
  const writes = plan ? writesOf(plan, choice).length : 0;
  const isEmpty = plan && plan.changes.length + plan.conflicts.length + plan.problems.length === 0;
  return (
    <div className="flex flex-col gap-4">
      {unsent > 0 && <Notice tone="confirm">{workbook.unsent(unsent)}</Notice>}
      <FileDrop
        label={workbook.file}
        isMain
        kind={{ accept: '.xlsx', words: workbook.kind }}
        fileName={name}
        onFile={(file) => void at.choose(file)}
        onRemove={at.forget}
      />
      {name === null && <p className="text-body text-muted">{workbook.empty}</p>}
      <ActAnswer
        answer={look.state === 'failed' ? answerOf(look.error, language) : null}
        working={look.state === 'reading' ? workbook.reading : null}
        className="empty:-mt-4"
      />
      {(look.state === 'too_large' || look.state === 'unreadable') && (
        <Notice tone="wrong" isAlert>
          {workbook.notRead[look.state](look.name)}
        </Notice>
      )}
      {plan && (
        <>
          {plan.problems.length === 0 && (
            <p className="text-body leading-6">{isEmpty ? workbook.nothing : workbook.summary(writes, plan.unchanged)}</p>
          )}
          {looked && plan.problems.length === 0 && !isEmpty && (
            <div>
              <Button look="primary" disabled={act.isBusy || unsent > 0 || writes === 0} onClick={() => void bringIn(looked)}>
                {workbook.act(writes)}
              </Button>
            </div>
          )}
          <PlanView plan={plan} choice={choice} onChoice={setChoice} />
        </>
      )}
      <ActAnswer answer={act.answer} working={act.isBusy ? workbook.writing : null} className="empty:-mt-4" />
      {act.answer?.tone === 'done' && (
        <Link href={`/filings/${form.filingId}`} className="text-body text-act underline">
          {workbook.formLink}
        </Link>
      )}
    </div>
  );
}
