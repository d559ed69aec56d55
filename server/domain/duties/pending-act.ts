/**
 * What waits until another person confirms it.
 *
 * own_post: an administrator gives themselves a post. own_link: a password set by a link in the browser that made the link.
 * three_give, three_end: who holds one of the three duties (三员). three_link: a password set by a link for one who holds one. three_off: the three
 * are to be three people no longer.
 */
export const pendingActKinds = ['own_post', 'own_link', 'three_give', 'three_end', 'three_link', 'three_off'] as const;
export type PendingActKind = (typeof pendingActKinds)[number];

/** For so long somebody may confirm it. */
export const pendingActLifetimeMs = 7 * 24 * 3_600_000;

/** One of the three asks, another of the three confirms. */
export function isOfTheThree(kind: PendingActKind): boolean {
  return kind.startsWith('three_');
}
