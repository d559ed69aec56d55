'use client';

import type { MessagesPage, TroubledMessage } from '@/server/queries/messages';
import { useMessages } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { useAct } from '../../shell/use-act';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { bodyCell, ListTable } from '../../ui/list-table';
import { Moment, momentText } from '../../ui/moment';
import { EmptyState, PageHead, Sheet } from '../../ui/page';

/** How what people are told leaves the house, and what could not. */
export function MessagesView({ page }: { page: MessagesPage }) {
  const words = useWritingMessages().office.messages;
  const { common } = useMessages();
  const act = useAct();
  const { columns } = words;
  return (
    <>
      <PageHead title={words.title} context={words.context} />
      <Sheet className="mb-4">
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-body leading-6">
          <dt className="text-muted">{words.mail}</dt>
          <dd>{page.mailServer ? words.mailBy(page.mailServer) : words.noMail}</dd>
          <dt className="text-muted">{words.robots}</dt>
          <dd>{page.robots.map((kind) => words.channels[kind]).join(common.listComma) || words.noRobots}</dd>
          <dt className="text-muted">{words.counts}</dt>
          <dd>{words.countsOf(page.sent, page.waiting, page.troubled)}</dd>
        </dl>
      </Sheet>
      <ActAnswer answer={act.answer} className="mb-4 empty:mb-0" />
      {page.messages.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <ListTable caption={words.failed} heads={[columns.channel, columns.to, columns.made, columns.trouble, columns.next, columns.act]}>
          {page.messages.map((message) => (
            <MessageRow key={message.id} message={message} act={act} />
          ))}
        </ListTable>
      )}
    </>
  );
}

function MessageRow({ message, act }: { message: TroubledMessage; act: ReturnType<typeof useAct> }) {
  const words = useWritingMessages().office.messages;
  const client = useTRPCClient();
  const to = message.receiver ?? words.group;
  return (
    <tr className="hover:bg-desk/60">
      <td className={`${bodyCell} whitespace-nowrap`}>{words.channels[message.channel]}</td>
      <th scope="row" className={`${bodyCell} font-normal`}>
        {to}
      </th>
      <td className={`${bodyCell} whitespace-nowrap tabular-nums`}>
        <Moment at={message.madeAt} />
      </td>
      <td className={bodyCell}>
        {words.troubles[message.trouble] ?? message.trouble} <span className="text-muted">{words.tries(message.tries)}</span>
      </td>
      <td className={`${bodyCell} whitespace-nowrap tabular-nums`}>
        {message.nextAt ? <Moment at={message.nextAt} /> : <span className="text-confirm">{words.givenUp}</span>}
      </td>
      <td className={bodyCell}>
        <Button
          isSmall
          look="quiet"
          disabled={act.isBusy}
          aria-label={words.retryOf(to, momentText(message.madeAt))}
          onClick={() => void act.run(() => client.notice.retry.mutate({ id: message.id }), words.retried)}
        >
          {words.retry}
        </Button>
      </td>
    </tr>
  );
}
