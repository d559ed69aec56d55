import type { Figure } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import type { DeclarableSection, Seen } from '@/server/domain/workflow';
import type { FilingForm } from '@/server/queries/filing-form';

/** What the check page shows, as the submission is bound to it. */
export function seenOf(form: FilingForm, book: ReadonlyMap<CellId, Figure>): Seen {
  return {
    figures: Object.fromEntries(book),
    declared: (Object.keys(form.declared) as DeclarableSection[]).sort(),
    contribution: form.contribution.text,
    explanations: form.explanations.map(({ id, countersignedBy }) => ({ id, isCountersigned: countersignedBy !== null })),
  };
}
