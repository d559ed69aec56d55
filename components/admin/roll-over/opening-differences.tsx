'use client';

import type { RollOverPlan } from '@/server/queries/roll-over';
import { useWritingMessages } from '../../messages/writing-words';
import { TextArea } from '../../ui/field';
import { bodyCell, headCell, tableBox } from '../../ui/list-table';
import { Notice } from '../../ui/notice';
import { type RollOverDraft, toggled } from './roll-over-draft';

/** Units whose published report closes with other figures than the ledger; each may be opened with what was published, for a reason. */
export function OpeningDifferences({
  plan,
  draft,
  onChange,
}: {
  plan: RollOverPlan;
  draft: RollOverDraft;
  onChange: (change: Partial<RollOverDraft>) => void;
}) {
  const words = useWritingMessages().rollOver.units;
  const { differences } = plan.openings;
  if (differences.length === 0) return null;
  return (
    <section aria-label={words.differences(differences.length)} className="flex flex-col gap-3">
      <Notice tone="confirm" title={words.differences(differences.length)}>
        {words.differencesHint}
      </Notice>
      {differences.map((unit) => (
        <div key={unit.unitId} className={tableBox}>
          <label className="flex min-h-9 items-center gap-2 px-3 text-[15px] font-medium">
            <input
              type="checkbox"
              className="size-4 accent-act"
              checked={draft.published.includes(unit.unitId)}
              onChange={(event) => onChange({ published: toggled(draft.published, unit.unitId, event.target.checked) })}
            />
            {words.take(unit.name, unit.edition)}
          </label>
          <table className="w-full border-collapse text-[15px]">
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
