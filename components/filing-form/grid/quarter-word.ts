/** What a word of the statutory head means in the form of one quarter. */
export type QuarterWord = 'this_quarter' | 'from_last_quarter' | 'to_next_quarter';

/**
 * The heads say 本年 and 上年, as the notice prescribes; a quarter's form is for the quarter. In the first the carried in is last year's,
 * in the fourth the carried out goes to the next year, as printed.
 *
 * @returns null where the printed word holds for the quarter too
 */
export function quarterWord(printed: string, quarter: number): QuarterWord | null {
  if (/上年结转|上年度结转/.test(printed)) return quarter === 1 ? null : 'from_last_quarter';
  if (/结转下年/.test(printed)) return quarter === 4 ? null : 'to_next_quarter';
  return printed.includes('本年') ? 'this_quarter' : null;
}
