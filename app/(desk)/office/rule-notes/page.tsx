import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { RuleNotesView } from '@/components/admin/rules/rule-notes-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { askedPage, askedSearch } from '@/components/shell/list-address';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.ruleNotes.title} · ${common.appName}` };
}

type Asked = Partial<Record<'search' | 'page', string | string[]>>;

export default async function RuleNotesPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const list = await load((api) => api.rules.notes({ search: askedSearch(asked.search), page: askedPage(asked.page) }));
  return (
    <WritingWords>
      <RuleNotesView {...list} />
    </WritingWords>
  );
}
