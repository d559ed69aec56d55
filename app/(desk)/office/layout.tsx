import type { ReactNode } from 'react';
import { load } from '@/app/caller';
import { OfficeTabs } from '@/components/admin/office-tabs';

/** Administrators have all of the office; whoever else comes here keeps the phrase list only. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const me = await load((api) => api.person.me());
  return (
    <>
      <OfficeTabs isAdmin={me?.posts.some((post) => post.role === 'admin') ?? false} />
      {children}
    </>
  );
}
