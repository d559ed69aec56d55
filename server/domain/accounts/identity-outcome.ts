/** How a way to the office's identity provider ended, as an address says it to the page it leads to; the page has the words. */
export const identityOutcomes = [
  'bound',
  'taken',
  'has_another',
  'unbound',
  'disabled',
  'left',
  'cancelled',
  'not_begun',
  'not_proven',
  'away',
  'trouble',
] as const;
export type IdentityOutcome = (typeof identityOutcomes)[number];

/** What an address says, if it is one of ours. */
export function parseIdentityOutcome(said: unknown): IdentityOutcome | null {
  return identityOutcomes.find((one) => one === said) ?? null;
}
