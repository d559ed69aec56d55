import type { StoredExplanation } from '@/db/store';
import type { Explanation } from '@/server/domain/workflow';

/** An explanation or exception with the names of the people. */
export function shownExplanation(
  { id, kind, rule, boundTo, text, writtenBy, countersignedBy }: StoredExplanation,
  nameOf: (id: string | null) => string,
): Explanation {
  return { id, kind, rule, boundTo, text, writtenBy: nameOf(writtenBy), countersignedBy: countersignedBy ? nameOf(countersignedBy) : null };
}
