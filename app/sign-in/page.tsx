import type { Metadata } from 'next';
import { chosenMessages } from '@/components/messages/chosen-language';
import { DoorWords } from '@/components/messages/door-words';
import { SignInDoors } from '@/components/sign-in/sign-in-doors';
import { ownAddress } from '@/server/domain/own-address';
import { caller } from '../caller';
import { toldOutcome } from '../told-outcome';

export async function generateMetadata(): Promise<Metadata> {
  const { common, doors } = await chosenMessages();
  return { title: `${doors.signInTitle} · ${common.appName}` };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ identity?: unknown; to?: unknown }> }) {
  const door = await (await caller()).person.door();
  return (
    <DoorWords>
      <SignInDoors {...door} to={ownAddress((await searchParams).to)} told={(await toldOutcome(searchParams))?.text ?? null} />
    </DoorWords>
  );
}
