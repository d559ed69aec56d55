'use client';

import clsx from 'clsx';
import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type Packed, unpack } from '@/server/domain/wire';
import type { RollOverPage } from '@/server/queries/roll-over-page';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { QueriesProvider } from '../../trpc-queries';
import { Breadcrumb } from '../../ui/breadcrumb';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { newId } from '../../ui/new-id';
import { PageHead } from '../../ui/page';
import { needsMeaning, rollOverOf, usualDraft } from './roll-over-draft';
import { StepBefore } from './step-before';
import { StepConfirm } from './step-confirm';
import { StepIndicators } from './step-indicators';
import { StepTexts } from './step-texts';
import { StepUnits } from './step-units';
import { StepYear } from './step-year';

const steps = ['before', 'year', 'units', 'indicators', 'texts', 'confirm'] as const;

/** A year rolled over step by step: everything is listed with its numbers, and done in the last step by one act. Packed: it names a paragraph of every unit. */
export function RollOverWizard({ packed }: { packed: Packed }) {
  const plan = useMemo(() => unpack(packed) as RollOverPage, [packed]);
  return (
    <QueriesProvider>
      <Wizard plan={plan} />
    </QueriesProvider>
  );
}

function Wizard({ plan }: { plan: RollOverPage }) {
  const { office, rollOver } = useWritingMessages();
  const trpc = useTRPCClient();
  const router = useRouter();
  const act = useAct();
  const [at, setAt] = useState(0);
  const [draft, setDraft] = useState(() => usualDraft(plan));
  const [changeId] = useState(newId);
  const head = useRef<HTMLHeadingElement>(null);
  const hasMoved = useRef(false);
  const step = steps[at] ?? 'before';
  const isLast = at === steps.length - 1;
  // A reader of the screen and the keyboard go on where the new step begins.
  useEffect(() => {
    if (hasMoved.current && at >= 0) head.current?.focus();
  }, [at]);
  const go = (to: number) => {
    hasMoved.current = true;
    setAt(to);
  };
  const onChange = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isLast) return go(at + 1);
    const asked = { ...rollOverOf(plan, draft), changeId };
    if (await act.run(() => trpc.office.rollOverYear.mutate(asked), rollOver.confirm.done(plan.year)))
      router.push(`/office/years/rolled-over?year=${plan.year}`);
  };
  const own = { plan, draft, onChange };
  return (
    <>
      <Breadcrumb places={[{ words: office.years.title, href: plan.hasYearsPage ? `/office/years?year=${plan.from.year}` : '/office' }]} />
      <PageHead title={office.yearEnd.title} context={rollOver.context(plan.from.year, plan.year)} />
      <form method="post" onSubmit={submit} className="grid items-start gap-4 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <StepList at={at} onGo={go} />
        <section aria-labelledby="step" className="rounded border border-hairline bg-paper p-4 text-body leading-7">
          <h2 id="step" ref={head} tabIndex={-1} className="pb-3 text-head font-semibold outline-none">
            {rollOver.stepOf(at + 1, steps.length, rollOver.steps[step])}
          </h2>
          {step === 'before' && <StepBefore plan={plan} />}
          {step === 'year' && <StepYear {...own} />}
          {step === 'units' && <StepUnits {...own} />}
          {step === 'indicators' && <StepIndicators {...own} />}
          {step === 'texts' && <StepTexts {...own} />}
          {step === 'confirm' && <StepConfirm {...own} />}
          <ActAnswer answer={act.answer} className="mt-4 empty:mt-0" />
          <div className="mt-4 flex justify-between gap-3 border-t border-hairline pt-4">
            <Button disabled={at === 0 || act.isBusy} onClick={() => go(at - 1)}>
              {rollOver.previous}
            </Button>
            <Button type="submit" look="primary" disabled={act.isBusy || (isLast && needsMeaning(plan, draft))}>
              {isLast ? rollOver.confirm.act(plan.year) : rollOver.next}
            </Button>
          </div>
        </section>
      </form>
    </>
  );
}

function StepList({ at, onGo }: { at: number; onGo: (to: number) => void }) {
  const { rollOver } = useWritingMessages();
  return (
    <nav aria-label={rollOver.stepOf(at + 1, steps.length, '')}>
      <ol className="flex flex-wrap gap-1 lg:flex-col">
        {steps.map((name, index) => (
          <li key={name}>
            <button
              type="button"
              aria-current={index === at ? 'step' : undefined}
              onClick={() => onGo(index)}
              className={clsx(
                'flex min-h-9 w-full items-center gap-2 rounded px-3 text-left text-body hover:bg-act-soft',
                index === at ? 'bg-act-soft font-semibold text-act' : 'text-muted',
              )}
            >
              <span aria-hidden="true" className="w-5 text-center">
                {index < at ? <Icon name="done" /> : index + 1}
              </span>
              {rollOver.steps[name]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
