'use client';

import { useState } from 'react';
import { cellName, getCell } from '@/server/domain/formats';
import { useMessages } from '../../messages/messages-provider';
import { Button } from '../../ui/button';
import { DialogActs } from '../../ui/dialog-acts';
import { useFiling } from '../filing-context';
import type { PastePlan } from '../paste/plan-paste';
import { PastePicture, type PictureOf } from './paste-picture';

/** What a paste would do, before it does it: written in one step that can be undone, or not at all. */
export function PastePreview({
  plan,
  picture,
  onClose,
  onPasted,
}: {
  plan: PastePlan;
  picture: PictureOf;
  onClose: () => void;
  onPasted: (count: number) => void;
}) {
  const { store } = useFiling();
  const { clerk, common } = useMessages();
  const words = clerk.paste;
  const [isZero, setIsZero] = useState(false);
  const zeros = isZero ? plan.blankMarks.map(({ cell }) => ({ cell, text: '0' })) : [];
  const write = [...plan.write, ...plan.doubtful, ...zeros];
  const unreadable = plan.doubtful.length + plan.unreadable.length + (isZero ? 0 : plan.blankMarks.length);
  const all = plan.write.length + plan.doubtful.length + plan.blankMarks.length + plan.unreadable.length + plan.unchanged.length;
  const shown = isZero ? { ...plan, write: [...plan.write, ...zeros], blankMarks: [] } : plan;
  const named = plan.contradictions.slice(0, maxNamed);
  return (
    <div className="flex flex-col gap-1.5 text-body leading-6">
      <p className="font-semibold">
        {words.summary(all, plan.isStopped ? 0 : plan.write.length + zeros.length, plan.unchanged.length, unreadable)}
      </p>
      <p className={plan.by === 'no_table' ? 'text-confirm' : 'text-muted'}>
        {{ title: words.byTitle, position: words.byPosition, range: words.byRange, no_table: `！${words.noTable(plan.tables)}` }[plan.by]}
        {plan.by !== 'no_table' && plan.tables > 1 && words.oneOf(plan.tables)}
      </p>
      {plan.contradictions.length > 0 && (
        <div role="alert" className={plan.isStopped ? 'text-wrong' : 'text-confirm'}>
          <p>
            {plan.isStopped ? '✕ ' : '！'}
            {plan.isStopped ? words.stopped : words.contradicts}
          </p>
          <ul className="ml-5 list-disc text-body">
            {named.map(({ cell, text, now }) => (
              <li key={cell}>{words.contradiction(cellName(getCell(store.format, cell)), text, now)}</li>
            ))}
          </ul>
          {plan.contradictions.length > maxNamed && (
            <p className="ml-5 text-body">{words.moreContradictions(plan.contradictions.length - maxNamed)}</p>
          )}
        </div>
      )}
      {plan.hidden.rows.length > 0 && <p className="text-confirm">！{words.hiddenRows(plan.hidden.rows)}</p>}
      {plan.hidden.columns.length > 0 && <p className="text-confirm">！{words.hiddenColumns(plan.hidden.columns)}</p>}
      {plan.readOnly.length > 0 && <p>· {words.readOnly(plan.readOnly.length)}</p>}
      {plan.outside > 0 && <p className="text-confirm">！{words.outside(plan.outside)}</p>}
      {plan.doubtful.length > 0 && <p className="text-wrong">？{words.doubtful(plan.doubtful.length)}</p>}
      {plan.unreadable.length > 0 && (
        <p className="text-wrong">
          ✕ {words.unreadable}
          {words.places(plan.unreadable.map(({ cell }) => cellName(getCell(store.format, cell))))}
        </p>
      )}
      {plan.blankMarks.length > 0 && (
        <label className="inline-flex items-center gap-2">
          <input type="checkbox" className="size-4" checked={isZero} onChange={(event) => setIsZero(event.target.checked)} />
          {words.blankMarks(plan.blankMarks.length)}
        </label>
      )}
      {write.length === 0 && <p className="text-confirm">！{words.nothing}</p>}
      {plan.by !== 'no_table' && (
        <PastePicture
          picture={picture}
          plan={shown}
          cells={store.format.cells}
          figureAt={(cell) => store.figures().get(cell) ?? { state: 'not_filled' }}
        />
      )}
      <DialogActs>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button
          look="primary"
          disabled={write.length === 0 || plan.isStopped}
          onClick={() => {
            store.write(write);
            onPasted(write.length);
            onClose();
          }}
        >
          {words.write(write.length)}
        </Button>
      </DialogActs>
    </div>
  );
}

const maxNamed = 5;
