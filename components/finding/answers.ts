import type { ListedRule } from '@/server/domain/checks/rule-list';
import type { HeldPost } from '@/server/domain/permissions';
import type { FoundUnit } from '@/server/queries/find-units';
import { places } from '../shell/places';

/** undefined: not answered yet; null: the server did not answer. */
export type Answered<T> = T | null | undefined;

/** What was found, and for which words. */
export interface AnsweredUnits {
  query: string;
  units: readonly FoundUnit[] | null;
}

/** Whoever sees the board sees its units. */
const seesUnits: readonly string[] = places.find((place) => place.key === 'board')?.roles ?? [];

/** What there is of the answers to some words, what is still to be asked, and whether something is missing for good. */
export function answersStand({
  query,
  posts,
  rules,
  units,
}: {
  query: string;
  posts: Answered<readonly HeldPost[]>;
  rules: Answered<readonly ListedRule[]>;
  units: AnsweredUnits;
}) {
  const isAsked = query !== '';
  const mayFindUnits = isAsked && (posts ?? []).some((post) => seesUnits.includes(post.role));
  // What was found for other words is not what is asked for now.
  const found = units.query === query ? units.units : undefined;
  const asksRules = isAsked && rules === undefined;
  const asksUnits = mayFindUnits && found === undefined;
  return {
    posts: posts ?? [],
    rules: rules ?? [],
    units: found ?? [],
    asksRules,
    asksUnits,
    isAsking: posts === undefined || asksRules || asksUnits,
    hasFailed: posts === null || (isAsked && rules === null) || (mayFindUnits && found === null),
  };
}

/** What did not come is asked for once more; what came or is on its way is not. */
export function askedAgain<T>(answered: Answered<T>): Answered<T> {
  return answered === null ? undefined : answered;
}
