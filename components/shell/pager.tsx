'use client';

import type { Page } from '@/server/domain/paging';
import { useWritingMessages } from '../messages/writing-words';
import { Link } from '../ui/link';
import { type AddressWords, listAddress } from './list-address';
import { OnTheWay } from './on-the-way';

/**
 * The other pages of a long list; nothing where there is only one. Each is an address, so it stays after a reload and goes back.
 *
 * @param kept what else of the address stays
 * @param name what the address calls the page, and `of` whose it is, where there are several lists on the screen
 */
export function Pager({
  at: { page, pages, of: count },
  path,
  kept = {},
  name = 'page',
  of,
}: {
  at: Page;
  path: string;
  kept?: AddressWords;
  name?: string;
  of?: string;
}) {
  const words = useWritingMessages().lists;
  if (pages < 2) return null;
  const link = (to: number, text: string) =>
    to < 1 || to > pages ? (
      <span className="text-muted">{text}</span>
    ) : (
      <Link href={listAddress(path, { ...kept, [name]: to })} className="inline-flex min-h-7 items-center text-act underline">
        {text}
        <OnTheWay className="pl-1" />
      </Link>
    );
  return (
    <nav
      aria-label={of ? `${words.pager} · ${of}` : words.pager}
      className="flex items-center justify-center gap-4 pt-3 text-[15px] print:hidden"
    >
      {link(page - 1, words.previous)}
      <span aria-current="page">{words.page(page, pages)}</span>
      {link(page + 1, words.next)}
      <span className="text-muted">{words.all(count)}</span>
    </nav>
  );
}
