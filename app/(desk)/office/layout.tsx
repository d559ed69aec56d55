import type { ReactNode } from 'react';
import { OfficeTabs } from '@/components/admin/office-tabs';

export default function OfficeLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <OfficeTabs />
      {children}
    </>
  );
}
