'use client';

import type { SlipStatus } from '@/server/domain/corrections';
import type { SlipRow, SlipList as Slips } from '@/server/queries/slips';
import { useWritingMessages } from '../messages/writing-words';
import { isSearchable } from '../shell/list-address';
import { ListSearch } from '../shell/list-search';
import { Pager } from '../shell/pager';
import { buttonClass } from '../ui/button';
import { Link } from '../ui/link';
import { bodyCell, ListTable } from '../ui/list-table';
import { momentText } from '../ui/moment';
import { Badge, type Tone } from '../ui/notice';
import { EmptyState, PageHead } from '../ui/page';

const tones: Record<SlipStatus, Tone> = { draft: 'plain', signed: 'confirm', accepted: 'done', refused: 'wrong', withdrawn: 'plain' };

export function SlipBadge({ status }: { status: SlipStatus }) {
  return <Badge tone={tones[status]}>{useWritingMessages().slips.statuses[status]}</Badge>;
}

/** Correction slips, those that wait for the person first. */
export function SlipList({
  slips: rows,
  page,
  search,
  years,
}: Slips & {
  /** Where the person may begin one. */
  years: readonly { unitId: string; unitName: string; year: number }[];
}) {
  const { slips, common, lists } = useWritingMessages();
  const { columns } = slips;
  const hasSeveralUnits = new Set(years.map((one) => one.unitId)).size > 1;
  return (
    <>
      <PageHead title={slips.title} context={slips.context}>
        {years.map(({ unitId, unitName, year }, index) => (
          <Link
            key={`${unitId} ${year}`}
            href={`/slips/new?unit=${unitId}&year=${year}`}
            aria-label={slips.beginOf(unitName, common.year(year))}
            className={buttonClass(index === 0 ? 'primary' : 'plain')}
          >
            {slips.begin} {hasSeveralUnits ? `${unitName} ` : ''}
            {common.year(year)}
          </Link>
        ))}
      </PageHead>
      {isSearchable(page, search) && <ListSearch path="/slips" search={search} label={slips.find} found={page.of} />}
      {rows.length === 0 ? (
        <EmptyState title={search ? lists.nothingFound(search) : slips.emptyTitle}>
          {search ? lists.nothingFoundHint : slips.emptyHint}
        </EmptyState>
      ) : (
        <ListTable caption={slips.listCaption} heads={[columns.slip, columns.status, columns.reason, columns.unit, columns.office]}>
          {rows.map((row) => (
            <SlipLine key={row.slipId} row={row} />
          ))}
        </ListTable>
      )}
      <Pager at={page} path="/slips" kept={{ search }} />
    </>
  );
}

function SlipLine({ row }: { row: SlipRow }) {
  const { slips } = useWritingMessages();
  const name = slips.numbered(row.year, row.number);
  return (
    <tr className="relative border-b border-hairline last:border-0 focus-within:bg-act-soft hover:bg-act-soft">
      <th scope="row" className={`${bodyCell} py-2 font-medium`}>
        <Link href={`/slips/${row.slipId}`} aria-label={`${row.unitName} ${name}`} className="text-act after:absolute after:inset-0">
          {row.unitName}
        </Link>
        <span className="block text-note font-normal text-muted">
          {name} · {slips.cells(row.cells)}
        </span>
      </th>
      <td className={bodyCell}>
        <SlipBadge status={row.status} />
      </td>
      <td className={`${bodyCell} max-w-field`}>
        <span className="line-clamp-2">{row.reason}</span>
      </td>
      <td className={`${bodyCell} text-note`}>{row.signedAt ? slips.by(row.signedBy, momentText(row.signedAt)) : slips.notSigned}</td>
      <td className={`${bodyCell} text-note`}>{row.decidedAt ? slips.by(row.decidedBy, momentText(row.decidedAt)) : '—'}</td>
    </tr>
  );
}
