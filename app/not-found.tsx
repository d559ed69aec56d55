import { DoorWords } from '@/components/messages/door-words';
import { NothingHere } from '@/components/shell/nothing-here';
import { DoorPage } from '@/components/sign-in/door-page';
import DeskLayout from './(desk)/layout';
import { caller } from './caller';

/** An address that no page has. Whoever is signed in keeps the ways to all others. */
export default async function NotFoundPage() {
  if (await (await caller()).person.me())
    return (
      <DeskLayout>
        <NothingHere />
      </DeskLayout>
    );
  return (
    <DoorWords>
      <DoorPage office={{ name: '', year: null }}>
        <NothingHere />
      </DoorPage>
    </DoorWords>
  );
}
