'use client';

import clsx from 'clsx';
import type { UnitLine } from '@/server/queries/unit-list';
import { namesInWords } from '../../messages/some-names';
import { useWritingMessages } from '../../messages/writing-words';
import { Button, buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { bodyCell } from '../../ui/list-table';
import { useMade } from '../../ui/made';
import { Badge } from '../../ui/notice';

const indents = ['', 'pl-8', 'pl-13', 'pl-18'];

export function UnitRow({ unit, onEdit, onReopen }: { unit: UnitLine; onEdit: () => void; onReopen: () => void }) {
  const { closing, common, office, signOff } = useWritingMessages();
  const words = office.units;
  return (
    <tr {...useMade<HTMLTableRowElement>(unit.id)} className="hover:bg-desk/60">
      <th scope="row" className={clsx(bodyCell, 'font-medium', indents[Math.min(unit.depth, indents.length - 1)])}>
        {unit.within !== null && <span className="block text-note leading-5 font-normal text-muted">{words.within(unit.within)}</span>}
        <span className={clsx(unit.closesOn && 'text-muted')}>{unit.name}</span>
        {unit.needsSignOff && <Badge className="ml-2">{signOff.unitBadge}</Badge>}
        {unit.predecessors.count > 0 && (
          <span className="block text-note leading-5 font-normal text-muted">
            {closing.succeeds(namesInWords(unit.predecessors, common))}
          </span>
        )}
      </th>
      <td className={bodyCell}>{words.kinds[unit.kind]}</td>
      <td className={clsx(bodyCell, 'text-muted')}>
        {unit.powers.length === 0 ? words.noPowers : unit.powers.map((power) => words.powerNames[power]).join(common.listComma)}
      </td>
      <td className={clsx(bodyCell, 'whitespace-nowrap')}>
        {words.lives(unit.opensOn, unit.closesOn)}
        {unit.closesOn && (
          <span className="block py-0.5 text-note leading-5 text-muted">
            <Badge>{closing.closedBadge}</Badge> {unit.successor !== null && closing.succeededBy(unit.successor)}
          </span>
        )}
      </td>
      <td className={clsx(bodyCell, 'whitespace-nowrap')}>
        <Button look="quiet" isSmall aria-label={words.editTitle(unit.name)} onClick={onEdit}>
          {words.edit}
        </Button>
        {unit.closesOn && (
          <Button look="quiet" isSmall aria-label={`${closing.reopen} ${unit.name}`} onClick={onReopen}>
            {closing.reopen}
          </Button>
        )}
        {unit.kind !== 'government' && (
          <Link
            href={`/office/openings?unit=${encodeURIComponent(unit.id)}`}
            aria-label={`${words.openings} ${unit.name}`}
            className={buttonClass('quiet', true)}
          >
            {words.openings}
          </Link>
        )}
      </td>
    </tr>
  );
}
