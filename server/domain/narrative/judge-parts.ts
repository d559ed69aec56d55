import type { Claim, SumMember, SumMended } from './claim';
import { add, compare, type Decimal, minus, printDecimal, whole } from './decimal';
import type { PartList } from './part-lists';
import type { ReadNumber } from './read-text';
import { isSlipOf } from './slip';

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
  if (parts.some((part) => part.hedge)) return claims === 'open' || claims === 'few' ? null : claimOf(number, parts, 'not_checkable', null);
  const [first] = parts;
  // 114件，含规范性文件2件，其中人事任免40件: the second 其中 speaks of the 114.
  if (isItselfPart && first?.value && compare(first.value, number.value) > 0) return null;
  const sum = parts.reduce<Decimal>((total, part) => add(total, part.value ?? whole(0)), whole(0));
  const order = compare(sum, number.value);
  const covered = asNumber(sum) / Math.max(asNumber(number.value), 1);
  const isSlip = (parts.length >= 3 || covered >= nearlyAll) && isOneSlipAway(number, parts);
  const wrong =
    claims === 'doubtful'
      ? order !== 0 && covered >= nearlyAll && covered <= 1 / nearlyAll
      : order > 0 ||
        (order < 0 &&
          (claims === 'complete' ||
            (claims === 'likely' && (covered >= minCovered || isSlip)) ||
            (claims === 'few' && isSlip && parts.length >= 2 && covered >= nearlyAll)));
  if (claims === 'doubtful' && !wrong && order !== 0) return null;
  if (order < 0 && !wrong) return null;
  if (order === 0 && parts.length < 2) return null;
  const claim = claimOf(number, parts, wrong ? 'disagrees' : 'agrees', sum);
  const isHint =
    wrong &&
    (claims === 'doubtful' || (order < 0 && claims === 'likely' && covered < nearlyAll && !isSlip) || (claims === 'few' && order < 0));
  return isHint ? { ...claim, isHint: true } : claim;
}

/**
 * Whether one slip of the keyboard in one number explains the gap: a digit more, a digit less, two changed places, one of three or more
 * digits another. Examples that were never meant to add up seldom are so near.
 */
function isOneSlipAway(whole: ReadNumber, parts: readonly ReadNumber[]): boolean {
  const all = [whole, ...parts].map((one) => (one.value && one.value.decimals === 0 ? one.value.unscaled : null));
  if (all.some((value) => value === null)) return false;
  const [total = 0, ...rest] = all as number[];
  const sum = rest.reduce((a, b) => a + b, 0);
  return isSlipOf(total, sum) || rest.some((part) => isSlipOf(part, part + total - sum));
}

function claimOf(number: ReadNumber, parts: readonly ReadNumber[], verdict: Claim['verdict'], sum: Decimal | null): Claim {
  const all = [number, ...parts];
  const isWrong = verdict === 'disagrees' && sum !== null;
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
    at: number.start,
    ...(isWrong ? { sum: mended({ number, parts, sum }), members: membersOf({ number, parts, sum }) } : {}),
  };
}

interface BrokenSum {
  number: ReadNumber;
  parts: readonly ReadNumber[];
  sum: Decimal;
}

/** Each number of the sum with the value that would mend it alone. */
function membersOf({ number, parts, sum }: BrokenSum): SumMember[] {
  const gap = minus(number.value ?? whole(0), sum);
  const unit = number.unit ?? '';
  const member = (one: ReadNumber, value: Decimal): SumMember => ({
    at: one.start,
    stated: `${one.raw}${unit}`,
    write: `${printDecimal(value)}${unit}`,
    value,
  });
  return [member(number, sum), ...parts.map((part) => member(part, add(part.value ?? whole(0), gap)))].filter(
    ({ value }) => value.unscaled >= 0,
  );
}

/** What would make the sum come out: the whole, any part that one slip explains, or what the parts lack. */
function mended({ number, parts, sum }: BrokenSum): SumMended {
  const gap = minus(number.value ?? whole(0), sum);
  const withUnit = (value: Decimal): string => `${printDecimal(value)}${number.unit ?? ''}`;
  const slips = parts.flatMap((part) => {
    const meant = add(part.value ?? whole(0), gap);
    const isSlip = meant.decimals === 0 && part.value?.decimals === 0 && isSlipOf(part.value.unscaled, meant.unscaled);
    return isSlip ? [{ stated: `${part.raw}${number.unit ?? ''}`, write: withUnit(meant) }] : [];
  });
  return {
    whole: { stated: `${number.raw}${number.unit ?? ''}`, write: withUnit(sum) },
    parts: slips.length === 1 ? slips : [],
    gap: withUnit({ ...gap, unscaled: Math.abs(gap.unscaled) }),
    isShort: gap.unscaled > 0,
  };
}

function asNumber({ unscaled, decimals }: Decimal): number {
  return unscaled / 10 ** decimals;
}
