'use client';

import type { RollOverPage } from '@/server/queries/roll-over-page';
import { namesInWords } from '../../messages/some-names';
import { useWritingMessages } from '../../messages/writing-words';
import { Notice } from '../../ui/notice';

/** What the old year still lacks, named. None of it stops the roll-over. */
export function StepBefore({ plan }: { plan: RollOverPage }) {
  const { common, rollOver } = useWritingMessages();
  const words = rollOver.before;
  const closings = plan.unfinished.find((one) => one.quarter === 4)?.count ?? 0;
  return (
    <div className="flex flex-col gap-5">
      <p>{words.intro(plan.from.year)}</p>
      {plan.isThere && <Notice tone="act">{rollOver.isThere(plan.year)}</Notice>}
      <section>
        <h3 className="pb-1 text-body font-semibold">{words.editions(plan.from.year)}</h3>
        {plan.withoutEdition.length > 0 ? (
          <Notice tone="confirm">{words.lacking(plan.withoutEdition.map((scope) => common.scopes[scope]).join(common.listComma))}</Notice>
        ) : (
          <Notice tone="done">{words.allThere}</Notice>
        )}
      </section>
      <section>
        <h3 className="pb-1 text-body font-semibold">{words.quarters}</h3>
        <ul className="flex flex-col gap-2">
          {plan.unfinished.map(({ quarter, of, ...left }) => (
            <li key={quarter}>
              <Notice tone={left.count > 0 ? 'confirm' : 'done'} title={common.period(plan.from.year, quarter)}>
                {left.count > 0 ? `${words.left(left.count, of)}${namesInWords(left, common)}` : words.done(of)}
              </Notice>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3 className="pb-1 text-body font-semibold">{words.closings}</h3>
        <Notice tone={closings > 0 ? 'confirm' : 'done'}>{closings > 0 ? words.closingsLeft(closings) : words.closingsKnown}</Notice>
      </section>
    </div>
  );
}
