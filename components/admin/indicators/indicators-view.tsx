'use client';

import { useState } from 'react';
import type { IndicatorList, IndicatorUnits, IndicatorRow as Row } from '@/server/queries/indicators';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { ActAnswer } from '../../shell/act-answer';
import { type Answer, answerOf } from '../../shell/answer';
import { useAct } from '../../shell/use-act';
import { YearTabs } from '../../shell/year-tabs';
import { useTRPCClient } from '../../trpc-client';
import { Button } from '../../ui/button';
import { ListTable } from '../../ui/list-table';
import { EmptyState, PageHead } from '../../ui/page';
import { IndicatorDialog } from './indicator-dialog';
import { IndicatorRow } from './indicator-row';
import { RetireIndicator } from './retire-indicator';

type Open = { act: 'add'; units: IndicatorUnits } | { act: 'edit'; row: Row; units: IndicatorUnits } | { act: 'retire'; row: Row };

/** A year's local indicators: what is asked besides the statutory tables, and of whom. */
export function IndicatorsView({ list }: { list: IndicatorList }) {
  const { common, office } = useWritingMessages();
  const words = office.indicators;
  const language = useLanguage();
  const trpc = useTRPCClient();
  const [open, setOpen] = useState<Open | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const act = useAct({ onAnswer: setAnswer });
  const { year } = list;
  const close = () => setOpen(null);
  // Whom it may name is asked when one is written.
  const write = async (row: Row | null) => {
    try {
      const units = await trpc.office.indicatorUnits.query();
      setOpen(row ? { act: 'edit', row, units } : { act: 'add', units });
    } catch (error) {
      setAnswer(answerOf(error, language));
    }
  };
  const finish = (text: string) => {
    setOpen(null);
    setAnswer({ tone: 'done', text });
  };
  const moved = (row: Row, by: 1 | -1) => {
    const seen = list.indicators.map((one) => one.key);
    const keys = [...seen];
    const at = keys.indexOf(row.key);
    const other = keys[at + by];
    if (other === undefined) return undefined;
    keys[at + by] = row.key;
    keys[at] = other;
    return () => act.run(() => trpc.office.orderIndicators.mutate({ year: row.year, keys, seen }), words.ordered(row.name));
  };
  const moves = (row: Row) => {
    const [up, down] = [moved(row, -1), moved(row, 1)];
    return { ...(up ? { up } : {}), ...(down ? { down } : {}) };
  };
  return (
    <>
      <PageHead title={words.title} context={words.context}>
        {year !== null && <YearTabs years={list.years} shown={year} href="/office/indicators" label={office.board.years} />}
        {year !== null && list.takeable > 0 && (
          <Button
            disabled={act.isBusy}
            onClick={() =>
              act.run(
                () => trpc.office.copyIndicators.mutate({ year }),
                ({ taken }) => words.copied(taken),
              )
            }
          >
            {words.copy(common.year(year - 1), list.takeable)}
          </Button>
        )}
        {year !== null && (
          <Button look="primary" onClick={() => write(null)}>
            {words.add}
          </Button>
        )}
      </PageHead>
      <ActAnswer answer={answer} className="mb-4 empty:mb-0" />
      {year === null && <EmptyState title={office.years.emptyTitle}>{office.years.emptyHint}</EmptyState>}
      {year !== null && list.indicators.length === 0 && <EmptyState title={words.emptyTitle}>{words.emptyHint}</EmptyState>}
      {year !== null && list.indicators.length > 0 && (
        <ListTable
          caption={words.listOf(common.year(year))}
          heads={[words.order, words.name, words.measure, words.asked, words.owner, words.key, words.acts]}
        >
          {list.indicators.map((row) => (
            <IndicatorRow
              key={row.key}
              row={row}
              isBusy={act.isBusy}
              onMove={moves(row)}
              onEdit={() => write(row)}
              onRetire={() => setOpen({ act: 'retire', row })}
            />
          ))}
        </ListTable>
      )}
      {year !== null && (open?.act === 'add' || open?.act === 'edit') && (
        <IndicatorDialog units={open.units} year={year} row={open.act === 'edit' ? open.row : null} onDone={finish} onClose={close} />
      )}
      {open?.act === 'retire' && <RetireIndicator row={open.row} onDone={finish} onClose={close} />}
    </>
  );
}
