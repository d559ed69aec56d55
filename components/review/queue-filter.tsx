'use client';

import type { UnitKind } from '@/server/domain/units';
import { type QueueOnly, queueOnly } from '@/server/domain/workflow/queue-only';
import { useWritingMessages } from '../messages/writing-words';
import { FilterForm } from '../shell/filter-form';
import { Button, buttonClass } from '../ui/button';
import { Link } from '../ui/link';
import type { QueueAsked } from './queue-address';

const kinds: readonly UnitKind[] = ['office', 'department', 'street'];
const control = 'h-control rounded border border-edge bg-paper px-2 text-body hover:border-act';

/** Which of what waits is shown. What is chosen is asked for at once and is an address; words are, with Enter or the button. */
export function QueueFilter({ asked, found }: { asked: QueueAsked; found: number }) {
  const { review, lists, common, office } = useWritingMessages();
  const { filter } = review;
  const { search, kind, quarter, only } = asked;
  const isFiltered = search !== '' || kind !== undefined || quarter !== undefined || (only ?? 'all') !== 'all';
  const ask = (event: { currentTarget: { form: HTMLFormElement | null } }) => event.currentTarget.form?.requestSubmit();
  return (
    <FilterForm
      asked={{ search, only: only ?? 'all', kind: kind ?? '', quarter: quarter ?? '' }}
      action="/review"
      role="search"
      className="flex flex-wrap items-center gap-2 print:hidden"
    >
      <input
        type="search"
        name="search"
        defaultValue={search}
        maxLength={100}
        placeholder={review.queueSearch}
        aria-label={review.queueSearch}
        className={`${control} w-56 max-w-full max-sm:w-full`}
      />
      <select name="only" aria-label={filter.only} defaultValue={only ?? 'all'} onChange={ask} className={control}>
        {queueOnly.map((one: QueueOnly) => (
          <option key={one} value={one}>
            {filter.onlyOf[one]}
          </option>
        ))}
      </select>
      <select name="kind" aria-label={filter.kind} defaultValue={kind ?? ''} onChange={ask} className={control}>
        <option value="">{filter.allKinds}</option>
        {kinds.map((one) => (
          <option key={one} value={one}>
            {office.board.kinds[one]}
          </option>
        ))}
      </select>
      <select name="quarter" aria-label={filter.quarter} defaultValue={quarter ?? ''} onChange={ask} className={control}>
        <option value="">{filter.allQuarters}</option>
        {[1, 2, 3, 4].map((one) => (
          <option key={one} value={one}>
            {common.quarter(one)}
          </option>
        ))}
      </select>
      <Button type="submit">{lists.find}</Button>
      {isFiltered && (
        <>
          <Link href="/review" className={buttonClass('quiet')}>
            {lists.clear}
          </Link>
          <span role="status" className="text-note text-muted">
            {lists.found(found)}
          </span>
        </>
      )}
    </FilterForm>
  );
}
