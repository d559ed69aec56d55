import { type CellId, type Format, getCell } from '../formats';
import { applicantKinds } from '../formats/applicant-columns';
import { disputeBlocks } from '../formats/table-4-disputes';

/**
 * A stock that things enter and leave: opening + inflow = outflows + closing, in every period, and the closing of one
 * period is the opening of the next. An applicant column of table 三, the documents in force, the court cases of a block.
 */
export interface Balance {
  /** The check that says so. */
  rule: 't3-col' | 'q-stock' | 'q-pend';
  name: string;
  opening: CellId;
  inflow: CellId;
  outflows: readonly CellId[];
  closing: CellId;
  pace: Pace;
}

/** How fast what entered leaves again: the weights of leaving in the quarter of entry, one, two and three quarters later. */
export type Pace = readonly [number, number, number, number];

/** A request is answered within 20 working days, or 40 when extended (《政府信息公开条例》第三十三条): mostly in its own quarter. */
const requestPace: Pace = [70, 25, 4, 1];
/** A review takes two to three months, a suit six. */
const casePace: Pace = [30, 40, 20, 10];
/** A document is repealed whenever its time has come. */
const documentPace: Pace = [1, 1, 1, 1];

/** Every balance of a format. The 2019 tables state no opening of documents, so theirs is none. */
export function balancesOf(format: Format): Balance[] {
  return [...requestBalances(format), ...documentBalances(format), ...caseBalances()];
}

function requestBalances(format: Format): Balance[] {
  return applicantKinds.map(({ key, label }) => ({
    rule: 't3-col',
    name: `${label}列`,
    opening: `s3.carried_in.${key}`,
    inflow: `s3.new_received.${key}`,
    outflows: getCell(format, `s3.result_total.${key}`).terms ?? [],
    closing: `s3.carried_out.${key}`,
    pace: requestPace,
  }));
}

function documentBalances(format: Format): Balance[] {
  return (['regulations', 'normative_documents'] as const).flatMap((key): Balance[] => {
    const opening = format.cells.get(`s2.${key}.in_force_opening`);
    if (!opening) return [];
    return [
      {
        rule: 'q-stock',
        name: opening.rowLabel,
        opening: opening.id,
        inflow: `s2.${key}.issued`,
        outflows: [`s2.${key}.repealed`],
        closing: `s2.${key}.in_force`,
        pace: documentPace,
      },
    ];
  });
}

function caseBalances(): Balance[] {
  return disputeBlocks.map(({ key, label }) => ({
    rule: 'q-pend',
    name: label,
    opening: `s4.${key}.pending_opening`,
    inflow: `s4.${key}.new_cases`,
    outflows: [`s4.${key}.upheld`, `s4.${key}.corrected`, `s4.${key}.other`],
    closing: `s4.${key}.pending`,
    pace: casePace,
  }));
}
