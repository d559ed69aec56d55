'use client';

import { useEffect } from 'react';
import { cellName } from '@/server/domain/formats';
import { useLanguage, useMessages } from '../../messages/messages-provider';
import { Button } from '../../ui/button';
import { useFiling } from '../filing-context';
import { type OutboxEntry, textPlace } from '../outbox/entry';
import type { OutboxStatus } from '../outbox/outbox';
import { useValue, type Value } from '../store/value';
import { clockText } from '../times';

/** Changes that could not be saved, each with its way out. A conflict shows both values, both people and both times. */
export function ProblemList({ status }: { status: Value<OutboxStatus> }) {
  const { store, refresh } = useFiling();
  const { entries } = useValue(status);
  const mine = entries.filter((entry) => entry.filingId === store.form.get().filingId && entry.problem);
  const conflicts = mine.filter((entry) => entry.problem?.kind === 'conflict').map((entry) => entry.changeId);
  const known = conflicts.join(' ');
  // The answer to a conflict has the text and names nobody; the form, loaded anew, does. Without it the card says 他人.
  useEffect(() => {
    if (known) refresh().catch(() => {});
  }, [known, refresh]);
  if (mine.length === 0) return null;
  return (
    <div role="alert" id="problems" tabIndex={-1} className="flex flex-col gap-2 outline-none">
      {mine.map((entry) => (
        <ProblemCard key={entry.changeId} entry={entry} />
      ))}
    </div>
  );
}

function ProblemCard({ entry }: { entry: OutboxEntry }) {
  const { store, outbox, goTo } = useFiling();
  const { clerk } = useMessages();
  const language = useLanguage();
  const form = useValue(store.form);
  const { problem } = entry;
  if (!problem) return null;
  const cell = store.format.cells.get(entry.place);
  const place = cell ? cellName(cell) : clerk.remarks.text;
  const words = clerk.problem;
  const now = new Date();
  const isPastDue = problem.kind === 'refused' && problem.code === 'past_due';
  const title = isPastDue
    ? clerk.deadline.refusedTitle
    : problem.kind === 'refused'
      ? words.refusedTitle
      : entry.place === textPlace
        ? words.conflictText
        : words.conflictTitle;
  const otherName = (entry.place === textPlace ? form.contribution.savedBy : form.stored[entry.place]?.savedBy) || words.someone;
  return (
    <section
      aria-label={`${title}：${place}`}
      data-place={entry.place}
      className="rounded border border-wrong/40 bg-wrong-soft px-3 py-2 text-body leading-6"
    >
      <p className="font-semibold text-wrong">
        ✕ {title}
        {clerk.remarks.colon}
        <button type="button" onClick={() => goTo(entry.place)} className="underline underline-offset-2">
          {place}
        </button>
      </p>
      {problem.kind === 'refused' ? (
        <p>{problem.sentence[language]}</p>
      ) : (
        <dl className="my-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-body">
          <dt>{words.mine(clockText(new Date(entry.typedAt).toISOString(), now))}</dt>
          <dd className="font-semibold break-all whitespace-pre-wrap">{entry.raw || words.empty}</dd>
          <dt>{words.theirs(otherName, problem.savedAt ? clockText(problem.savedAt, now) : '')}</dt>
          <dd className="font-semibold break-all whitespace-pre-wrap">{problem.raw || words.empty}</dd>
        </dl>
      )}
      <div className="mt-1 flex flex-wrap gap-2">
        <Button isSmall onClick={() => outbox()?.sendAgain(entry.changeId)}>
          {problem.kind === 'refused' ? words.again : words.useMine}
        </Button>
        <Button isSmall onClick={() => outbox()?.discard(entry.changeId)}>
          {problem.kind === 'refused' ? words.giveUp : words.useTheirs}
        </Button>
      </div>
    </section>
  );
}
