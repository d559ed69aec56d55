import { type CheckedFiling, type FilingFacts, filingBook } from '@/server/domain/workflow';
import type { FilingForm } from '@/server/queries/filing-form';

/** What is on the screen, as the rules look at it. */
export function checkedFiling(form: FilingForm, facts: FilingFacts): CheckedFiling {
  const { unitName: organ, year, quarter, powers, past } = form;
  const restated = new Set(form.restatements.map((one) => one.cell));
  return { organ, year, quarter, powers, format: facts.format, book: filingBook(facts), openings: facts.openings, restated, past };
}
