import { count, type Figure, fromDecimal, withComputed } from '../figures';
import { type CellId, type Format, getFormat, type RowVariant } from '../formats';
import { applicantKinds } from '../formats/applicant-columns';
import { outcomeRows } from '../formats/request-rows';
import { disputeBlocks, disputeResults } from '../formats/table-4-disputes';
import { type SeededRandom, seededRandom } from '../seeded-random';
import type { ReportContent } from '../subject';

export interface ValidReport {
  format: Format;
  content: ReportContent;
}

/**
 * A complete report in the tables of 2021 whose every identity holds, from a town with two requests to a province with
 * thousands. Most cells are 0, as in print. The same seed gives the same report.
 */
export function aValidReport(seed: number, variant: RowVariant = 'other_three'): ValidReport {
  const random = seededRandom(seed);
  const format = getFormat('2021', variant);
  const leaves = new Map<CellId, Figure>();
  const set = (cell: CellId, value: number): void => void leaves.set(cell, count(value));
  const scale = random.pick([3, 20, 100, 1000]);
  for (const { key } of applicantKinds) fillColumn(key, key === 'natural_person' ? scale : Math.ceil(scale / 10), { format, random, set });
  for (const block of disputeBlocks)
    for (const result of disputeResults) set(`s4.${block.key}.${result.key}`, random.chance(0.5) ? 0 : random.integer(0, scale));
  for (const kind of ['regulations', 'normative_documents']) fillDocuments(kind, kind === 'regulations' ? 0 : scale, { random, set });
  for (const cell of ['s2.licensing_decisions', 's2.penalty_decisions', 's2.coercion_decisions']) set(cell, random.integer(0, scale * 100));
  leaves.set('s2.admin_fees', money(random));
  leaves.set('s6.processing_fee', { state: 'number', value: 0, decimals: 0 });
  set('s6.processing_fee_cases', 0);
  return {
    format,
    content: { organ: '示例市示例区人民政府', year: 2023, scope: 'consolidated', figures: withComputed(format, leaves), texts: {} },
  };
}

interface Filler {
  random: SeededRandom;
  set: (cell: CellId, value: number) => void;
}

function fillColumn(column: string, scale: number, { format, random, set }: Filler & { format: Format }): void {
  let answered = 0;
  for (const { key } of outcomeRows(format.rowVariant)) {
    const value = random.chance(0.6) ? 0 : random.integer(0, scale);
    set(`s3.${key}.${column}`, value);
    answered += value;
  }
  const carriedOut = random.chance(0.5) ? 0 : random.integer(0, scale);
  const carriedIn = random.integer(0, Math.min(scale, answered + carriedOut));
  set(`s3.carried_out.${column}`, carriedOut);
  set(`s3.carried_in.${column}`, carriedIn);
  set(`s3.new_received.${column}`, answered + carriedOut - carriedIn);
}

function fillDocuments(kind: string, scale: number, { random, set }: Filler): void {
  set(`s2.${kind}.issued`, random.integer(0, scale));
  set(`s2.${kind}.repealed`, random.integer(0, scale));
  set(`s2.${kind}.in_force`, random.integer(0, scale * 10));
}

function money(random: SeededRandom): Figure {
  const decimals = random.integer(0, 6);
  const fraction = String(random.integer(0, 10 ** decimals - 1)).padStart(decimals, '0');
  const read = fromDecimal(
    decimals > 0 ? `${random.integer(0, 99_999)}.${fraction}` : String(random.integer(0, 99_999)),
    'ten_thousand_yuan',
  );
  return read ? { state: 'number', ...read } : { state: 'number', value: 0, decimals: 0 };
}
