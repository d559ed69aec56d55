/** What may stand under each figure of a table, to compare it with. */
export const besideChoices = ['none', 'last_quarter', 'same_quarter_last_year', 'year_to_date'] as const;
export type BesideChoice = (typeof besideChoices)[number];

export function isBesideChoice(value: string | null): value is BesideChoice {
  return besideChoices.some((one) => one === value);
}
