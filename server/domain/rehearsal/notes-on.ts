import type { CellId } from '../formats';
import type { Quarter } from '../periods';
import type { Balance } from './balances';
import { loneFiling } from './split-balance';

export interface BrokenBalance {
  balance: Balance;
  /** Entries minus exits, as published. */
  gap: number;
}

export interface SplitNote {
  /** Key of the unit. */
  unit: string;
  quarter: Quarter;
  rule: Balance['rule'];
  /** The cells whose balance does not hold. */
  cells: CellId[];
  reason: string;
}

/**
 * What has to be signed (t3-col is must_fix) or explained (stocks and pending cases are confirm) because the published
 * figures themselves do not balance. One note for each rule, naming every column or kind it is about.
 */
export function notesOn(broken: readonly BrokenBalance[], unit: string): { signedExceptions: SplitNote[]; explanations: SplitNote[] } {
  const note = (rule: Balance['rule']): SplitNote[] => {
    const ofRule = broken.filter(({ balance }) => balance.rule === rule);
    if (ofRule.length === 0) return [];
    const sentences = ofRule.map(({ balance, gap }) => `${balance.name}${gap > 0 ? `来数比去数多${gap}件` : `去数比来数多${-gap}件`}`);
    return [
      {
        unit,
        quarter: loneFiling.quarter,
        rule,
        cells: ofRule.flatMap(({ balance }) => [balance.opening, balance.inflow, ...balance.outflows, balance.closing]),
        reason: `公布的年报本身如此：${sentences.join('；')}。演练时差额集中在这一份报表内。`,
      },
    ];
  };
  return { signedExceptions: note('t3-col'), explanations: [...note('q-stock'), ...note('q-pend')] };
}
