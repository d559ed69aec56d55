import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { BackupsView } from '@/components/admin/backups/backups-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.backups.title} · ${common.appName}` };
}

/** How the office stands with its backups and drills. */
export default async function BackupsAddress() {
  const standing = await load((api) => api.office.backups());
  return (
    <WritingWords>
      <BackupsView standing={standing} />
    </WritingWords>
  );
}
