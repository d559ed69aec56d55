'use client';

import { useState } from 'react';
import type { ExtensionLine, Extensions } from '@/server/queries/extensions';
import { ExtendDialog } from '../../deadline/extend-dialog';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import type { Answer } from '../../shell/answer';
import { Pager } from '../../shell/pager';
import { useAct } from '../../shell/use-act';
import { YearTabs } from '../../shell/year-tabs';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Link } from '../../ui/link';
import { bodyCell, ListTable } from '../../ui/list-table';
import { Badge, Notice } from '../../ui/notice';
import { EmptyState, PageHead } from '../../ui/page';
import { BoardTabs } from '../board/board-tabs';
import { DialogForm } from '../dialog-form';

/** The extensions of a year: what is asked for first, then what was given. */
export function ExtensionsView({ extensions }: { extensions: Extensions }) {
  const { office } = useWritingMessages();
  const words = office.extensions;
  const { year, years, lines, at, asking } = extensions;
  const [answer, setAnswer] = useState<Answer | null>(null);
  if (year === null)
    return (
      <>
        <PageHead title={words.title} />
        <EmptyState title={office.board.emptyTitle}>{office.board.emptyHint}</EmptyState>
      </>
    );
  return (
    <>
      <PageHead title={words.title} context={words.context(year)}>
        <YearTabs years={years} shown={year} href="/board/extensions" label={office.board.years} />
      </PageHead>
      <BoardTabs year={year} here="extensions" />
      {asking > 0 && (
        <Notice tone="confirm" className="mb-3">
          {words.asking(asking)}
        </Notice>
      )}
      <ActAnswer answer={answer} className="mb-3 empty:mb-0" />
      {lines.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <ListTable caption={words.context(year)} heads={[words.unit, words.period, words.due, words.why, words.acts]}>
          {lines.map((line) => (
            <Line key={line.filingId} line={line} today={extensions.today} onAnswer={setAnswer} />
          ))}
        </ListTable>
      )}
      <Pager at={at} path="/board/extensions" kept={{ year }} />
    </>
  );
}

function Line({ line, today, onAnswer }: { line: ExtensionLine; today: string; onAnswer: (answer: Answer | null) => void }) {
  const { office, common } = useWritingMessages();
  const words = office.extensions;
  const language = useLanguage();
  const client = useTRPCClient();
  const act = useAct({ onAnswer });
  const [open, setOpen] = useState<'extend' | 'withdraw' | null>(null);
  const { filingId, unitName, quarter, extension, ask, quarterDueOn } = line;
  const name = (of: string) => words.of(of, unitName, common.quarter(quarter));
  const give = ask ? words.grant : words.change;
  const withdraw = async () => {
    if (!extension) return;
    const done = () => client.deadline.withdraw.mutate({ filingId, seen: extension.until });
    await act.run(done, words.withdrawn(unitName, quarterDueOn));
    setOpen(null);
  };
  return (
    <tr className="align-top hover:bg-desk/60">
      <th scope="row" className={`${bodyCell} font-medium`}>
        <Link href={`/filings/${filingId}`} className="text-act underline underline-offset-2">
          {unitName}
        </Link>
      </th>
      <td className={`${bodyCell} whitespace-nowrap`}>{common.quarter(quarter)}</td>
      <td className={bodyCell}>
        <p className="whitespace-nowrap">{extension ? words.until(extension.until, quarterDueOn) : words.everybody(quarterDueOn)}</p>
        {line.isPastLock ? <Badge tone="confirm">{words.locked}</Badge> : line.isLate && <Badge tone="confirm">{words.late}</Badge>}
        {line.passes && (
          <p className="text-note leading-5 text-confirm">
            <Icon name="confirm" className="mr-1" />
            {words.passes(line.passes.day, line.passes.says[language])}
          </p>
        )}
      </td>
      <td className={bodyCell}>
        {extension && <p className="break-words">{extension.reason || words.causes[extension.cause]}</p>}
        {ask && (
          <p className="break-words text-confirm">
            <Icon name="confirm" className="mr-1" />
            {words.wants(ask.until, ask.by)}
            <span className="block text-ink">{ask.reason}</span>
          </p>
        )}
      </td>
      <td className={bodyCell}>
        {line.mayExtend && (
          <div className="flex flex-wrap gap-2">
            <Button isSmall look={ask ? 'primary' : 'plain'} aria-label={name(give)} onClick={() => setOpen('extend')}>
              {give}
            </Button>
            {ask && (
              <Button
                isSmall
                disabled={act.isBusy}
                aria-label={name(words.decline)}
                onClick={() => act.run(() => client.deadline.decline.mutate({ filingId, seen: ask.at }), words.declined(unitName))}
              >
                {words.decline}
              </Button>
            )}
            {extension && (
              <Button isSmall aria-label={name(words.withdraw)} onClick={() => setOpen('withdraw')}>
                {words.withdraw}
              </Button>
            )}
          </div>
        )}
        {open === 'extend' && (
          <ExtendDialog of={line} today={today} onClose={() => setOpen(null)} onDone={(text) => onAnswer({ tone: 'done', text })} />
        )}
        {open === 'withdraw' && (
          <DialogForm
            title={name(words.withdraw)}
            act={words.withdraw}
            isBusy={act.isBusy}
            answer={null}
            onSubmit={withdraw}
            onClose={() => setOpen(null)}
          >
            <p className="text-body leading-6">{words.withdrawQuestion(unitName, quarterDueOn)}</p>
          </DialogForm>
        )}
      </td>
    </tr>
  );
}
