import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { load } from '@/app/caller';
import { toSignIn } from '@/app/to-sign-in';
import { GuideView } from '@/components/help/guide-view';
import { guideNames } from '@/components/help/help-places';
import { KeyTable } from '@/components/help/key-table';
import { chosenLanguage, chosenMessages } from '@/components/messages/chosen-language';
import { helpIn } from '@/components/messages/help-words';

type Params = { params: Promise<{ guide: string }> };

const guideAt = (name: string) => guideNames.find((one) => one === name);

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { guide: asked } = await params;
  const [{ common }, help] = [await chosenMessages(), helpIn(await chosenLanguage())];
  const guide = guideAt(asked);
  return { title: `${guide ? help.guides[guide].title : help.keys.title} · ${common.appName}` };
}

/** One guide, or the table of keys. */
export default async function GuidePage({ params }: Params) {
  if (!(await load((api) => api.person.me()))) return toSignIn();
  const { guide: asked } = await params;
  const language = await chosenLanguage();
  if (asked === 'keys') return <KeyTable language={language} />;
  const guide = guideAt(asked);
  if (!guide) notFound();
  return <GuideView guide={guide} language={language} />;
}
