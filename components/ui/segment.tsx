'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Link } from './link';
import { OnTheWay } from './on-the-way';

export interface Choice<Key extends string | number> {
  key: Key;
  words: ReactNode;
}

interface SegmentProps<Key extends string | number, One extends Choice<Key>> {
  /** What is chosen here, for a screen reader; before the choices too where `isLabelSeen`. */
  label: string;
  choices: readonly One[];
  chosen: Key | null;
  isLabelSeen?: boolean;
  /** In dense work. */
  isSmall?: boolean;
  className?: string;
}

/** One of a few addresses, side by side: years, faces of a page, filters. What is chosen stays after a reload and goes back. */
export function SegmentLinks<Key extends string | number>({
  current = 'page',
  ...props
}: SegmentProps<Key, Choice<Key> & { href: string }> & {
  /** `page`: each is a page of its own. `true`: the same page, shown otherwise. */
  current?: 'page' | 'true';
}) {
  const { label, choices, chosen, isLabelSeen = false, isSmall = false, className } = props;
  return (
    <nav aria-label={label} className={clsx('segment-row', className)}>
      {isLabelSeen && <span aria-hidden="true">{label}</span>}
      <ul className="segment">
        {choices.map(({ key, words, href }) => (
          <li key={key}>
            <Link href={href} aria-current={key === chosen ? current : undefined} className={choiceClass(isSmall)}>
              {words}
              <OnTheWay className="absolute right-0" />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** One of a few, side by side, within the page. */
export function Segment<Key extends string | number>({
  onChoose,
  ...props
}: SegmentProps<Key, Choice<Key> & { isDisabled?: boolean }> & { onChoose: (key: Key) => void }) {
  const { label, choices, chosen, isLabelSeen = false, isSmall = false, className } = props;
  return (
    <fieldset className={clsx('segment-row', className)}>
      <legend className="sr-only">{label}</legend>
      {isLabelSeen && <span aria-hidden="true">{label}</span>}
      <span className="segment">
        {choices.map(({ key, words, isDisabled }) => (
          <button
            key={key}
            type="button"
            aria-pressed={key === chosen}
            disabled={isDisabled}
            onClick={() => onChoose(key)}
            className={choiceClass(isSmall)}
          >
            {words}
          </button>
        ))}
      </span>
    </fieldset>
  );
}

function choiceClass(isSmall: boolean): string {
  return isSmall ? 'segment-choice min-h-control-small px-2 text-note' : 'segment-choice min-h-control px-3 text-body';
}
