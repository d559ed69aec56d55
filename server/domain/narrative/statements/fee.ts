import type { Token } from '../concept-tokens';
import { feeReadings } from '../patterns/readings';
import type { Core, Inherited } from '../statement';

/** 信息处理费: money is the amount in 元, cases are the cases charged. Named once; what follows in the sentence is a part of it. */
export function readFee(unit: string | null, own: readonly Token[], inherited: Inherited): Core | null {
  const named = own.filter((token) => token.role === 'fee');
  if (named.some((token) => token.concept === 'admin_fees')) return readAdminFees(unit, named);
  const isMoney = unit === '元';
  if (!isMoney && !['件', '笔', '次', '宗'].includes(unit ?? '')) return null;
  const key = isMoney ? 'fee:amount' : 'fee:cases';
  if (isMoney && named.length === 0 && inherited.earlier.has(key)) return null;
  const reading = feeReadings[isMoney ? 'amount' : 'cases'];
  return {
    key,
    rule: 'n-fee',
    readings: [{ ...reading, columns: ['total'] }],
    tokens: named,
    isPartial: named.length === 0 && !isMoney,
    quantity: isMoney ? 'yuan' : 'count',
  };
}

/** 行政事业性收费 of table 二 is 万元 and the organ's whole income; it is never the 信息处理费 of chapter 六. */
function readAdminFees(unit: string | null, tokens: readonly Token[]): Core | null {
  if (unit !== '元') return null;
  return {
    key: 'admin_fees',
    rule: 'n-doc',
    readings: [{ ...feeReadings.admin, columns: ['total'] }],
    tokens,
    quantity: 'yuan',
  };
}
