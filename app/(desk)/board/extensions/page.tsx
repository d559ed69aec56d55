import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { ExtensionsView } from '@/components/admin/extensions/extensions-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedYear } from '@/components/shell/asked-year';
import { askedPage } from '@/components/shell/list-address';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.extensions.title} · ${common.appName}` };
}

/** Who has more time with a quarter, and who asks for it. */
export default async function ExtensionsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const asked = await searchParams;
  const page = askedPage(asked.page);
  const extensions = await load((api) => api.deadline.extensions({ year: askedYear(asked.year), page }));
  return (
    <WritingWords>
      <ExtensionsView extensions={extensions} />
    </WritingWords>
  );
}
