'use client';

import clsx from 'clsx';
import Link from 'next/link';
import type { Unit } from '@/db/store';
import { useMessages } from '../messages/messages-provider';
import { Button, buttonClass } from '../ui/button';
import { Badge } from '../ui/notice';
import { bodyCell } from './office-table';

const indents = ['', 'pl-8', 'pl-13', 'pl-18'];

export function UnitRow({ unit, depth, onEdit }: { unit: Unit; depth: number; onEdit: () => void }) {
  const { common, office, signOff } = useMessages();
  const words = office.units;
  return (
    <tr className="hover:bg-desk/60">
      <th scope="row" className={clsx(bodyCell, 'font-medium', indents[Math.min(depth, indents.length - 1)])}>
        {unit.name}
        {unit.needsSignOff && <Badge className="ml-2">{signOff.unitBadge}</Badge>}
      </th>
      <td className={bodyCell}>{words.kinds[unit.kind]}</td>
      <td className={clsx(bodyCell, 'text-muted')}>
        {unit.powers.length === 0 ? words.noPowers : unit.powers.map((power) => words.powerNames[power]).join(common.listComma)}
      </td>
      <td className={clsx(bodyCell, 'whitespace-nowrap')}>{words.lives(unit.opensOn, unit.closesOn)}</td>
      <td className={clsx(bodyCell, 'whitespace-nowrap')}>
        <Button look="quiet" isSmall aria-label={words.editTitle(unit.name)} onClick={onEdit}>
          {words.edit}
        </Button>
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
