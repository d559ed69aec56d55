import { type Filing, listEvents, type Reader } from '@/db/store';

/** Who has taken a submission on, told by the event log. */
export interface Claim {
  by: string;
  at: Date;
}

/** Of more filings all claims there are are read: they are few beside what else is known of so many. */
const maxNamed = 100;
const kinds = ['filing.claimed', 'filing.claim_released', 'filing.approval_taken_back'];
const waiting: ReadonlySet<Filing['status']> = new Set(['submitted', 'in_review']);

/**
 * The claims that stand on submissions that wait, by filing: the newest word of each, where it is a claim of the submission that waits now. A decision,
 * a recall or a new submission ends it; it does not come back with an approval that is taken back.
 */
export async function listClaims(
  reader: Reader,
  filings: readonly Pick<Filing, 'id' | 'status' | 'submissionNumber'>[],
): Promise<Map<string, Claim>> {
  const numbers = new Map(filings.filter((one) => waiting.has(one.status)).map((one) => [one.id, one.submissionNumber]));
  if (numbers.size === 0) return new Map();
  const named = numbers.size > maxNamed ? {} : { objectIds: [...numbers.keys()] };
  const claims = new Map<string, Claim>();
  for (const { objectId, kind, actorId, at, payload } of await listEvents(reader, {
    objectType: 'filing',
    ...named,
    kinds,
    limit: 1_000_000,
  })) {
    if (!('number' in payload) || payload.number !== numbers.get(objectId)) continue;
    if (kind === 'filing.claimed' && actorId !== null) claims.set(objectId, { by: actorId, at: new Date(at) });
    else claims.delete(objectId);
  }
  return claims;
}
