import type { Metadata } from 'next';
import { chosenMessages } from '@/components/messages/chosen-language';
import { DoorWords } from '@/components/messages/door-words';
import { SetPasswordForm } from '@/components/sign-in/set-password-form';
import { StaleLink } from '@/components/sign-in/stale-link';
import { caller } from '../../caller';
import { openLink } from '../../open-link';

export async function generateMetadata(): Promise<Metadata> {
  const { common, doors } = await chosenMessages();
  return { title: `${doors.linkTitle} · ${common.appName}` };
}

/** Where a person sets their own password. */
export default async function LinkPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const link = await openLink(secret);
  const { office } = await (await caller()).person.door();
  const to = link?.purpose === 'set_password' ? link : null;
  return (
    <DoorWords>
      {to?.username ? (
        <SetPasswordForm secret={secret} username={to.username} name={to.name ?? to.username} office={office} />
      ) : (
        <StaleLink purpose="set_password" office={office} />
      )}
    </DoorWords>
  );
}
