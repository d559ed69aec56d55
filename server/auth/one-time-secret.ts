import { randomBytes } from 'node:crypto';
import { sha256Hex } from '@/server/domain/audit';

/** A secret for a link that works once. Only its hash is stored. */
export function newOneTimeSecret(): { secret: string; tokenHash: string } {
  const secret = randomBytes(24).toString('base64url');
  return { secret, tokenHash: sha256Hex(secret) };
}

export const linkLifetimeMs = 7 * 24 * 3_600_000;
