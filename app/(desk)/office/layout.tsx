import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Announcements } from '@/app/announcements';
import { load } from '@/app/caller';
import { homeOf } from '@/app/home-of';
import { OfficeList } from '@/components/admin/office-list';
import { officePlaces } from '@/components/admin/office-places';

/** Administrators have all of the office, each of 三员 their part; whoever else comes here keeps the phrase list only. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const me = await load((api) => api.person.me());
  // Who starts here is led on to the first of these pages, and has no other home for what is announced.
  const isHome = me !== null && homeOf(me.posts.map((post) => post.role)) === '/office';
  const places = officePlaces(me?.posts ?? []);
  return (
    <div className={clsx('print:block', places.length > 0 && 'flex flex-col gap-x-6 gap-y-4 lg:flex-row lg:items-start')}>
      <OfficeList places={places} />
      <div className="min-w-0 flex-1">
        {isHome && <Announcements />}
        {children}
      </div>
    </div>
  );
}
