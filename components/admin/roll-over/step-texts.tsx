'use client';

import type { RollOverPlan } from '@/server/queries/roll-over';
import type { EditionToCarry } from '@/server/views/roll-over-view';
import { useWritingMessages } from '../../messages/writing-words';
import { Notice } from '../../ui/notice';
import { paragraphId, type RollOverDraft, toggled } from './roll-over-draft';

/** Last year's texts, paragraph by paragraph; only what is ticked is carried. The whole's own reports first, the units' folded. */
export function StepTexts({
  plan,
  draft,
  onChange,
}: {
  plan: RollOverPlan;
  draft: RollOverDraft;
  onChange: (change: Partial<RollOverDraft>) => void;
}) {
  const { rollOver } = useWritingMessages();
  const words = rollOver.texts;
  if (plan.editions.length === 0) return <p>{words.none}</p>;
  const root = plan.editions[0]?.unitId === undefined ? null : wholeOf(plan);
  const ofWhole = plan.editions.filter((edition) => edition.unitId === root);
  const ofUnits = plan.editions.filter((edition) => edition.unitId !== root);
  const draw = (edition: EditionToCarry) => (
    <EditionParagraphs
      key={`${edition.unitId} ${edition.scope}`}
      edition={edition}
      chosen={draft.paragraphs}
      onChoose={(id, isChosen) => onChange({ paragraphs: toggled(draft.paragraphs, id, isChosen) })}
    />
  );
  return (
    <div className="flex flex-col gap-4">
      <p>{words.intro(plan.from.year)}</p>
      {ofWhole.map(draw)}
      {ofUnits.length > 0 && (
        <details open={ofWhole.length === 0}>
          <summary className="min-h-7 cursor-pointer text-act">{words.units(ofUnits.length)}</summary>
          <div className="flex flex-col gap-4 pt-3">{ofUnits.map(draw)}</div>
        </details>
      )}
    </div>
  );
}

/** The unit with a consolidated report; the units' own come after it. */
function wholeOf(plan: RollOverPlan): string | null {
  const filers = new Set(plan.openings.units.map((unit) => unit.unitId));
  return plan.editions.find((edition) => !filers.has(edition.unitId))?.unitId ?? null;
}

function EditionParagraphs({
  edition,
  chosen,
  onChoose,
}: {
  edition: EditionToCarry;
  chosen: readonly string[];
  onChoose: (id: string, isChosen: boolean) => void;
}) {
  const { common, report, rollOver } = useWritingMessages();
  const words = rollOver.texts;
  const ids = edition.paragraphs.map((one) => paragraphId(edition, one));
  return (
    <section className="rounded border border-hairline">
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-hairline px-3 py-2 text-[15px] font-semibold">
        {words.of(edition.organ, common.scopes[edition.scope], edition.edition)}
        <span className="text-[13px] font-normal text-muted">
          {words.chosen(ids.filter((id) => chosen.includes(id)).length, ids.length)}
        </span>
      </h3>
      {edition.isFinal && <Notice className="m-3">{words.isFinal}</Notice>}
      <ul>
        {edition.paragraphs.map((one) => {
          const id = paragraphId(edition, one);
          return (
            <li key={id} className="border-b border-hairline px-3 py-2 last:border-0">
              <label className="flex items-start gap-3">
                <input
                  type="checkbox"
                  aria-label={words.choose(report.textLabels[one.key], one.index + 1)}
                  className="mt-1 size-5 shrink-0 accent-act"
                  disabled={edition.isFinal || one.isThere}
                  checked={chosen.includes(id)}
                  onChange={(event) => onChoose(id, event.target.checked)}
                />
                <span className="min-w-0">
                  <span className="flex flex-wrap gap-x-3 text-[13px] leading-5 text-muted">
                    <span>{report.textLabels[one.key]}</span>
                    {one.isThere && <span>{words.isThere}</span>}
                    {one.live > 0 && <span>{words.live(one.live)}</span>}
                    {one.untyped.length > 0 && (
                      <span className="text-confirm">！ {words.untyped(one.untyped.slice(0, 8).join(common.listComma))}</span>
                    )}
                    {one.oldYears.length > 0 && (
                      <span className="text-confirm">！ {words.oldYears(one.oldYears.join(common.listComma))}</span>
                    )}
                  </span>
                  <span lang="zh-CN" className="block font-serif text-[15px] leading-7">
                    {one.printed}
                  </span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
