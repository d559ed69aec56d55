import type { Claim } from './claim';
import { add, compare, type Decimal, printDecimal, whole } from './decimal';
import type { PartList } from './part-lists';
import type { ReadNumber } from './read-text';

/** Half of the whole is listed: less than that, and the list only names examples. */
const minCovered = 0.5;
/** So much of the whole that the rest looks like a slip rather than like parts left out. */
const nearlyAll = 0.8;

/**
 * Whether the parts add up. Too much is always a disagreement; too little only where the words claim a complete list.
 * Null when the list claims no sum.
 */
export function judgeParts({ whole: number, parts, claims, isItselfPart }: PartList): Claim | null {
  if (number.value === null) return null;
  if (parts.some((part) => part.hedge)) return claims === 'open' ? null : claimOf(number, parts, 'not_checkable', null);
  const [first] = parts;
  // 114件，含规范性文件2件，其中人事任免40件: the second 其中 speaks of the 114.
  if (isItselfPart && first?.value && compare(first.value, number.value) > 0) return null;
  const sum = parts.reduce<Decimal>((total, part) => add(total, part.value ?? whole(0)), whole(0));
  const order = compare(sum, number.value);
  const covered = asNumber(sum) / Math.max(asNumber(number.value), 1);
  const wrong = order > 0 || (order < 0 && (claims === 'complete' || (claims === 'likely' && covered >= minCovered)));
  if (order < 0 && !wrong) return null;
  if (order === 0 && parts.length < 2) return null;
  const claim = claimOf(number, parts, wrong ? 'disagrees' : 'agrees', sum);
  return wrong && order < 0 && claims === 'likely' && covered < nearlyAll ? { ...claim, isHint: true } : claim;
}

function claimOf(number: ReadNumber, parts: readonly ReadNumber[], verdict: Claim['verdict'], sum: Decimal | null): Claim {
  const all = [number, ...parts];
  return {
    rule: all.some((one) => one.statement?.rule === 'n-fee') ? 'n-fee' : 'n-parts',
    verdict,
    start: Math.min(...all.map((one) => one.start)),
    end: Math.max(...all.map((one) => one.unitEnd)),
    stated: `${number.raw}${number.unit ?? ''}`,
    tried: sum
      ? [{ zh: parts.map((part) => part.raw).join('+'), en: parts.map((part) => part.raw).join(' + '), value: printDecimal(sum) }]
      : [],
    cells: [],
  };
}

function asNumber({ unscaled, decimals }: Decimal): number {
  return unscaled / 10 ** decimals;
}
