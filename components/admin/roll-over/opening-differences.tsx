'use client';

import type { RollOverPage } from '@/server/queries/roll-over-page';
import { useWritingMessages } from '../../messages/writing-words';
import { BeingAsked } from '../../shell/being-asked';
import { Pager } from '../../shell/pager';
import { TextArea } from '../../ui/field';
import { bodyCell, headCell, tableBox } from '../../ui/list-table';
import { Notice } from '../../ui/notice';
import type { RollOverDraft } from './roll-over-draft';
import { usePlanPage } from './use-plan-page';

const differencesOf = (plan: RollOverPage) => plan.openings.differences;

/** Units whose published report closes with other figures than the ledger; each may be opened with what was published, for a reason. */
export function OpeningDifferences({
  plan,
  draft,
  onChange,
}: {
  plan: RollOverPage;
  draft: RollOverDraft;
  onChange: (change: Partial<RollOverDraft>) => void;
}) {
  const words = useWritingMessages().rollOver.units;
  const { lines, at, pages, of, go, query } = usePlanPage(plan, 'differences', differencesOf);
  if (of === 0) return null;
  return (
    <section aria-label={words.differences(of)} className="flex flex-col gap-3">
      <Notice tone="confirm" title={words.differences(of)}>
        {words.differencesHint}
      </Notice>
      {query && <BeingAsked query={query} />}
      {lines.map((unit) => (
        <div key={unit.unitId} className={tableBox}>
          <label className="flex min-h-9 items-center gap-2 px-3 text-body font-medium">
            <input
              type="checkbox"
              className="size-4 accent-act"
              checked={draft.published.some((one) => one.unitId === unit.unitId)}
              onChange={(event) => {
                const others = draft.published.filter((one) => one.unitId !== unit.unitId);
                onChange({ published: event.target.checked ? [...others, unit] : others });
              }}
            />
            {words.take(unit.name, unit.edition)}
          </label>
          <table className="w-full border-collapse text-body">
            <caption className="sr-only">{unit.name}</caption>
            <thead>
              <tr>
                {[words.cell, words.ledger, words.published].map((head) => (
                  <th key={head} scope="col" className={headCell}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {unit.cells.map((cell) => (
                <tr key={cell.cell}>
                  <th scope="row" className={`${bodyCell} font-serif font-normal`}>
                    {cell.name}
                  </th>
                  <td className={`${bodyCell} font-serif`}>{cell.ledger || '—'}</td>
                  <td className={`${bodyCell} font-serif`}>{cell.published}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
      <Pager of={words.differences(of)} at={{ page: at, pages }} onGo={go} />
      {draft.published.length > 0 && (
        <TextArea
          label={words.reason}
          required
          rows={2}
          maxLength={2000}
          value={draft.reason}
          onChange={(event) => onChange({ reason: event.target.value })}
          error={draft.reason.trim() === '' ? words.reasonMissing : undefined}
        />
      )}
    </section>
  );
}
