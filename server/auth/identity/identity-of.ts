import { sha256Hex } from '@/server/domain/audit';

/** Who somebody is at an identity provider, as it says: never their e-mail or name, which change hands. */
export interface ProvenIdentity {
  issuer: string;
  /** Unique at the issuer and never given to somebody else. @source OpenID Connect Core 1.0, 2 and 5.7 */
  subject: string;
}

/** An issuer is written with a slash at its end, or without. */
export function isSameIssuer(one: string, other: string): boolean {
  return new URL(one).href === new URL(other).href;
}

/**
 * How an identity is kept: as a hash. A subject may be the number of an identity card, and nothing here needs to know it. It hides a number that
 * can be guessed from a reader's eye, not from whoever tries all numbers.
 */
export function identityOf({ issuer, subject }: ProvenIdentity): string {
  return sha256Hex(JSON.stringify([issuer, subject]));
}
