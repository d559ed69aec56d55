'use client';

import { useState } from 'react';
import type { UnitChoices } from '@/server/domain/units';
import type { OfficePeople } from '@/server/queries/people';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { type Answer, answerOf } from '../../shell/answer';
import { isSearchable } from '../../shell/list-address';
import { ListSearch } from '../../shell/list-search';
import { Pager } from '../../shell/pager';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { ListTable } from '../../ui/list-table';
import { EmptyState, PageHead } from '../../ui/page';
import { AddPerson } from './add-person';
import { ChangePerson } from './change-person';
import { EndPost } from './end-post';
import { GivePost } from './give-post';
import { OneTimeLink } from './one-time-link';
import type { PeopleActs } from './people-acts';
import type { PersonAct } from './person-act';
import { PersonRow } from './person-row';
import { SetTelephone } from './set-telephone';

/** People, their posts, and the links by which they set their passwords. */
export function PeopleView({
  people,
  page,
  search,
  may,
  ownId,
}: OfficePeople & {
  may: PeopleActs;
  /** Whose page it is. */
  ownId: string;
}) {
  const { office, people: words, lists } = useWritingMessages();
  const trpc = useTRPCClient();
  const language = useLanguage();
  const [units, setUnits] = useState<UnitChoices>({ units: [], of: 0, all: 0 });
  const [open, setOpen] = useState<PersonAct | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const close = () => setOpen(null);
  // Where a post may be given is asked when one is: of a thousand units it is most of the page.
  const start = async (act: PersonAct) => {
    try {
      if (act.act === 'add' || act.act === 'givePost') setUnits(await trpc.office.unitChoices.query({ aim: 'post' }));
      setOpen(act);
    } catch (error) {
      setAnswer(answerOf(error, language));
    }
  };
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
          <Button look="primary" onClick={() => start({ act: 'add' })}>
            {words.add}
          </Button>
        )}
      </PageHead>
      <ActAnswer answer={answer} className="mb-4 empty:mb-0" />
      {isSearchable(page, search) && <ListSearch path="/office/people" search={search} label={words.search} found={page.of} />}
      {people.length === 0 && search !== '' ? (
        <EmptyState title={lists.nothingFound(search)}>{lists.nothingFoundHint}</EmptyState>
      ) : (
        <ListTable caption={office.people.title} heads={[words.name, words.username, words.posts, words.state, words.acts]}>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} may={may} onAct={start} />
          ))}
        </ListTable>
      )}
      <Pager at={page} path="/office/people" kept={{ search }} />
      {open?.act === 'add' && <AddPerson units={units} may={may} onDone={finishWithLink} onClose={close} />}
      {open?.act === 'givePost' && (
        <GivePost person={open.person} units={units} may={may} isOwn={open.person.id === ownId} onDone={finish} onClose={close} />
      )}
      {open?.act === 'endPost' && <EndPost person={open.person} post={open.post} onDone={finish} onClose={close} />}
      {open?.act === 'link' && <OneTimeLink name={open.name} secret={open.secret} onClose={close} />}
      {open?.act === 'setTelephone' && <SetTelephone person={open.person} onDone={finish} onClose={close} />}
      {(open?.act === 'newLink' ||
        open?.act === 'liftHoldOff' ||
        open?.act === 'releaseIdentity' ||
        open?.act === 'resetFactor' ||
        open?.act === 'setActive') && <ChangePerson open={open} onDone={finish} onLink={finishWithLink} onClose={close} />}
    </>
  );
}
