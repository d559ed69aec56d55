'use client';

import { useMessages } from '../../messages/messages-provider';
import { useWayTo } from '../../shell/way-out';
import { buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { useShortcut } from '../../ui/use-shortcut';
import { useFiling } from '../filing-context';
import { sectionKeys } from '../store/filing-state';
import { useLateValue } from '../store/use-late-value';

/** The way to the official act, with what still stands before it: in sight wherever one is in the form. */
export function WayToCheck() {
  const { store } = useFiling();
  const { form: words } = useMessages().clerk;
  const { filingId, status } = useLateValue(store.form);
  const { obstacles } = useLateValue(store.checked);
  const { missing } = useFilled();
  const href = `/filings/${filingId}/check`;
  const toCheck = useWayTo(href);
  useShortcut('KeyB', toCheck);
  const isOpen = status === 'open' || status === 'returned';
  const open =
    obstacles.filter((one) => one.kind !== 'not_filled' && one.kind !== 'unreadable' && one.kind !== 'unknown_openings').length + missing;
  return (
    <Link
      href={href}
      onFollow={toCheck}
      title="Alt+B"
      aria-keyshortcuts="Alt+B"
      className={`${buttonClass(store.canEdit ? 'primary' : 'plain', true)} shrink-0`}
    >
      {!isOpen ? words.toSubmission : open > 0 ? words.toCheckOpen(open) : words.toCheck}
    </Link>
  );
}

/** How much of the form is filled in, where the bar has room for it; the way to the act says what is left in any case. */
export function FilledSoFar() {
  const { tasks } = useMessages().clerk;
  const { needed, missing } = useFilled();
  const filled = needed - missing;
  return (
    <p className="flex h-6 min-w-0 flex-1 basis-0 flex-wrap overflow-hidden text-note leading-6 whitespace-nowrap text-muted max-lg:basis-auto">
      {/* Wraps to a line that is not seen, as a whole, when it does not fit. */}
      <span className="h-6" />
      <span className="inline-flex items-center gap-2">
        <progress
          value={filled}
          max={needed}
          aria-hidden="true"
          className="h-1.5 w-16 appearance-none overflow-hidden rounded-full bg-hairline [&::-moz-progress-bar]:bg-act [&::-webkit-progress-bar]:bg-hairline [&::-webkit-progress-value]:bg-act"
        />
        {tasks.filled(filled, needed)}
      </span>
    </p>
  );
}

/** Cells that are the clerk's to fill in, and how many of them are not yet, or cannot be read. */
export function useFilled(): { needed: number; missing: number } {
  const { store } = useFiling();
  const progress = useLateValue(store.progress);
  return sectionKeys.reduce(
    (sum, section) => {
      const { needed, missing, unreadable } = progress[section];
      return { needed: sum.needed + needed, missing: sum.missing + missing.length + unreadable.length };
    },
    { needed: 0, missing: 0 },
  );
}
