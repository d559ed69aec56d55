'use client';

import type { RollOverPage } from '@/server/queries/roll-over-page';
import type { EditionToCarry } from '@/server/views/roll-over-view';
import { useWritingMessages } from '../../messages/writing-words';
import { BeingAsked } from '../../shell/being-asked';
import { Pager } from '../../shell/pager';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { type ChosenParagraph, paragraphId, type RollOverDraft, withParagraph } from './roll-over-draft';
import { usePlanPage } from './use-plan-page';

const ofUnits = (plan: RollOverPage) => plan.editions.ofUnits;

/** Last year's texts, paragraph by paragraph; only what is ticked is carried. The whole's own reports first, the units' folded. */
export function StepTexts({
  plan,
  draft,
  onChange,
}: {
  plan: RollOverPage;
  draft: RollOverDraft;
  onChange: (change: Partial<RollOverDraft>) => void;
}) {
  const { rollOver } = useWritingMessages();
  const words = rollOver.texts;
  const { ofWhole } = plan.editions;
  const { lines, at, pages, of, go, query } = usePlanPage(plan, 'editions', ofUnits);
  if (ofWhole.length + of === 0) return <p>{words.none}</p>;
  const draw = (edition: EditionToCarry) => (
    <EditionParagraphs
      key={`${edition.unitId} ${edition.scope}`}
      edition={edition}
      draft={draft}
      onChoose={(one, isChosen) => onChange(withParagraph(draft, one, isChosen))}
    />
  );
  return (
    <div className="flex flex-col gap-4">
      <p>{words.intro(plan.from.year)}</p>
      {ofWhole.map(draw)}
      {of > 0 && (
        <details open={ofWhole.length === 0}>
          <summary className="min-h-7 cursor-pointer text-act">{words.units(of)}</summary>
          <div className="flex flex-col gap-4 pt-3">
            {query && <BeingAsked query={query} />}
            {lines.map(draw)}
            <Pager of={words.units(of)} at={{ page: at, pages }} onGo={go} />
          </div>
        </details>
      )}
    </div>
  );
}

function EditionParagraphs({
  edition,
  draft,
  onChoose,
}: {
  edition: EditionToCarry;
  draft: RollOverDraft;
  onChoose: (one: ChosenParagraph, isChosen: boolean) => void;
}) {
  const { common, report, rollOver } = useWritingMessages();
  const words = rollOver.texts;
  const { unitId, scope } = edition;
  const chosenOf = ({ key, index }: EditionToCarry['paragraphs'][number]): ChosenParagraph => ({
    ...{ unitId, scope, edition: edition.edition },
    ...{ key, index },
  });
  const isChosen = (one: EditionToCarry['paragraphs'][number]) => draft.paragraphs.has(paragraphId(chosenOf(one)));
  return (
    <section className="rounded border border-hairline">
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-hairline px-3 py-2 text-body font-semibold">
        {words.of(edition.organ, common.scopes[edition.scope], edition.edition)}
        <span className="text-note font-normal text-muted">
          {words.chosen(edition.paragraphs.filter(isChosen).length, edition.paragraphs.length)}
        </span>
      </h3>
      {edition.isFinal && <Notice className="m-3">{words.isFinal}</Notice>}
      <ul>
        {edition.paragraphs.map((one) => {
          const id = paragraphId(chosenOf(one));
          return (
            <li key={id} className="border-b border-hairline px-3 py-2 last:border-0">
              <label className="flex items-start gap-3">
                <input
                  type="checkbox"
                  aria-label={words.choose(report.textLabels[one.key], one.index + 1)}
                  className="mt-1 size-5 shrink-0 accent-act"
                  disabled={edition.isFinal || one.isThere}
                  checked={isChosen(one)}
                  onChange={(event) => onChoose(chosenOf(one), event.target.checked)}
                />
                <span className="min-w-0">
                  <span className="flex flex-wrap gap-x-3 text-note leading-5 text-muted">
                    <span>{report.textLabels[one.key]}</span>
                    {one.isThere && <span>{words.isThere}</span>}
                    {one.live > 0 && <span>{words.live(one.live)}</span>}
                    {one.untyped.length > 0 && (
                      <span className="text-confirm">
                        <Icon name="confirm" className="mr-1" />
                        {words.untyped(one.untyped.slice(0, 8).join(common.listComma))}
                      </span>
                    )}
                    {one.oldYears.length > 0 && (
                      <span className="text-confirm">
                        <Icon name="confirm" className="mr-1" />
                        {words.oldYears(one.oldYears.join(common.listComma))}
                      </span>
                    )}
                  </span>
                  <span lang="zh-CN" className="block font-serif text-body leading-7">
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
