'use client';

import type { RollOverPage } from '@/server/queries/roll-over-page';
import { namesInWords } from '../../messages/some-names';
import { useWritingMessages } from '../../messages/writing-words';
import { BeingAsked } from '../../shell/being-asked';
import { Pager } from '../../shell/pager';
import { bodyCell, ListTable } from '../../ui/list-table';
import { Notice } from '../../ui/notice';
import { OpeningSumsPanel } from '../openings/opening-sums-panel';
import { OpeningDifferences } from './opening-differences';
import type { RollOverDraft } from './roll-over-draft';
import { usePlanPage } from './use-plan-page';

const unitsOf = (plan: RollOverPage) => plan.openings.units;

/** Which units file, and what each opens with; what was published otherwise, and what is not known. */
export function StepUnits({
  plan,
  draft,
  onChange,
}: {
  plan: RollOverPage;
  draft: RollOverDraft;
  onChange: (change: Partial<RollOverDraft>) => void;
}) {
  const { common, rollOver } = useWritingMessages();
  const words = rollOver.units;
  const { units, openings } = plan;
  const { lines, at, pages, go, query } = usePlanPage(plan, 'units', unitsOf);
  const { unknown } = openings;
  return (
    <div className="flex flex-col gap-5">
      <section>
        <h3 className="pb-1 text-body font-semibold">{words.title}</h3>
        <p>{words.filing(units.filing)}</p>
        {units.opened.length + units.closed.length === 0 && <p className="text-muted">{words.same}</p>}
        <ul className="list-disc pl-5">
          {units.opened.map(({ name, opensOn }) => (
            <li key={name}>{words.opened(name, opensOn)}</li>
          ))}
          {units.closed.map(({ name, closesOn, successor }) => (
            <li key={name}>{words.closed(name, closesOn, successor)}</li>
          ))}
        </ul>
      </section>
      <section className="flex flex-col gap-3">
        <h3 className="text-body font-semibold">{words.openings}</h3>
        <p>{words.derived}</p>
        <Notice tone={unknown.count === 0 ? 'done' : 'plain'}>{words.known(openings.known, openings.of)}</Notice>
        {unknown.count > 0 && (
          <Notice tone="confirm" title={words.unknown(unknown.count)}>
            <p>
              {namesInWords(
                { count: unknown.count, first: unknown.first.map((unit) => words.unknownCells(unit.name, unit.unknown)) },
                common,
              )}
            </p>
            <p className="text-note leading-5 text-muted">{words.unknownHint}</p>
          </Notice>
        )}
        <OpeningSumsPanel sums={openings.sums} isLinked={plan.isThere} />
        <OpeningDifferences plan={plan} draft={draft} onChange={onChange} />
        <details>
          <summary className="min-h-7 cursor-pointer text-act">{words.perUnit}</summary>
          <ListTable caption={words.perUnit} heads={[words.unit, words.openedWith]}>
            {lines.map((unit) => (
              <tr key={unit.unitId}>
                <th scope="row" className={`${bodyCell} align-top font-normal whitespace-nowrap`}>
                  {unit.name}
                </th>
                <td className={`${bodyCell} text-note leading-6`}>
                  {unit.above.length > 0
                    ? unit.above.map(({ name, value }) => words.item(name, value)).join(common.statutoryTable.and)
                    : unit.unknown > 0
                      ? words.unknownCells(unit.name, unit.unknown)
                      : words.none}
                </td>
              </tr>
            ))}
          </ListTable>
          {query && <BeingAsked query={query} />}
          <Pager of={words.perUnit} at={{ page: at, pages }} onGo={go} />
        </details>
      </section>
    </div>
  );
}
