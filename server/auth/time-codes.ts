import { timingSafeEqual } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { stepSeconds, takenSteps } from '@/server/domain/accounts/time-steps';

/** 160 bits, as long as the hash that authenticators compute. @source RFC 4226, 4 (R6) */
const secretBytes = 20;
/** What every authenticator takes; some ignore what else an address says. */
const made = { algorithm: 'SHA1', digits: 6, period: stepSeconds } as const;

/** A secret that time codes are made of, as it is typed into an authenticator: base 32. */
export function newTimeSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

/** What an authenticator reads from the picture. */
export function enrolmentAddress({ secret, username, issuer }: { secret: string; username: string; issuer: string }): string {
  return new TOTP({ ...made, issuer, label: username, secret: Secret.fromBase32(secret) }).toString();
}

/** The code of a step. */
export function codeOfStep(secret: string, step: number): string {
  return TOTP.generate({ ...made, secret: Secret.fromBase32(secret), timestamp: step * stepSeconds * 1000 });
}

/** Which of the steps that are taken now has this code; null: none. */
export function stepOfCode(secret: string, digits: string, now: Date, lastUsed: number | null): number | null {
  const typed = Buffer.from(digits);
  const fits = takenSteps(now, lastUsed).filter((step) => {
    const code = Buffer.from(codeOfStep(secret, step));
    return code.length === typed.length && timingSafeEqual(code, typed);
  });
  return fits[0] ?? null;
}
