'use client';

import { useState } from 'react';
import type { PhraseLine } from '@/server/queries/phrases';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import type { Answer } from '../../shell/answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { bodyCell, ListTable } from '../../ui/list-table';
import { useMade } from '../../ui/made';
import { Moment } from '../../ui/moment';
import { EmptyState, PageHead } from '../../ui/page';
import { PhraseForm } from './phrase-form';

/** 常用语, in the order in which they are offered. */
export function PhrasesView({ phrases }: { phrases: readonly PhraseLine[] }) {
  const words = useWritingMessages().office.phrases;
  const { columns } = words;
  const [answer, setAnswer] = useState<Answer | null>(null);
  const act = useAct({ onAnswer: setAnswer });
  /** The phrase being changed, or a new one. */
  const [editing, setEditing] = useState<PhraseLine | 'new' | null>(null);
  return (
    <>
      <PageHead title={words.title} context={words.context}>
        <Button look="primary" onClick={() => setEditing('new')}>
          {words.add}
        </Button>
      </PageHead>
      <ActAnswer answer={answer} className="mb-4 empty:mb-0" />
      {phrases.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.emptyHint}</EmptyState>
      ) : (
        <>
          <p className="pb-2 text-body">{words.count(phrases.length)}</p>
          <ListTable caption={words.title} heads={[columns.place, columns.text, columns.who, columns.acts]}>
            {phrases.map((phrase, index) => (
              <PhraseRow
                key={phrase.id}
                phrase={phrase}
                place={index + 1}
                of={phrases.length}
                act={act}
                onChange={() => setEditing(phrase)}
              />
            ))}
          </ListTable>
        </>
      )}
      {editing && (
        <PhraseForm
          phrase={editing === 'new' ? null : editing}
          onDone={(text) => {
            setEditing(null);
            setAnswer({ tone: 'done', text });
          }}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function PhraseRow({
  phrase,
  place,
  of,
  act: { run, isBusy },
  onChange,
}: {
  phrase: PhraseLine;
  place: number;
  of: number;
  act: ReturnType<typeof useAct>;
  onChange: () => void;
}) {
  const words = useWritingMessages().office.phrases;
  const client = useTRPCClient();
  const move = (to: 'up' | 'down') =>
    run(() => client.phrases.move.mutate({ phraseId: phrase.id, to }), words.moved(to === 'up' ? place - 1 : place + 1));
  return (
    <tr {...useMade<HTMLTableRowElement>(phrase.id)} className="hover:bg-desk/60">
      <td className={`${bodyCell} w-14 text-muted`}>{place}</td>
      <th scope="row" lang="zh-CN" className={`${bodyCell} font-normal break-words`}>
        {phrase.text}
      </th>
      <td className={`${bodyCell} text-note whitespace-nowrap`}>
        {phrase.writtenBy}{' '}
        <span className="text-muted">
          <Moment at={phrase.writtenAt} />
        </span>
      </td>
      <td className={`${bodyCell} whitespace-nowrap`}>
        <Button isSmall look="quiet" aria-label={words.upOf(phrase.text)} disabled={isBusy || place === 1} onClick={() => move('up')}>
          {words.up}
        </Button>
        <Button isSmall look="quiet" aria-label={words.downOf(phrase.text)} disabled={isBusy || place === of} onClick={() => move('down')}>
          {words.down}
        </Button>
        <Button isSmall look="quiet" aria-label={words.changeOf(phrase.text)} onClick={onChange}>
          {words.change}
        </Button>
        <Button
          isSmall
          look="quiet"
          aria-label={words.retireOf(phrase.text)}
          disabled={isBusy}
          onClick={() => run(() => client.phrases.retire.mutate({ phraseId: phrase.id }), words.retired(phrase.text))}
        >
          {words.retire}
        </Button>
      </td>
    </tr>
  );
}
