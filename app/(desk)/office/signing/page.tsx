import type { Metadata } from 'next';
import { load } from '@/app/caller';
import { chosenMessages } from '@/components/messages/chosen-language';
import { WritingWords } from '@/components/messages/writing-words';
import { StepsView } from '@/components/signing/steps-view';

export async function generateMetadata(): Promise<Metadata> {
  const { common, office } = await chosenMessages();
  return { title: `${office.signing.title} · ${common.appName}` };
}

/** Who signs a report before it is finalised. */
export default async function SigningStepsAddress() {
  const page = await load((api) => api.office.signingSteps());
  return (
    <WritingWords>
      <StepsView page={page} />
    </WritingWords>
  );
}
