'use client';

import type { ClosingPreview } from '@/server/queries/closing';
import { useWritingMessages } from '../../messages/writing-words';
import type { useAct } from '../../shell/use-act';
import { DialogForm } from '../dialog-form';

/** Asks before units close: what goes over to whom, in numbers and names. */
export function ConfirmClosing({
  preview,
  heir,
  title,
  act,
  of: { isBusy, answer },
  onClosing,
  onClose,
}: {
  preview: ClosingPreview;
  heir: string | null;
  title: string;
  /** What it does, as on the button that led here. */
  act: string;
  of: Pick<ReturnType<typeof useAct>, 'isBusy' | 'answer'>;
  onClosing: () => void;
  onClose: () => void;
}) {
  const { common, closing } = useWritingMessages();
  const words = closing.ask;
  const period = ({ year, quarter }: { year: number; quarter: 1 | 2 | 3 | 4 }) => common.period(year, quarter);
  const count = (of: 'unfinished' | 'vanishing') => preview.units.reduce((sum, unit) => sum + unit[of].length, 0);
  const moved = preview.balances.map(({ cell, name, parts }) => ({
    cell,
    name,
    sum: parts.reduce<number>((sum, part) => sum + (part ?? 0), 0),
  }));
  const unfinished = count('unfinished');
  const vanishing = count('vanishing');
  const items: [string, string[]][] = [
    [
      words.quarters,
      [
        words.last(period(preview.last)),
        ...(heir === null ? [] : [words.from(heir, period(preview.first))]),
        ...(unfinished > 0 ? [words.unfinished(unfinished)] : []),
        ...(vanishing > 0 ? [words.vanishing(vanishing)] : []),
      ],
    ],
    [words.people, [heir === null ? words.peopleStay(preview.people.length) : words.peopleMove(preview.people.length)]],
  ];
  if (heir !== null) items.push([words.openings, [words.openingsOf(heir, period(preview.first))]]);
  if (heir !== null)
    items.push([
      words.balances,
      preview.hidesFigures
        ? [closing.figuresHidden]
        : moved.length === 0
          ? [closing.noBalances]
          : moved.map(({ name, sum }) => words.balance(name, sum)),
    ]);
  return (
    <DialogForm
      title={title}
      act={act}
      isBusy={isBusy}
      answer={answer?.tone === 'wrong' ? answer : null}
      onSubmit={onClosing}
      onClose={onClose}
    >
      <dl className="grid grid-cols-[5rem_1fr] gap-x-3 gap-y-2 text-body leading-6 max-sm:grid-cols-1">
        {items.map(([name, sentences]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd>
              {sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-body text-muted">{closing.undo}</p>
    </DialogForm>
  );
}
