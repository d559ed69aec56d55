'use client';

import { useState } from 'react';
import { isOneOfThree } from '@/server/domain/duties';
import type { WaitingAct } from '@/server/queries/duties';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import type { Answer } from '../../shell/answer';
import { Button } from '../../ui/button';
import { bodyCell, ListTable } from '../../ui/list-table';
import { Moment } from '../../ui/moment';
import { Badge } from '../../ui/notice';
import { Sheet } from '../../ui/page';
import { DecideAct } from './decide-act';

/** What waits for a second person: who asks for what and why, and until when it may be confirmed. */
export function WaitingActs({ acts }: { acts: readonly WaitingAct[] }) {
  const { common, office } = useWritingMessages();
  const words = office.duties;
  const [open, setOpen] = useState<{ act: WaitingAct; decision: 'confirm' | 'decline' } | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const say = ({ kind, userName, role, unitName }: WaitingAct) => {
    const duty = role ? common.roles[role] : '';
    return words.acts[kind]?.(userName, role && isOneOfThree(role) && kind !== 'own_post' ? duty : `${unitName} · ${duty}`) ?? kind;
  };
  return (
    <Sheet title={words.waitingTitle}>
      <ActAnswer answer={answer} className="mb-3 empty:mb-0" />
      {acts.length === 0 ? (
        <p className="text-body text-muted">{words.nothing}</p>
      ) : (
        <ListTable caption={words.waitingTitle} heads={[words.heads.what, words.heads.who, words.heads.until, words.heads.acts]}>
          {acts.map((act) => (
            <tr key={act.id}>
              <th scope="row" className={`${bodyCell} font-medium`}>
                {say(act)}
                {act.reason && <span className="block text-note font-normal text-muted">{words.reason(act.reason)}</span>}
              </th>
              <td className={bodyCell}>
                {act.askedBy === 'console' ? words.console : act.askedBy}
                <span className="block text-note text-muted">
                  <Moment at={act.askedAt} />
                </span>
              </td>
              <td className={bodyCell}>
                <Moment at={act.endsAt} />
              </td>
              <td className={`${bodyCell} whitespace-nowrap`}>
                {act.mayDecide && (
                  <Button isSmall aria-label={`${words.confirm} ${say(act)}`} onClick={() => setOpen({ act, decision: 'confirm' })}>
                    {words.confirm}
                  </Button>
                )}
                {(act.mayDecide || act.isOwn) && (
                  <Button
                    look="quiet"
                    isSmall
                    aria-label={`${act.isOwn ? words.takeBack : words.decline} ${say(act)}`}
                    onClick={() => setOpen({ act, decision: 'decline' })}
                  >
                    {act.isOwn ? words.takeBack : words.decline}
                  </Button>
                )}
                {!act.mayDecide && <Badge>{words.notYours}</Badge>}
              </td>
            </tr>
          ))}
        </ListTable>
      )}
      {open && (
        <DecideAct
          act={open.act}
          decision={open.decision}
          what={say(open.act)}
          onDone={(text) => {
            setOpen(null);
            setAnswer({ tone: 'done', text });
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </Sheet>
  );
}
