'use client';

import { timeAt } from '@/server/domain/periods';
import type { OfficePerson } from '@/server/queries/people';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { bodyCell } from '../../ui/list-table';
import { useMade } from '../../ui/made';
import { Badge } from '../../ui/notice';
import { mayEnd, type PeopleActs } from './people-acts';
import type { PersonAct } from './person-act';

export function PersonRow({ person, may, onAct }: { person: OfficePerson; may: PeopleActs; onAct: (act: PersonAct) => void }) {
  const { common, people: words } = useWritingMessages();
  return (
    <tr {...useMade<HTMLTableRowElement>(person.id)} className="hover:bg-desk/60">
      <th scope="row" className={`${bodyCell} font-medium whitespace-nowrap`}>
        {person.name}
        {person.telephone !== '' && (
          <span className="block text-note leading-5 font-normal text-muted tabular-nums">{person.telephone}</span>
        )}
      </th>
      <td className={`${bodyCell} font-mono text-note`}>{person.username}</td>
      <td className={bodyCell}>
        {person.posts.length === 0 && <span className="text-muted">{words.noPosts}</span>}
        <ul>
          {person.posts.map((post) => {
            const name = `${post.unitName} · ${common.roles[post.role]}`;
            return (
              <li key={post.id} className="flex min-h-7 flex-wrap items-center gap-x-2">
                {name}
                {mayEnd(post.role, may) && (
                  <Button
                    look="quiet"
                    isSmall
                    aria-label={words.endPostName(person.name, name)}
                    onClick={() => onAct({ act: 'endPost', person, post })}
                  >
                    {words.endPost}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      </td>
      <td className={bodyCell}>
        <PersonState person={person} />
      </td>
      <td className={`${bodyCell} whitespace-nowrap`}>
        {may.duties && (
          <Button look="quiet" isSmall aria-label={`${words.givePost} ${person.name}`} onClick={() => onAct({ act: 'givePost', person })}>
            {words.givePost}
          </Button>
        )}
        {may.accounts && (
          <Button look="quiet" isSmall aria-label={`${words.newLink} ${person.name}`} onClick={() => onAct({ act: 'newLink', person })}>
            {words.newLink}
          </Button>
        )}
        {may.policy && person.heldUntil && (
          <Button
            look="quiet"
            isSmall
            aria-label={`${words.liftHoldOff} ${person.name}`}
            onClick={() => onAct({ act: 'liftHoldOff', person })}
          >
            {words.liftHoldOff}
          </Button>
        )}
        {may.policy && person.hasSecondFactor && (
          <Button
            look="quiet"
            isSmall
            aria-label={`${words.resetFactor} ${person.name}`}
            onClick={() => onAct({ act: 'resetFactor', person })}
          >
            {words.resetFactor}
          </Button>
        )}
        {may.accounts && (
          <Button
            look="quiet"
            isSmall
            aria-label={`${words.telephoneAct} ${person.name}`}
            onClick={() => onAct({ act: 'setTelephone', person })}
          >
            {words.telephoneAct}
          </Button>
        )}
        {may.accounts && person.hasIdentity && (
          <Button
            look="quiet"
            isSmall
            aria-label={`${words.releaseIdentity} ${person.name}`}
            onClick={() => onAct({ act: 'releaseIdentity', person })}
          >
            {words.releaseIdentity}
          </Button>
        )}
        {may.accounts && (
          <Button
            look="quiet"
            isSmall
            aria-label={`${person.isActive ? words.disable : words.enable} ${person.name}`}
            onClick={() => onAct({ act: 'setActive', person })}
          >
            {person.isActive ? words.disable : words.enable}
          </Button>
        )}
      </td>
    </tr>
  );
}

function PersonState({ person }: { person: OfficePerson }) {
  const words = useWritingMessages().people;
  if (!person.isActive) return <Badge>{words.disabled}</Badge>;
  return (
    <div className="flex flex-wrap gap-1">
      {person.hasPassword ? <Badge tone="done">{words.active}</Badge> : <Badge>{words.noPassword}</Badge>}
      {person.hasSecondFactor && <Badge tone="done">{words.secondFactor}</Badge>}
      {person.hasIdentity && <Badge tone="act">{words.hasIdentity}</Badge>}
      {person.heldUntil && <Badge tone="confirm">{words.heldOff(timeAt(new Date(person.heldUntil)).slice(5))}</Badge>}
    </div>
  );
}
