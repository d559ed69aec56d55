import type { ReactNode } from 'react';
import { load } from '@/app/caller';
import { officePlaces } from '@/components/admin/office-places';
import { OfficeTabs } from '@/components/admin/office-tabs';

/** Administrators have all of the office, each of 三员 their part; whoever else comes here keeps the phrase list only. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const me = await load((api) => api.person.me());
  return (
    <>
      <OfficeTabs tabs={officePlaces(me?.posts ?? [])} />
      {children}
    </>
  );
}
