'use client';

import { useState } from 'react';
import type { Unit } from '@/server/queries/office';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import type { Answer } from '../../shell/answer';
import { Button, buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { ListTable } from '../../ui/list-table';
import { PageHead } from '../../ui/page';
import { ReopenUnit } from '../closing/reopen-unit';
import { AddUnit } from './add-unit';
import { EditUnit } from './edit-unit';
import { UnitRow } from './unit-row';
import { inTreeOrder } from './unit-tree';

/** The tree of units the office answers for. */
export function UnitsView({ units }: { units: readonly Unit[] }) {
  const { closing, office } = useWritingMessages();
  const words = office.units;
  const [open, setOpen] = useState<'add' | { act: 'edit' | 'reopen'; unit: Unit } | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const close = () => setOpen(null);
  const finish = (text: string) => {
    setOpen(null);
    setAnswer({ tone: 'done', text });
  };
  return (
    <>
      <PageHead title={words.title} context={words.context}>
        <Link href="/office/units/close" className={buttonClass()}>
          {closing.title}
        </Link>
        <Button look="primary" onClick={() => setOpen('add')}>
          {words.add}
        </Button>
      </PageHead>
      <ActAnswer answer={answer} className="mb-4 empty:mb-0" />
      <ListTable caption={words.title} heads={[words.name, words.kind, words.powers, words.lifetime, words.acts]}>
        {inTreeOrder(units).map(({ unit, depth }) => (
          <UnitRow
            key={unit.id}
            unit={unit}
            depth={depth}
            successor={units.find((one) => one.id === unit.successorId)}
            predecessors={units.filter((one) => one.successorId === unit.id)}
            onEdit={() => setOpen({ act: 'edit', unit })}
            onReopen={() => setOpen({ act: 'reopen', unit })}
          />
        ))}
      </ListTable>
      {open === 'add' && <AddUnit units={units} onDone={finish} onClose={close} />}
      {open !== null && open !== 'add' && open.act === 'edit' && <EditUnit unit={open.unit} onDone={finish} onClose={close} />}
      {open !== null && open !== 'add' && open.act === 'reopen' && (
        <ReopenUnit
          unit={open.unit}
          successor={units.find((one) => one.id === open.unit.successorId) ?? null}
          onDone={finish}
          onClose={close}
        />
      )}
    </>
  );
}
