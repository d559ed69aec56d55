import { count, type Figure, type FigureBook } from '@/server/domain/figures';
import { type CellId, type Format, leafCells } from '@/server/domain/formats';
import { applicantKinds } from '@/server/domain/formats/applicant-columns';
import { outcomeRows } from '@/server/domain/formats/request-rows';
import { disputeBlocks } from '@/server/domain/formats/table-4-disputes';
import { type SeededRandom, seededRandom } from '@/server/domain/seeded-random';
import type { DemonstrationUnit } from './demonstration-units';

/** How often an outcome is drawn, out of a hundred; rows that are not named are drawn never. */
const outcomeWeights: Record<string, number> = {
  granted: 38,
  partially_granted: 9,
  denied_third_party_rights: 2,
  denied_internal_affairs: 2,
  denied_process_info: 2,
  denied_enforcement_file: 2,
  denied_admin_query: 3,
  unable_not_held: 24,
  unable_needs_creation: 3,
  unable_unclear_after_correction: 1,
  refused_petition_complaint: 6,
  refused_repeat: 2,
  other_no_correction: 2,
  other_misc: 4,
};
const columnWeights: Record<string, number> = {
  natural_person: 82,
  commercial_enterprise: 12,
  public_welfare_org: 1,
  legal_service_org: 4,
  other_org: 1,
};

/**
 * A plausible year of a unit: requests paired with outcomes, documents and cases that add up from their openings.
 * Invented, and the same for the same seed.
 *
 * @param before last year's closings, as opening cells; empty for the first year
 */
export function demonstrationYear(format: Format, unit: DemonstrationUnit, seed: number, before: FigureBook): Map<CellId, Figure> {
  const random = seededRandom(seed);
  const below = (most: number) => Math.floor(random.next() * most);
  const year = new Map<CellId, Figure>(leafCells(format).map((cell) => [cell.id, count(0)]));
  const add = (cell: CellId, amount: number) => year.set(cell, count(amountAt(year, cell) + amount));

  for (const { key } of applicantKinds) year.set(`s3.carried_in.${key}`, count(amountAt(before, `s3.carried_in.${key}`)));
  for (let request = 0; request < unit.requests + below(5); request += 1) add(`s3.new_received.${draw(columnWeights, random)}`, 1);
  const outcomes = new Set(outcomeRows(format.rowVariant).map((row) => row.key));
  for (const { key } of applicantKinds) {
    const open = amountAt(year, `s3.new_received.${key}`) + amountAt(year, `s3.carried_in.${key}`);
    const carriedOut = Math.min(open, below(2 + Math.floor(open / 12)));
    year.set(`s3.carried_out.${key}`, count(carriedOut));
    for (let answered = 0; answered < open - carriedOut; answered += 1) {
      const outcome = draw(outcomeWeights, random);
      add(`s3.${outcomes.has(outcome) ? outcome : 'granted'}.${key}`, 1);
    }
  }

  const inForce = before.size > 0 ? amountAt(before, 's2.normative_documents.in_force_opening') : unit.documents * 3;
  const issued = below(unit.documents) + 1;
  const repealed = Math.min(below(3), inForce);
  year.set('s2.normative_documents.in_force_opening', count(inForce));
  year.set('s2.normative_documents.issued', count(issued));
  year.set('s2.normative_documents.repealed', count(repealed));
  year.set('s2.normative_documents.in_force', count(inForce + issued - repealed));
  year.set('s2.licensing_decisions', count(Math.round(unit.decisions * 0.7)));
  year.set('s2.penalty_decisions', count(Math.round(unit.decisions * 0.25) + below(9)));
  year.set('s2.coercion_decisions', count(Math.round(unit.decisions * 0.05)));
  year.set(
    's2.admin_fees',
    unit.feesInYuan === 0 ? count(0) : { state: 'number', value: (unit.feesInYuan + below(9000)) * 100, decimals: 4 },
  );

  for (const { key } of disputeBlocks) {
    const opening = amountAt(before, `s4.${key}.pending_opening`);
    const cases = opening + below(Math.ceil(unit.requests / 14));
    const pending = Math.min(cases, below(2));
    const upheld = Math.ceil((cases - pending) * 0.7);
    year.set(`s4.${key}.pending_opening`, count(opening));
    year.set(`s4.${key}.new_cases`, count(cases - opening));
    year.set(`s4.${key}.upheld`, count(upheld));
    year.set(`s4.${key}.other`, count(cases - pending - upheld));
    year.set(`s4.${key}.pending`, count(pending));
  }
  return year;
}

/** Closings of a year as the openings of the next. */
export function openingsAfter(format: Format, closed: FigureBook): Map<CellId, Figure> {
  return new Map(
    leafCells(format).flatMap((cell) => (cell.opensFrom ? [[cell.id, count(amountAt(closed, cell.opensFrom))] as const] : [])),
  );
}

function amountAt(book: FigureBook, cell: CellId): number {
  const figure = book.get(cell);
  return figure?.state === 'number' ? figure.value : 0;
}

function draw(weights: Record<string, number>, random: SeededRandom): string {
  let point = random.next() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  for (const [key, weight] of Object.entries(weights)) {
    point -= weight;
    if (point < 0) return key;
  }
  return Object.keys(weights)[0] as string;
}
