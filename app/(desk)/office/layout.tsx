import type { ReactNode } from 'react';
import { Announcements } from '@/app/announcements';
import { load } from '@/app/caller';
import { homeOf } from '@/app/home-of';
import { officePlaces } from '@/components/admin/office-places';
import { OfficeTabs } from '@/components/admin/office-tabs';

/** Administrators have all of the office, each of 三员 their part; whoever else comes here keeps the phrase list only. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const me = await load((api) => api.person.me());
  // Who starts here is led on to the first of these pages, and has no other home for what is announced.
  const isHome = me !== null && homeOf(me.posts.map((post) => post.role)) === '/office';
  return (
    <>
      <OfficeTabs tabs={officePlaces(me?.posts ?? [])} />
      {isHome && <Announcements />}
      {children}
    </>
  );
}
