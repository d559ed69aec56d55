import { NothingHere } from '@/components/shell/nothing-here';
import { DoorPage } from '@/components/sign-in/door-page';

/** An address that no page has. */
export default function NotFoundPage() {
  return (
    <DoorPage>
      <NothingHere />
    </DoorPage>
  );
}
