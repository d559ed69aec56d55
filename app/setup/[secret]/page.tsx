import type { Metadata } from 'next';
import { chosenMessages } from '@/components/messages/chosen-language';
import { DoorWords } from '@/components/messages/door-words';
import { SetUpForm } from '@/components/sign-in/set-up-form';
import { StaleLink } from '@/components/sign-in/stale-link';
import { caller } from '../../caller';
import { openLink } from '../../open-link';

export async function generateMetadata(): Promise<Metadata> {
  const { common, doors } = await chosenMessages();
  return { title: `${doors.setUpTitle} · ${common.appName}` };
}

/** The first visit of an empty installation. */
export default async function SetUpPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const link = await openLink(secret);
  const { office } = await (await caller()).person.door();
  return (
    <DoorWords>
      {link?.purpose === 'first_admin' ? (
        <SetUpForm secret={secret} office={office} />
      ) : (
        <StaleLink purpose="first_admin" office={office} />
      )}
    </DoorWords>
  );
}
