'use client';

import { useState } from 'react';
import type { AnnouncementRow } from '@/server/queries/announcements';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import type { Answer } from '../../shell/answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { firstCharacters } from '../../ui/first-characters';
import { bodyCell, ListTable } from '../../ui/list-table';
import { useMade } from '../../ui/made';
import { Moment } from '../../ui/moment';
import { Badge } from '../../ui/notice';
import { EmptyState, PageHead } from '../../ui/page';
import { useFocusKept } from '../../ui/use-focus-kept';
import { DialogForm } from '../dialog-form';
import { AnnouncementDialog } from './announcement-dialog';

type Open = { act: 'write' } | { act: 'change' | 'withdraw'; row: AnnouncementRow };

/** What the office has announced, to whom and until when; written, changed and withdrawn here. */
export function AnnouncementsView({ announcements, today }: { announcements: readonly AnnouncementRow[]; today: string }) {
  const words = useWritingMessages().office.announcements;
  const [open, setOpen] = useState<Open | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { box, remember } = useFocusKept<HTMLDivElement>();
  const close = () => setOpen(null);
  const finish = (text: string) => {
    setOpen(null);
    setAnswer({ tone: 'done', text });
  };
  const { heads } = words;
  return (
    <>
      <PageHead title={words.title} context={words.context}>
        <Button look="primary" onClick={() => setOpen({ act: 'write' })}>
          {words.write}
        </Button>
      </PageHead>
      <ActAnswer answer={answer} className="mb-4 empty:mb-0" />
      {announcements.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <div ref={box}>
          <ListTable caption={words.title} heads={[heads.state, heads.text, heads.to, heads.endsOn, heads.by, heads.acts]}>
            {announcements.map((row) => (
              <Row
                key={row.id}
                row={row}
                onAct={(act, by) => {
                  remember(by);
                  setOpen({ act, row });
                }}
              />
            ))}
          </ListTable>
        </div>
      )}
      {open?.act === 'write' && <AnnouncementDialog row={null} today={today} onDone={finish} onClose={close} />}
      {open?.act === 'change' && <AnnouncementDialog row={open.row} today={today} onDone={finish} onClose={close} />}
      {open?.act === 'withdraw' && <WithdrawDialog row={open.row} onDone={finish} onClose={close} />}
    </>
  );
}

function Row({ row, onAct }: { row: AnnouncementRow; onAct: (act: 'change' | 'withdraw', by: HTMLElement) => void }) {
  const { common, office } = useWritingMessages();
  const words = office.announcements;
  const to = {
    all: words.audiences.all,
    units: row.units.map((unit) => unit.name).join(common.listComma),
    role: row.role ? common.roles[row.role] : '',
  };
  return (
    <tr {...useMade<HTMLTableRowElement>(row.id)} className="hover:bg-desk/60">
      <td className={`${bodyCell} whitespace-nowrap`}>
        {row.state === 'shown' ? <Badge tone="act">{words.states.shown}</Badge> : <Badge>{words.states[row.state]}</Badge>}
      </td>
      <th scope="row" className={`${bodyCell} py-2 font-normal`}>
        <span className="line-clamp-3 max-w-read break-words whitespace-pre-line">{row.text}</span>
      </th>
      <td className={bodyCell}>
        <span className="line-clamp-3 max-w-cell">{to[row.audience]}</span>
      </td>
      <td className={`${bodyCell} whitespace-nowrap tabular-nums`}>{row.endsOn}</td>
      <td className={`${bodyCell} text-note whitespace-nowrap text-muted tabular-nums`}>
        {row.by} <Moment at={row.at} />
      </td>
      <td className={`${bodyCell} whitespace-nowrap`}>
        {row.state !== 'withdrawn' && (
          <>
            <Button
              isSmall
              look="quiet"
              aria-label={words.changeOf(firstCharacters(row.text, 20))}
              onClick={(event) => onAct('change', event.currentTarget)}
            >
              {words.change}
            </Button>
            <Button
              isSmall
              look="quiet"
              aria-label={words.withdrawOf(firstCharacters(row.text, 20))}
              onClick={(event) => onAct('withdraw', event.currentTarget)}
            >
              {words.withdraw}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}

function WithdrawDialog({ row, onDone, onClose }: { row: AnnouncementRow; onDone: (sentence: string) => void; onClose: () => void }) {
  const words = useWritingMessages().office.announcements;
  const client = useTRPCClient();
  const act = useAct();
  const withdraw = async () => {
    if (await act.run(() => client.announcement.withdraw.mutate({ id: row.id }), words.withdrawn)) onDone(words.withdrawn);
  };
  return (
    <DialogForm
      title={words.withdrawTitle}
      act={words.withdraw}
      isBusy={act.isBusy}
      answer={act.answer}
      onSubmit={withdraw}
      onClose={onClose}
    >
      <p className="break-words whitespace-pre-line">{row.text}</p>
      <p className="text-body text-muted">{words.withdrawQuestion}</p>
    </DialogForm>
  );
}
