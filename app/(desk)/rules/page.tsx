import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { load } from '@/app/caller';
import { RulesView } from '@/components/checks/rules-view';
import { chosenMessages } from '@/components/messages/chosen-language';
import { packVersion } from '@/server/domain/checks';
import { listRules } from '@/server/domain/checks/rule-list';

export async function generateMetadata(): Promise<Metadata> {
  const { checks, common } = await chosenMessages();
  return { title: `${checks.rulesTitle} · ${common.appName}` };
}

/** Every rule of the pack, for everyone who is signed in. */
export default async function RulesPage() {
  if (!(await load((api) => api.person.me()))) redirect('/sign-in');
  return <RulesView rules={listRules()} packVersion={packVersion} />;
}
