import type { IndicatorFacts } from '@/server/domain/formats';
import type { IndicatorRow } from '@/server/queries/indicators';

export type IndicatorDraft = Omit<IndicatorFacts, 'askedOf'> & { askedOf: readonly string[] | null };

export const emptyDraft: IndicatorDraft = {
  name: '',
  unit: '件',
  addsUp: 'flow',
  overUnits: 'sum',
  exactness: 'exact',
  definition: '',
  ownerUnitId: null,
  askedOf: null,
};

export function draftOf({ name, unit, addsUp, overUnits, exactness, definition, ownerUnitId, askedOf }: IndicatorRow): IndicatorDraft {
  return { name, unit, addsUp, overUnits, exactness, definition, ownerUnitId, askedOf };
}

/** As the server takes it. */
export function factsOf(draft: IndicatorDraft): IndicatorFacts {
  return { ...draft, askedOf: draft.askedOf === null ? null : [...draft.askedOf] };
}
