'use client';

import { useState } from 'react';
import type { ChaseList, ToChase } from '@/server/queries/chase';
import { useWritingMessages } from '../../messages/writing-words';
import { Breadcrumb } from '../../ui/breadcrumb';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Link } from '../../ui/link';
import { bodyCell, ListTable } from '../../ui/list-table';
import { momentText } from '../../ui/moment';
import { EmptyState, PageHead } from '../../ui/page';
import { Choices } from '../board/board-bar';
import { ChaseElsewhere } from './chase-elsewhere';
import { ChaseSend } from './chase-send';
import { isTellable, type Tellable } from './tellable';

/** So many rows are drawn at first: of a thousand units the page would be slow, and the buttons choose all of them. */
const drawn = 100;

/** Who has not sent a quarter, the overdue first: chosen, and told that the office waits. */
export function ChaseView({ list }: { list: ChaseList }) {
  const { common, office } = useWritingMessages();
  const words = office.chase;
  const { units, year, quarter } = list;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const period = common.period(year, quarter);
  const tellable = units.filter(isTellable);
  const overdue = units.filter((unit) => unit.daysOverdue > 0);
  const overdueTellable = tellable.filter((unit) => unit.daysOverdue > 0);
  const picked = tellable.filter((unit) => chosen.has(unit.filingId));
  const choose = (all: readonly Tellable[]) => setChosen(new Set(all.map((unit) => unit.filingId)));
  return (
    <>
      <Breadcrumb places={[{ words: common.nav.board, href: `/board?year=${year}` }]} />
      <PageHead title={words.title} context={words.context(period, units.length, overdue.length)} />
      <div className="pb-3 text-note leading-5">
        <Choices
          label={words.choose}
          choices={list.quarters
            .filter((one) => one.isOpen)
            .map((one) => ({
              key: String(one.quarter),
              text: common.quarter(one.quarter),
              href: `/board/chase?year=${year}&quarter=${one.quarter}`,
              isHere: one.quarter === quarter,
            }))}
        />
      </div>
      {units.length === 0 ? (
        <Nobody list={list} />
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-[1fr_24rem]">
          <section aria-label={words.list}>
            <div className="flex flex-wrap items-center gap-2 pb-2">
              <Button isSmall disabled={overdueTellable.length === 0} onClick={() => choose(overdueTellable)}>
                {words.allOverdue(overdueTellable.length)}
              </Button>
              <Button isSmall disabled={tellable.length === 0} onClick={() => choose(tellable)}>
                {words.allUnsent(tellable.length)}
              </Button>
              <Button isSmall look="quiet" disabled={picked.length === 0} onClick={() => choose([])}>
                {words.none}
              </Button>
            </div>
            <UnitTable
              units={units}
              chosen={chosen}
              onToggle={(id) => setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]))}
            />
          </section>
          <div className="flex flex-col gap-4 lg:sticky lg:top-2">
            <ChaseSend
              picked={picked}
              period={`${year}Q${quarter}`}
              onSent={(done) => choose(picked.filter((unit) => !done.includes(unit.filingId)))}
            />
            <ChaseElsewhere list={list} picked={picked} />
          </div>
        </div>
      )}
    </>
  );
}

function Nobody({ list }: { list: ChaseList }) {
  const words = useWritingMessages().office.chase;
  const isOpen = list.quarters.some((one) => one.quarter === list.quarter && one.isOpen);
  return <EmptyState title={isOpen ? words.nobody : words.notOpen}>{isOpen ? words.nobodyHint : words.notOpenHint}</EmptyState>;
}

function UnitTable({
  units,
  chosen,
  onToggle,
}: {
  units: readonly ToChase[];
  chosen: ReadonlySet<string>;
  onToggle: (filingId: string) => void;
}) {
  const words = useWritingMessages().office.chase;
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? units : units.slice(0, drawn);
  const { heads } = words;
  return (
    <>
      <ListTable caption={words.list} heads={[heads.chosen, heads.unit, heads.due, heads.clerks, heads.last]}>
        {shown.map((unit) => (
          <UnitRow key={unit.filingId ?? unit.unitName} unit={unit} isChosen={chosen.has(unit.filingId ?? '')} onToggle={onToggle} />
        ))}
      </ListTable>
      {shown.length < units.length && (
        <Button className="mt-2" onClick={() => setIsWhole(true)}>
          {words.showAll(units.length)}
        </Button>
      )}
    </>
  );
}

function UnitRow({ unit, isChosen, onToggle }: { unit: ToChase; isChosen: boolean; onToggle: (filingId: string) => void }) {
  const words = useWritingMessages().office.chase;
  const { filingId, last } = unit;
  return (
    <tr className="hover:bg-desk/60">
      <td className={`${bodyCell} w-12`}>
        <input
          type="checkbox"
          className="size-4"
          aria-label={unit.unitName}
          disabled={!isTellable(unit)}
          checked={isChosen}
          onChange={() => filingId !== null && onToggle(filingId)}
        />
      </td>
      <th scope="row" className={`${bodyCell} font-normal`}>
        {filingId === null ? (
          unit.unitName
        ) : (
          <Link href={`/filings/${filingId}`} className="text-act underline-offset-2 hover:underline">
            {unit.unitName}
          </Link>
        )}
        {unit.isReturned && (
          <span className="pl-2 text-note text-confirm">
            <Icon name="returned" className="mr-1" />
            {words.returned}
          </span>
        )}
      </th>
      <td className={`${bodyCell} whitespace-nowrap tabular-nums`}>
        {unit.dueOn}
        {unit.daysOverdue > 0 && (
          <span className="block text-note leading-5 font-medium text-confirm">
            <Icon name="late" className="mr-1" />
            {words.overdue(unit.daysOverdue)}
          </span>
        )}
      </td>
      <td className={`${bodyCell} text-body leading-5`}>
        <Clerks unit={unit} />
      </td>
      <td className={`${bodyCell} text-note leading-5`}>
        {last ? (
          <>
            <span className="tabular-nums">{words.lastBy(last.by, momentText(last.at))}</span>
            {unit.isJustChased && <span className="block text-confirm">{words.justChased}</span>}
          </>
        ) : (
          <span className="text-muted">{words.never}</span>
        )}
      </td>
    </tr>
  );
}

function Clerks({ unit }: { unit: ToChase }) {
  const words = useWritingMessages().office.chase;
  if (unit.filingId === null)
    return (
      <span className="text-wrong">
        <Icon name="confirm" className="mr-1" />
        {words.noFiling}
      </span>
    );
  if (unit.clerks.length === 0)
    return (
      <span className="text-wrong">
        <Icon name="confirm" className="mr-1" />
        {words.noClerk}
      </span>
    );
  return (
    <ul>
      {unit.clerks.map(({ name, telephone }) => (
        <li key={`${name} ${telephone}`}>
          {name} <span className="text-muted tabular-nums">{telephone ?? words.noTelephone}</span>
        </li>
      ))}
    </ul>
  );
}
