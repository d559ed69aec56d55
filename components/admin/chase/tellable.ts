import type { ToChase } from '@/server/queries/chase';

export type Tellable = ToChase & { filingId: string };

/** Somebody is there who can be told. */
export function isTellable(unit: ToChase): unit is Tellable {
  return unit.filingId !== null && unit.clerks.length > 0;
}
