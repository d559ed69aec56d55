'use client';

import { useState } from 'react';
import type { UnitChoices } from '@/server/domain/units';
import type { UnitLine, UnitList } from '@/server/queries/unit-list';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { type Answer, answerOf } from '../../shell/answer';
import { useLeftAnswer } from '../../shell/left-answer';
import { isSearchable } from '../../shell/list-address';
import { ListSearch } from '../../shell/list-search';
import { Pager } from '../../shell/pager';
import { useTRPCClient } from '../../trpc-client';
import { Button, buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { ListTable } from '../../ui/list-table';
import { EmptyState, PageHead } from '../../ui/page';
import { ReopenUnit } from '../closing/reopen-unit';
import { AddUnit } from './add-unit';
import { EditUnit } from './edit-unit';
import { UnitRow } from './unit-row';

const path = '/office/units';

type Open = { act: 'add'; parents: UnitChoices } | { act: 'edit' | 'reopen'; unit: UnitLine };

/** The tree of units the office answers for, a page of it. */
export function UnitsView({ units, page, search }: UnitList) {
  const { closing, lists, office } = useWritingMessages();
  const language = useLanguage();
  const trpc = useTRPCClient();
  const words = office.units;
  const [open, setOpen] = useState<Open | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useLeftAnswer(path, setAnswer);
  const close = () => setOpen(null);
  // Below which units a new one may stand is asked when one is added: not all of a thousand are needed to read the list.
  const add = async () => {
    try {
      setOpen({ act: 'add', parents: await trpc.office.unitChoices.query({ aim: 'parent' }) });
    } catch (error) {
      setAnswer(answerOf(error, language));
    }
  };
  const finish = (text: string) => {
    setOpen(null);
    setAnswer({ tone: 'done', text });
  };
  return (
    <>
      <PageHead title={words.title} context={words.context}>
        <Link href={`${path}/close`} className={buttonClass()}>
          {closing.title}
        </Link>
        <Button look="primary" onClick={add}>
          {words.add}
        </Button>
      </PageHead>
      <ActAnswer answer={answer} className="mb-4 empty:mb-0" />
      {isSearchable(page, search) && <ListSearch path={path} search={search} label={words.find} found={page.of} />}
      {units.length === 0 ? (
        <EmptyState title={lists.nothingFound(search)}>{lists.nothingFoundHint}</EmptyState>
      ) : (
        <ListTable caption={words.title} heads={[words.name, words.kind, words.powers, words.lifetime, words.acts]}>
          {units.map((unit) => (
            <UnitRow
              key={unit.id}
              unit={unit}
              onEdit={() => setOpen({ act: 'edit', unit })}
              onReopen={() => setOpen({ act: 'reopen', unit })}
            />
          ))}
        </ListTable>
      )}
      <Pager at={page} path={path} kept={{ search }} />
      {open?.act === 'add' && <AddUnit parents={open.parents} onDone={finish} onClose={close} />}
      {open?.act === 'edit' && <EditUnit unit={open.unit} onDone={finish} onClose={close} />}
      {open?.act === 'reopen' && <ReopenUnit unit={open.unit} onDone={finish} onClose={close} />}
    </>
  );
}
