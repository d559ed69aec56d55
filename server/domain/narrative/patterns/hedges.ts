/**
 * Words that make a number approximate, and what they claim about the true value `v` for the number `n` as printed. `step` is the
 * place of the last digit that is not zero: 10 for 20余, 1000 for 5000余.
 */
export type Hedge = 'more' | 'nearly' | 'about' | 'at_least' | 'below';

export const hedgeMeaning: Readonly<Record<Hedge, { zh: string; holds: (v: number, n: number, step: number) => boolean }>> = {
  /** 20余, 20多: above 20 and below 30. */
  more: { zh: '略多于', holds: (v, n, step) => v > n && v < n + step },
  /** 近500: below 500 by less than a fifth, or just it. */
  nearly: { zh: '接近而不超过', holds: (v, n, step) => v <= n && v > n - Math.max(step, n / 5) },
  /** 约80: within a tenth or half a step. */
  about: { zh: '大约', holds: (v, n, step) => Math.abs(v - n) <= Math.max(step / 2, n / 10) },
  /** 超, 逾, 以上: not below. */
  at_least: { zh: '不少于', holds: (v, n) => v >= n },
  /** 不足, 不到, 以内: not above. */
  below: { zh: '不超过', holds: (v, n) => v <= n },
};

export const hedgesBefore: readonly { pattern: RegExp; hedge: Hedge }[] = [
  { pattern: /(?:不少于|不低于|至少|超过|超出|突破|逾|超|高达)$/, hedge: 'at_least' },
  { pattern: /(?:不足|不到|不超过|低于|少于|至多|最多)$/, hedge: 'below' },
  { pattern: /(?:大约|约为|约|大概|左右为)$/, hedge: 'about' },
  { pattern: /(?:将近|接近|(?<![最附远])近)$/, hedge: 'nearly' },
];

export const hedgesAfter: readonly { pattern: RegExp; hedge: Hedge }[] = [
  { pattern: /^(?:余|多(?!次|元|样|个部门)|来(?![自信电源访]))/, hedge: 'more' },
];

/** After the unit: `500人以上`, `80件左右`. */
export const hedgesAfterUnit: readonly { pattern: RegExp; hedge: Hedge }[] = [
  { pattern: /^(?:以上|之多|有余)/, hedge: 'at_least' },
  { pattern: /^(?:以内|以下)/, hedge: 'below' },
  { pattern: /^(?:左右|上下)/, hedge: 'about' },
];
