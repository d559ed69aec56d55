'use client';

import { useState } from 'react';
import type { DemonstrationPerson } from '@/server/queries/demonstration';
import { useDoorMessages } from '../messages/door-words';

import { ActAnswer } from '../shell/act-answer';
import { TextField } from '../ui/field';
import { Sheet } from '../ui/page';
import { PersonButton } from './person-button';
import { useSignIn } from './use-sign-in';

const searchFrom = 16;

/** Everybody one may be in the demonstration: the office's people first, then the units' clerks. */
export function DemonstrationPeople({ people, to }: { people: readonly DemonstrationPerson[]; to: string | null }) {
  const { doors } = useDoorMessages();
  const { enter, entering, answer } = useSignIn(to);
  const [sought, setSought] = useState('');
  const clerks = people.filter((person) => person.role === 'clerk');
  const heads = people.filter((person) => person.role === 'head');
  const office = (['admin', 'reviewer', 'auditor', 'system_admin', 'security_admin'] as const).flatMap((role) =>
    people.filter((person) => person.role === role),
  );
  const found = clerks.filter((person) => `${person.unitName} ${person.name}`.includes(sought.trim()));
  const choose = (person: DemonstrationPerson) => void enter('demonstration', { username: person.username });
  const buttonFor = (person: DemonstrationPerson, isLarge: boolean) => (
    <li key={`${person.username} ${person.role}`}>
      <PersonButton person={person} isLarge={isLarge} isBusy={entering !== null} onChoose={() => choose(person)} />
    </li>
  );
  return (
    <div className="flex flex-col gap-4">
      <ActAnswer answer={answer} className="empty:-mb-4" />
      <Sheet title={doors.officePeople}>
        <ul className="grid gap-2 sm:grid-cols-2">{office.map((person) => buttonFor(person, true))}</ul>
      </Sheet>
      {heads.length > 0 && (
        <Sheet title={doors.heads}>
          <ul className="grid gap-1.5 sm:grid-cols-2">{heads.map((person) => buttonFor(person, false))}</ul>
        </Sheet>
      )}
      <Sheet title={doors.clerks}>
        {clerks.length >= searchFrom && (
          <TextField
            label={doors.findClerk}
            type="search"
            className="pb-3"
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
        )}
        {found.length === 0 && <p className="text-body text-muted">{doors.noClerkFound}</p>}
        <ul className="grid gap-1.5 sm:grid-cols-2 2xl:grid-cols-3">{found.map((person) => buttonFor(person, false))}</ul>
      </Sheet>
    </div>
  );
}
