'use client';

import { useState } from 'react';
import { maxSteps, type SigningStep, usualSteps } from '@/server/domain/signing';
import type { SigningStepsPage } from '@/server/queries/signing-steps';
import { useWritingMessages } from '../messages/writing-words';
import { ActAnswer } from '../shell/act-answer';
import { useAct } from '../shell/use-act';
import { useTRPCClient } from '../trpc-client';
import { Button } from '../ui/button';
import { newId } from '../ui/new-id';
import { EmptyState, PageHead } from '../ui/page';
import { StepFields } from './step-fields';

type Steps = readonly SigningStep[];

/**
 * Who signs a report before it is finalised, in order. Saved against the list that was on the screen when the change began: what
 * somebody else sets meanwhile is merged by the server, and neither the page that comes to the front nor a refusal takes the draft away.
 */
export function StepsView({ page }: { page: SigningStepsPage }) {
  const { signing, office } = useWritingMessages();
  const words = signing.settings;
  const client = useTRPCClient();
  const { run, isBusy, answer } = useAct();
  /** `savedOver`: it was saved over what the page said then; it is shown until the page says what that has become. */
  const [draft, setDraft] = useState<{ steps: Steps; seen: Steps; savedOver?: Steps } | null>(null);
  const shown = draft?.savedOver === undefined || draft.savedOver === page.steps ? draft : null;
  const { steps, seen } = shown ?? { steps: page.steps, seen: page.steps };
  const set = (next: Steps) => setDraft({ steps: next, seen });
  const isChanged = shown?.savedOver === undefined && JSON.stringify(steps) !== JSON.stringify(seen);
  const newStep = (): SigningStep => ({
    key: `step-${newId().slice(0, 8)}`,
    name: '',
    role: 'reviewer',
    answersFor: ['tables', 'texts', 'reasons'],
    isPerEdition: false,
  });
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        const saved = await run(() => client.office.setSigningSteps.mutate({ steps: sent(steps), seen: sent(seen) }), words.saved);
        // What was changed meanwhile was changed over what was sent.
        if (saved)
          setDraft((now) => (now && now.steps !== steps ? { steps: now.steps, seen: steps } : { steps, seen, savedOver: page.steps }));
      }}
    >
      <PageHead title={office.signing.title} context={words.context}>
        {steps.length === 0 && <Button onClick={() => set(usualSteps)}>{words.useUsual}</Button>}
        <Button disabled={steps.length >= maxSteps} onClick={() => set([...steps, newStep()])}>
          {words.add}
        </Button>
        <Button type="submit" look="primary" disabled={isBusy || !isChanged}>
          {words.save}
        </Button>
      </PageHead>
      <ActAnswer answer={answer} className="pb-3 empty:pb-0" />
      {isChanged && (
        <p className="pb-2 text-body text-confirm">
          {'！ '}
          {words.changed}
        </p>
      )}
      {steps.length === 0 && <EmptyState title={words.none} />}
      <ol className="flex flex-col gap-3">
        {steps.map((step, index) => (
          <StepFields
            key={step.key}
            step={step}
            place={index}
            of={steps.length}
            holders={page.holders[step.role]}
            onChange={(next) => set(steps.with(index, next))}
            onMove={(to) => set(steps.toSpliced(index, 1).toSpliced(to, 0, step))}
            onRemove={() => set(steps.toSpliced(index, 1))}
          />
        ))}
      </ol>
    </form>
  );
}

function sent(steps: Steps) {
  return steps.map((step) => ({ ...step, answersFor: [...step.answersFor] }));
}
