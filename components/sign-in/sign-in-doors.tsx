'use client';

import type { DemonstrationPerson } from '@/server/queries/demonstration';
import { useDoorMessages } from '../messages/door-words';

import { Notice } from '../ui/notice';
import { PageHead, Sheet } from '../ui/page';
import { DemonstrationPeople } from './demonstration-people';
import { DoorPage, type Office } from './door-page';
import { PasswordForm } from './password-form';
import { ProviderButton } from './provider-button';

/** Password for real work; one click per person in the demonstration; the way to the one-time link while nobody exists. */
export function SignInDoors({
  office,
  isDemonstration,
  isEmpty,
  contact,
  people,
  providerName,
  told,
  to,
}: {
  office: Office;
  isDemonstration: boolean;
  isEmpty: boolean;
  /** How the office is reached; empty where it has not said. */
  contact: string;
  /** The office's identity provider; null where there is none. */
  providerName: string | null;
  /** How a way to it ended, in a sentence. */
  told: string | null;
  people: readonly DemonstrationPerson[];
  /** The page that was wanted before it was known who comes; null: each person's own first page. */
  to: string | null;
}) {
  const { doors, common } = useDoorMessages();
  if (isDemonstration)
    return (
      <DoorPage
        office={office}
        isDemonstration
        beside={
          <Sheet title={doors.byPassword}>
            <PasswordForm isMain={false} to={to} />
          </Sheet>
        }
      >
        <PageHead title={doors.demonstrationTitle} context={doors.demonstrationHint} />
        <DemonstrationPeople people={people} to={to} />
      </DoorPage>
    );
  return (
    <DoorPage office={office}>
      <PageHead title={doors.signInTitle} />
      {told && (
        <Notice tone="wrong" isAlert className="mb-4">
          {told}
        </Notice>
      )}
      {isEmpty ? (
        <Notice tone="act" title={doors.emptyTitle}>
          {doors.emptyHint}
        </Notice>
      ) : (
        <Sheet>
          <PasswordForm isMain to={to} />
          {providerName && <ProviderButton name={providerName} to={to} />}
          <p className="pt-4 text-note leading-5 text-muted">
            {doors.noWay}
            {contact !== '' && <span className="block">{common.contact(contact)}</span>}
          </p>
        </Sheet>
      )}
    </DoorPage>
  );
}
