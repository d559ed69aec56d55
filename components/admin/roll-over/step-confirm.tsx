'use client';

import type { RollOverPage } from '@/server/queries/roll-over-page';
import { useWritingMessages } from '../../messages/writing-words';
import { MeantYear } from '../years/meant-year';
import type { RollOverDraft } from './roll-over-draft';
import { rollOverOf } from './roll-over-draft';

/** All that will be made, in numbers, before the one act; a year that is not the next one is asked back. */
export function StepConfirm({
  plan,
  draft,
  onChange,
}: {
  plan: RollOverPage;
  draft: RollOverDraft;
  onChange: (change: Partial<RollOverDraft>) => void;
}) {
  const { common, office, rollOver } = useWritingMessages();
  const words = rollOver.confirm;
  const act = rollOverOf(plan, draft);
  const cells = act.openings.reduce((sum, unit) => sum + unit.values.length, 0);
  return (
    <div className="flex flex-col gap-4">
      <section>
        <h3 className="pb-1 text-body font-semibold">{words.made}</h3>
        <ul className="list-disc pl-5 leading-7">
          <li>{plan.isThere ? rollOver.isThere(plan.year) : words.newYear(plan.year, plan.format)}</li>
          <li>{words.due(act.dueOn.join(common.listComma))}</li>
          <li>{cells > 0 ? words.openings(act.openings.length, cells) : words.openingsDerived}</li>
          <li>{words.indicators(act.indicators.length)}</li>
          <li>{words.paragraphs(act.paragraphs.length)}</li>
        </ul>
      </section>
      <p>{words.nothingElse}</p>
      <p className="text-note leading-5 text-muted">{words.undo}</p>
      {plan.expected !== null && (
        <MeantYear
          label={office.years.isMeant(plan.year, plan.expected)}
          isMeant={draft.isMeant}
          onChange={(isMeant) => onChange({ isMeant })}
        />
      )}
    </div>
  );
}
