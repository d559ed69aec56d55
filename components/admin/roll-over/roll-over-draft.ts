import type { RowVariant, TextKey } from '@/server/domain/formats';
import type { OpeningDifference } from '@/server/queries/roll-over';
import type { RollOverPage } from '@/server/queries/roll-over-page';
import type { EditionToCarry } from '@/server/views/roll-over-view';

/** A paragraph of last year's edition, as the act names it. */
export interface ChosenParagraph {
  unitId: string;
  scope: EditionToCarry['scope'];
  edition: number;
  key: TextKey;
  index: number;
}

/** What has been chosen so far. */
export interface RollOverDraft {
  /** Said of a year that is not the next one. */
  isMeant: boolean;
  rowVariant: RowVariant;
  dueOn: readonly string[];
  /** Units that open with what they published. */
  published: readonly OpeningDifference[];
  reason: string;
  indicators: readonly string[];
  /** By their ids (`paragraphId`). */
  paragraphs: ReadonlyMap<string, ChosenParagraph>;
}

export function paragraphId({ unitId, scope, key, index }: Omit<ChosenParagraph, 'edition'>): string {
  return `${unitId} ${scope} ${key} ${index}`;
}

/** What the year after calls for: every indicator that can be carried, and of the texts the preambles alone. */
export function usualDraft(plan: RollOverPage): RollOverDraft {
  const usual = plan.usualParagraphs.map((one): ChosenParagraph => ({ ...one, key: 'preamble' }));
  return {
    isMeant: false,
    rowVariant: plan.rowVariant,
    dueOn: plan.quarters.map((quarter) => quarter.dueOn),
    published: [],
    reason: '',
    indicators: plan.indicators.filter((one) => one.state === 'new').map((one) => one.key),
    paragraphs: new Map(usual.map((one) => [paragraphId(one), one])),
  };
}

/** The act that the draft asks for. */
export function rollOverOf(plan: RollOverPage, draft: RollOverDraft) {
  const [first = '', second = '', third = '', fourth = ''] = draft.dueOn;
  return {
    from: plan.from.year,
    ...(draft.isMeant ? { isMeant: true } : {}),
    rowVariant: draft.rowVariant,
    dueOn: [first, second, third, fourth] as [string, string, string, string],
    openings: draft.published.map(({ unitId, cells }) => ({
      unitId,
      values: cells.map(({ cell, published }) => ({ cell, raw: published })),
    })),
    openingsReason: draft.reason,
    indicators: [...draft.indicators],
    paragraphs: [...draft.paragraphs.values()],
  };
}

/** A list with one more or one less. */
export function toggled(list: readonly string[], one: string, isChosen: boolean): string[] {
  return isChosen ? [...list.filter((other) => other !== one), one] : list.filter((other) => other !== one);
}

/** The paragraphs with one more or one less. */
export function withParagraph(draft: RollOverDraft, one: ChosenParagraph, isChosen: boolean): Pick<RollOverDraft, 'paragraphs'> {
  const paragraphs = new Map(draft.paragraphs);
  if (isChosen) paragraphs.set(paragraphId(one), one);
  else paragraphs.delete(paragraphId(one));
  return { paragraphs };
}

/** Whether the year would have to be asked back before it is made. */
export function needsMeaning(plan: RollOverPage, draft: RollOverDraft): boolean {
  return plan.expected !== null && !draft.isMeant;
}
