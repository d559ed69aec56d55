import { findOneTimeLink, type OneTimeLink, type Reader } from '@/db/store';
import { sha256Hex } from '@/server/domain/audit';

/** What a link may be used for, or null when it is unknown, used or too old. */
export async function openLink(reader: Reader, secret: string, now: Date): Promise<OneTimeLink | null> {
  const link = await findOneTimeLink(reader, sha256Hex(secret));
  return link && !link.usedAt && link.expiresAt > now ? link : null;
}
