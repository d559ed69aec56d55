import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { load, refusePage } from '@/app/caller';
import { titled } from '@/app/titled';
import { LooksPage } from '@/components/looks/looks-page';
import { chosenMessages } from '@/components/messages/chosen-language';

export function generateMetadata(): Promise<Metadata> {
  return titled(({ looks }) => looks.title);
}

/** All components in all states, for administrators of a demonstration and whoever builds this. An office at work has no such page. */
export default async function LooksAddress() {
  const me = await load((api) => api.person.me());
  const isAdmin = me?.posts.some((post) => post.role === 'admin') ?? false;
  if (!(me?.isDemonstration || process.env.NODE_ENV === 'development')) notFound();
  if (!isAdmin) return refusePage();
  const { looks } = await chosenMessages();
  return <LooksPage words={looks} />;
}
