import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { toldOutcome } from '@/app/told-outcome';
import { AccountView } from '@/components/account/account-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';

export async function generateMetadata(): Promise<Metadata> {
  const { account, common } = await chosenMessages();
  return { title: `${account.title} · ${common.appName}` };
}

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ identity?: unknown }> }) {
  const page = await load((api) => api.account.page());
  return (
    <WritingWords>
      <AccountView page={page} told={await toldOutcome(searchParams)} />
    </WritingWords>
  );
}
