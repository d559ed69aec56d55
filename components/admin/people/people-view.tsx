'use client';

import { useState } from 'react';
import type { OfficePerson, Unit } from '@/server/queries/office';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import type { Answer } from '../../shell/answer';
import { Button } from '../../ui/button';
import { ListTable } from '../../ui/list-table';
import { PageHead } from '../../ui/page';
import { AddPerson } from './add-person';
import { ChangePerson } from './change-person';
import { EndPost } from './end-post';
import { GivePost } from './give-post';
import { OneTimeLink } from './one-time-link';
import type { PeopleActs } from './people-acts';
import type { PersonAct } from './person-act';
import { PersonRow } from './person-row';

/** People, their posts, and the links by which they set their passwords. */
export function PeopleView({
  people,
  units,
  may,
  ownId,
}: {
  people: readonly OfficePerson[];
  units: readonly Unit[];
  may: PeopleActs;
  /** Whose page it is. */
  ownId: string;
}) {
  const { office, people: words } = useWritingMessages();
  const [open, setOpen] = useState<PersonAct | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const close = () => setOpen(null);
  const finish = (text: string) => {
    setOpen(null);
    setAnswer({ tone: 'done', text });
  };
  const finishWithLink = (text: string, name: string, secret: string) => {
    setOpen({ act: 'link', name, secret });
    setAnswer({ tone: 'done', text });
  };
  return (
    <>
      <PageHead title={office.people.title} context={words.context}>
        {may.accounts && (
          <Button look="primary" onClick={() => setOpen({ act: 'add' })}>
            {words.add}
          </Button>
        )}
      </PageHead>
      <ActAnswer answer={answer} className="mb-4 empty:mb-0" />
      <ListTable caption={office.people.title} heads={[words.name, words.username, words.posts, words.state, words.acts]}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} may={may} onAct={setOpen} />
        ))}
      </ListTable>
      {open?.act === 'add' && <AddPerson units={units} may={may} onDone={finishWithLink} onClose={close} />}
      {open?.act === 'givePost' && (
        <GivePost person={open.person} units={units} may={may} isOwn={open.person.id === ownId} onDone={finish} onClose={close} />
      )}
      {open?.act === 'endPost' && <EndPost person={open.person} post={open.post} people={people} onDone={finish} onClose={close} />}
      {open?.act === 'link' && <OneTimeLink name={open.name} secret={open.secret} onClose={close} />}
      {(open?.act === 'newLink' ||
        open?.act === 'liftHoldOff' ||
        open?.act === 'releaseIdentity' ||
        open?.act === 'resetFactor' ||
        open?.act === 'setActive') && (
        <ChangePerson people={people} open={open} units={units} onDone={finish} onLink={finishWithLink} onClose={close} />
      )}
    </>
  );
}
