'use client';

import { useWritingMessages } from '../messages/writing-words';
import { Button, buttonClass } from '../ui/button';
import { Link } from '../ui/link';
import { FilterForm } from './filter-form';
import { type AddressWords, listAddress } from './list-address';

/** As many characters as a search may have. */
const maxSearch = 100;

/**
 * Looks for words in a list that is longer than a page. It asks the server, and what is found has an address of its own.
 *
 * @param label what is looked in
 * @param kept what else of the address stays
 */
export function ListSearch({
  path,
  search,
  label,
  found,
  kept = {},
}: {
  path: string;
  search: string;
  label: string;
  found: number;
  kept?: AddressWords;
}) {
  const words = useWritingMessages().lists;
  return (
    <FilterForm asked={{ search }} action={path} role="search" className="mb-3 flex flex-wrap items-center gap-2 print:hidden">
      {Object.entries(kept).map(([name, value]) => value != null && <input key={name} type="hidden" name={name} value={value} />)}
      <input
        type="search"
        name="search"
        defaultValue={search}
        maxLength={maxSearch}
        placeholder={label}
        aria-label={label}
        className="h-control w-72 max-w-full rounded border border-edge bg-paper px-2.5 text-body hover:border-act"
      />
      <Button type="submit">{words.find}</Button>
      {search !== '' && (
        <>
          <Link href={listAddress(path, kept)} className={buttonClass('quiet')}>
            {words.clear}
          </Link>
          <span role="status" className="text-note text-muted">
            {words.found(found)}
          </span>
        </>
      )}
    </FilterForm>
  );
}
