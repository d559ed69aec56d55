import type { Token } from '../concept-tokens';
import { feeReadings } from '../patterns/readings';
import type { Core, Inherited } from '../statement';

/** 信息处理费: money is the amount in 元, cases are the cases charged. Named once; what follows in the sentence is a part of it. */
export function readFee(unit: string | null, own: readonly Token[], inherited: Inherited): Core | null {
  const isMoney = unit === '元';
  if (!isMoney && !['件', '笔', '次', '宗'].includes(unit ?? '')) return null;
  const named = own.filter((token) => token.role === 'fee');
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
