'use client';

import type { RollOverPage } from '@/server/queries/roll-over-page';
import { useWritingMessages } from '../../messages/writing-words';
import { bodyCell, tableBox } from '../../ui/list-table';
import { type RollOverDraft, toggled } from './roll-over-draft';

/** Local indicators, each carried under its key or not. */
export function StepIndicators({
  plan,
  draft,
  onChange,
}: {
  plan: RollOverPage;
  draft: RollOverDraft;
  onChange: (change: Partial<RollOverDraft>) => void;
}) {
  const words = useWritingMessages().rollOver.indicators;
  if (plan.indicators.length === 0) return <p>{words.none}</p>;
  return (
    <div className="flex flex-col gap-3">
      <p>{words.intro}</p>
      <div className={tableBox}>
        <table className="w-full border-collapse text-body">
          <caption className="sr-only">{words.name}</caption>
          <tbody>
            {plan.indicators.map((one) => (
              <tr key={one.key}>
                <td className={`${bodyCell} w-10`}>
                  <input
                    type="checkbox"
                    aria-label={words.chooseOf(one.name)}
                    className="size-5 accent-act"
                    disabled={one.state !== 'new'}
                    checked={draft.indicators.includes(one.key)}
                    onChange={(event) => onChange({ indicators: toggled(draft.indicators, one.key, event.target.checked) })}
                  />
                </td>
                <th scope="row" className={`${bodyCell} font-medium`}>
                  {one.name}
                </th>
                <td className={`${bodyCell} text-muted`}>x.{one.key}</td>
                <td className={bodyCell}>{words.measure(one.unit, words.addsUp[one.addsUp])}</td>
                <td className={bodyCell}>{one.askedOf === null ? words.askedAll : words.asked(one.askedOf)}</td>
                <td className={`${bodyCell} text-muted`}>{words.states[one.state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
