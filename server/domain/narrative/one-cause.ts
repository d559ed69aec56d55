import type { Claim, SumMember } from './claim';
import { add, asInteger, compare, type Decimal, minus, percent, printDecimal } from './decimal';
import type { ReadNumber } from './read-text';

/**
 * What numbers that were found wrong may be meant to be, by where they begin. What rests on such a number (a share, a growth) is judged by these
 * as well: a share that is right of the right number is no second finding.
 */
export type Meant = ReadonlyMap<number, readonly Decimal[]>;

export function meantNumbers(statements: ReadonlyMap<ReadNumber, Claim>, sums: readonly Claim[]): Meant {
  const meant = new Map<number, Decimal[]>();
  const put = (at: number, values: readonly Decimal[]): void => void meant.set(at, [...(meant.get(at) ?? []), ...values]);
  for (const [number, { verdict, meant: values = [] }] of statements) if (verdict === 'disagrees') put(number.start, values);
  for (const { verdict, members = [] } of sums) if (verdict === 'disagrees') for (const { at, value } of members) put(at, [value]);
  return meant;
}

/** 自然人90件、企业30件 where 100 and 20 are right: a count that slipped into the number beside it is one thing wrong. */
export function joinMoved(numbers: readonly ReadNumber[], claims: Map<ReadNumber, Claim>): void {
  const told = numbers.filter((number) => claims.has(number));
  told.forEach((number, index) => {
    const next = told[index + 1];
    const [one, other] = [claims.get(number), next && claims.get(next)];
    if (!next || one?.verdict !== 'disagrees' || other?.verdict !== 'disagrees' || one.isPartOfAnother) return;
    if (one.isHint !== other.isHint || number.hedge || next.hedge || number.unit !== next.unit) return;
    const [off, otherOff] = [offBy(number, one), offBy(next, other)];
    if (off === null || off === 0 || otherOff === null || off + otherOff !== 0) return;
    claims.set(number, { ...one, counterpart: other });
    claims.set(next, { ...other, isPartOfAnother: true });
  });
}

/** By how much a number differs from its plain reading; null where more than one is open. */
function offBy(number: ReadNumber, { tried }: Claim): number | null {
  const values = new Set(tried.filter(({ isLoose }) => !isLoose).map(({ value }) => value));
  const [value] = values;
  return values.size === 1 && /^\d+$/.test(value ?? '') ? countOf(number) - Number(value) : null;
}

/** 复议、诉讼均为0: the nought at the end is told cell by cell, and not once more as a number. */
export function withoutToldAsNone(claims: readonly Claim[], none: readonly Claim[]): Claim[] {
  const isTold = ({ rule, value, at = -1 }: Claim): boolean =>
    value === 0 && none.some((one) => one.rule === rule && one.start <= at && at <= one.end);
  return claims.filter((claim) => !isTold(claim));
}

/** A number that makes two lists wrong, and right in both if it is mended, is one thing wrong: the second list says what to write. */
export function withoutRepeated(claims: readonly Claim[]): Claim[] {
  const kept: Claim[] = [];
  for (const claim of claims) {
    const same = claim.verdict === 'disagrees' ? kept.findIndex((other) => sharedMembers(other, claim).length > 0) : -1;
    const before = kept[same];
    if (!before) {
      kept.push(claim);
      continue;
    }
    const [sure, ...more] = sharedMembers(before, claim);
    if (sure && more.length === 0) kept[same] = { ...before, sure, members: [sure] };
  }
  return kept;
}

function sharedMembers({ verdict, members = [] }: Claim, other: Claim): SumMember[] {
  if (verdict !== 'disagrees') return [];
  return members.filter(({ at, value }) => other.members?.some((one) => one.at === at && compare(one.value, value) === 0));
}

/** 增长60件，增长50% of 160件 and 100件: both come right if one of the two numbers they are reckoned from is another. */
export function withoutTwiceGrown(claims: readonly Claim[]): Claim[] {
  const folded = new Set<Claim>();
  const kept = claims.map((claim) => {
    if (folded.has(claim) || claim.verdict !== 'disagrees') return claim;
    const other = claims.find((one) => one !== claim && one.verdict === 'disagrees' && mendsBoth(claim, one));
    const sure = other && mendsBoth(claim, other);
    if (!other || !sure) return claim;
    folded.add(other);
    return { ...claim, sure };
  });
  return kept.filter((claim) => !folded.has(claim));
}

/** Where one of two changes is told as a number and the other as a rate. */
function mendsBoth({ growth: one }: Claim, { growth: other }: Claim): Claim['sure'] | null {
  if (!one || !other || one.level.at !== other.level.at || one.base.at !== other.base.at) return null;
  const [amount, rate] = one.unit === '%' ? [other, one] : [one, other];
  if (rate.unit !== '%' || amount.unit === '%' || amount.unit === '倍') return null;
  const { level, base } = amount;
  const ends = [
    { end: level, now: add(base.value, amount.claimed), before: base.value, value: add(base.value, amount.claimed) },
    { end: base, now: level.value, before: minus(level.value, amount.claimed), value: minus(level.value, amount.claimed) },
  ];
  const right = ends.find(
    ({ now, before }) =>
      before.unscaled > 0 && now.unscaled >= 0 && compare(percent(minus(now, before), before, rate.claimed.decimals), rate.claimed) === 0,
  );
  return right ? { stated: right.end.stated, write: `${printDecimal(right.value)}${right.end.unit ?? ''}` } : null;
}

/** Where a share or a growth shows which number of a sum is wrong, that one is to be written anew. */
export function withWitnesses(sums: readonly Claim[], witnesses: readonly Claim[]): Claim[] {
  return sums.map((sum) => {
    const meant = (sum.members ?? []).filter(({ at, value }) =>
      witnesses.some(({ holdsBy }) => holdsBy?.at === at && compare(holdsBy.value, value) === 0),
    );
    const [only] = meant;
    return only && meant.length === 1 && !sum.sure ? { ...sum, sure: only } : sum;
  });
}

function countOf({ value }: ReadNumber): number {
  return value ? (asInteger(value) ?? 0) : 0;
}
