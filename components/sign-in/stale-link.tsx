'use client';

import { useDoorMessages } from '../messages/door-words';
import { buttonClass } from '../ui/button';
import { Link } from '../ui/link';
import { PageHead } from '../ui/page';
import { DoorPage, type Office } from './door-page';

/** A one-time link that was used, is too old or never was: all three look the same. */
export function StaleLink({ purpose, office }: { purpose: 'first_admin' | 'set_password'; office: Office }) {
  const { common, doors } = useDoorMessages();
  return (
    <DoorPage office={office}>
      <PageHead title={doors.staleTitle} context={purpose === 'first_admin' ? doors.staleSetUpHint : doors.staleHint} />
      <Link href="/sign-in" className={buttonClass('primary')}>
        {common.signIn}
      </Link>
    </DoorPage>
  );
}
