'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Period } from '@/server/domain/periods';
import type { ClosingPreview as Preview } from '@/server/queries/closing';
import { useLanguage } from '../../messages/messages-provider';
import { useWritingMessages } from '../../messages/writing-words';
import { answerOf } from '../../shell/answer';
import { useTRPC } from '../../trpc-queries';
import { Notice } from '../../ui/notice';
import type { closingOf } from './closing-draft';
import { MovedBalances } from './moved-balances';

type Asked = NonNullable<ReturnType<typeof closingOf>>;

/** The consequences in sentences and the balances cell by cell, or what speaks against it and how that is mended. */
export function ClosingPreview({
  closing,
  heir,
  onKnown,
}: {
  closing: Asked;
  heir: string | null;
  /** What it would move, once that is known and nothing speaks against it. */
  onKnown: (possible: Preview | null) => void;
}) {
  const { common, closing: words } = useWritingMessages();
  const language = useLanguage();
  const trpc = useTRPC();
  const asked = { ...closing, into: closing.into && 'name' in closing.into ? { ...closing.into, name: '…' } : closing.into };
  const { data, error, isPlaceholderData } = useQuery(
    trpc.office.closing.queryOptions(asked, { staleTime: 0, placeholderData: keepPreviousData }),
  );
  const isPossible = data !== undefined && !isPlaceholderData && data.refusals.length === 0;
  useEffect(() => onKnown(isPossible ? data : null), [isPossible, data, onKnown]);
  if (error)
    return (
      <Notice tone="wrong" isAlert>
        {answerOf(error, language).text}
      </Notice>
    );
  if (!data) return <p role="status">{words.loading}</p>;
  if (data.refusals.length > 0)
    return (
      <Notice tone="confirm" title={words.against} isAlert>
        <ul className="list-disc pl-5">
          {data.refusals.map((sentence) => (
            <li key={sentence.zh}>{sentence[language]}</li>
          ))}
        </ul>
      </Notice>
    );
  const period = ({ year, quarter }: Period) => common.period(year, quarter);
  const periods = (list: readonly Period[]) => list.map(period).join(common.listComma);
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex list-disc flex-col gap-1 pl-5 leading-7">
        <li>{words.closes(data.units.map((unit) => unit.name).join(common.listComma), closing.closesOn, period(data.last))}</li>
        {data.units.map(
          (unit) => unit.unfinished.length > 0 && <li key={unit.unitId}>{words.unfinished(unit.name, periods(unit.unfinished))}</li>,
        )}
        {data.units.map(
          (unit) => unit.vanishing.length > 0 && <li key={unit.unitId}>{words.vanishing(unit.name, periods(unit.vanishing))}</li>,
        )}
        {heir !== null && data.successor === null && <li>{words.begins(heir, period(data.first))}</li>}
        <li>{heir === null ? words.nobody : words.takesOver(heir, period(data.first))}</li>
        <People preview={data} hasHeir={heir !== null} />
        <li>{words.undo}</li>
      </ul>
      {heir !== null && <MovedBalances preview={data} />}
    </div>
  );
}

function People({ preview, hasHeir }: { preview: Preview; hasHeir: boolean }) {
  const { common, closing: words } = useWritingMessages();
  const { people } = preview;
  if (people.length === 0) return <li>{words.noPeople}</li>;
  const list = people
    .map((person) =>
      common.inBrackets(person.name, [common.roles[person.role], ...(person.isActive ? [] : [words.disabled])].join(common.listComma)),
    )
    .join(common.listComma);
  return (
    <li>
      {hasHeir ? words.people(people.length) : words.peopleStay(people.length)}
      {list}
    </li>
  );
}
