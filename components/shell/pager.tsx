'use client';

import type { Page } from '@/server/domain/paging';
import { useWritingMessages } from '../messages/writing-words';
import { Link } from '../ui/link';
import { type AddressWords, listAddress } from './list-address';
import { OnTheWay } from './on-the-way';

/**
 * The other pages of a long list; nothing where there is only one. Each is an address, so it stays after a reload and goes back; a list
 * inside something that is being filled in asks for its pages instead (`onGo`).
 *
 * @param kept what else of the address stays
 * @param name what the address calls the page, and `of` whose it is, where there are several lists on the screen
 */
export function Pager({
  at: { page, pages, of: count },
  of,
  ...way
}: {
  at: Pick<Page, 'page' | 'pages'> & { of?: number };
  of?: string;
} & ({ path: string; kept?: AddressWords; name?: string } | { onGo: (page: number) => void })) {
  const words = useWritingMessages().lists;
  if (pages < 2) return null;
  const link = (to: number, text: string) =>
    to < 1 || to > pages ? (
      <span className="text-muted">{text}</span>
    ) : 'onGo' in way ? (
      <button type="button" onClick={() => way.onGo(to)} className="inline-flex min-h-7 items-center text-act underline">
        {text}
      </button>
    ) : (
      <Link
        href={listAddress(way.path, { ...way.kept, [way.name ?? 'page']: to })}
        className="inline-flex min-h-7 items-center text-act underline"
      >
        {text}
        <OnTheWay className="pl-1" />
      </Link>
    );
  return (
    <nav
      aria-label={of ? `${words.pager} · ${of}` : words.pager}
      className="flex items-center justify-center gap-4 pt-3 text-body print:hidden"
    >
      {link(page - 1, words.previous)}
      <span aria-current="page">{words.page(page, pages)}</span>
      {link(page + 1, words.next)}
      {count !== undefined && <span className="text-muted">{words.all(count)}</span>}
    </nav>
  );
}
