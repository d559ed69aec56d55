/**
 * Why something could not be sent. `away`: nobody answered, or the connection broke. `sign_in`: the server does not take our password. `receiver`: it does
 * not take this address, now or ever. `refused`: it said no. What it said in words is kept nowhere: it may hold an address or a key.
 */
export const troubles = ['away', 'sign_in', 'receiver', 'refused'] as const;
export type TroubleKind = (typeof troubles)[number];

export class NotSent extends Error {
  /** @param isForGood no later try will end otherwise */
  constructor(
    readonly kind: TroubleKind,
    readonly isForGood = false,
  ) {
    super(`not sent: ${kind}`);
    this.name = 'NotSent';
  }
}
