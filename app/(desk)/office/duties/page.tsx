import type { Metadata } from 'next';
import { load, refusePage } from '@/app/caller';
import { DutiesView } from '@/components/admin/duties/duties-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.duties.title} · ${common.appName}` };
}

export default async function DutiesPage() {
  const page = await load((api) => api.duty.page());
  if (!page) return refusePage();
  return (
    <WritingWords>
      <DutiesView page={page} />
    </WritingWords>
  );
}
