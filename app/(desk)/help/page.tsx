import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { load } from '@/app/caller';
import { toSignIn } from '@/app/to-sign-in';
import { GuideList } from '@/components/help/guide-list';
import { helpAddress } from '@/components/help/help-places';
import { chosenLanguage, chosenMessages } from '@/components/messages/chosen-language';
import { helpIn } from '@/components/messages/help-words';

export async function generateMetadata(): Promise<Metadata> {
  const { common } = await chosenMessages();
  return { title: `${helpIn(await chosenLanguage()).title} · ${common.appName}` };
}

/** All of the help; `?of=/tasks` leads on to what is told of that page. */
export default async function HelpPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const me = await load((api) => api.person.me());
  if (!me) return toSignIn();
  const held = me.posts.map((post) => post.role);
  const { of } = await searchParams;
  if (typeof of === 'string') redirect(helpAddress(of, held));
  return <GuideList held={held} language={await chosenLanguage()} />;
}
