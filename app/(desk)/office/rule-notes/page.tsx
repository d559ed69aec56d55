import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { RuleNotesView } from '@/components/admin/rules/rule-notes-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.ruleNotes.title} · ${common.appName}` };
}

export default async function RuleNotesPage() {
  const notes = await load((api) => api.rules.notes());
  return (
    <WritingWords>
      <RuleNotesView notes={notes} />
    </WritingWords>
  );
}
