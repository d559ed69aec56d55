import type { RowVariant, TextKey } from '@/server/domain/formats';
import type { RollOverPlan } from '@/server/queries/roll-over';

/** What has been chosen so far. */
export interface RollOverDraft {
  /** Said of a year that is not the next one. */
  isMeant: boolean;
  rowVariant: RowVariant;
  dueOn: readonly string[];
  /** Units that open with what they published. */
  published: readonly string[];
  reason: string;
  indicators: readonly string[];
  /** Ids of paragraphs (`paragraphId`). */
  paragraphs: readonly string[];
}

type Edition = RollOverPlan['editions'][number];

export function paragraphId(edition: Pick<Edition, 'unitId' | 'scope'>, of: { key: TextKey; index: number }): string {
  return `${edition.unitId} ${edition.scope} ${of.key} ${of.index}`;
}

/** What the year after calls for: every indicator that can be carried, and of the texts the preambles alone. */
export function usualDraft(plan: RollOverPlan): RollOverDraft {
  return {
    isMeant: false,
    rowVariant: plan.rowVariant,
    dueOn: plan.quarters.map((quarter) => quarter.dueOn),
    published: [],
    reason: '',
    indicators: plan.indicators.filter((one) => one.state === 'new').map((one) => one.key),
    paragraphs: plan.editions.flatMap((edition) =>
      edition.isFinal
        ? []
        : edition.paragraphs.filter((one) => one.key === 'preamble' && !one.isThere).map((one) => paragraphId(edition, one)),
    ),
  };
}

/** The act that the draft asks for. */
export function rollOverOf(plan: RollOverPlan, draft: RollOverDraft) {
  const [first = '', second = '', third = '', fourth = ''] = draft.dueOn;
  return {
    from: plan.from.year,
    ...(draft.isMeant ? { isMeant: true } : {}),
    rowVariant: draft.rowVariant,
    dueOn: [first, second, third, fourth] as [string, string, string, string],
    openings: plan.openings.differences
      .filter((unit) => draft.published.includes(unit.unitId))
      .map(({ unitId, cells }) => ({ unitId, values: cells.map(({ cell, published }) => ({ cell, raw: published })) })),
    openingsReason: draft.reason,
    indicators: [...draft.indicators],
    paragraphs: plan.editions.flatMap((edition) =>
      edition.paragraphs
        .filter((one) => draft.paragraphs.includes(paragraphId(edition, one)))
        .map(({ key, index }) => ({ unitId: edition.unitId, scope: edition.scope, edition: edition.edition, key, index })),
    ),
  };
}

/** A list with one more or one less. */
export function toggled(list: readonly string[], one: string, isChosen: boolean): string[] {
  return isChosen ? [...list.filter((other) => other !== one), one] : list.filter((other) => other !== one);
}

/** Whether the year would have to be asked back before it is made. */
export function needsMeaning(plan: RollOverPlan, draft: RollOverDraft): boolean {
  return plan.expected !== null && !draft.isMeant;
}
