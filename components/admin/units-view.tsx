'use client';

import { useState } from 'react';
import type { Unit } from '@/db/store';
import { useMessages } from '../messages/messages-provider';
import { ActAnswer } from '../shell/act-answer';
import type { Answer } from '../shell/answer';
import { Button } from '../ui/button';
import { PageHead } from '../ui/page';
import { AddUnit } from './add-unit';
import { EditUnit } from './edit-unit';
import { headCell, tableBox } from './office-table';
import { UnitRow } from './unit-row';
import { inTreeOrder } from './unit-tree';

/** The tree of units the office answers for. */
export function UnitsView({ units }: { units: readonly Unit[] }) {
  const words = useMessages().office.units;
  const [open, setOpen] = useState<'add' | Unit | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const close = () => setOpen(null);
  const finish = (text: string) => {
    setOpen(null);
    setAnswer({ tone: 'done', text });
  };
  return (
    <>
      <PageHead title={words.title} context={words.context}>
        <Button look="primary" onClick={() => setOpen('add')}>
          {words.add}
        </Button>
      </PageHead>
      <ActAnswer answer={answer} className="mb-4 empty:mb-0" />
      <div className={tableBox}>
        <table className="w-full border-collapse text-[15px]">
          <caption className="sr-only">{words.title}</caption>
          <thead>
            <tr>
              {[words.name, words.kind, words.powers, words.lifetime, words.acts].map((head) => (
                <th key={head} scope="col" className={headCell}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inTreeOrder(units).map(({ unit, depth }) => (
              <UnitRow key={unit.id} unit={unit} depth={depth} onEdit={() => setOpen(unit)} />
            ))}
          </tbody>
        </table>
      </div>
      {open === 'add' && <AddUnit units={units} onDone={finish} onClose={close} />}
      {open !== null && open !== 'add' && <EditUnit unit={open} onDone={finish} onClose={close} />}
    </>
  );
}
