import type { Store } from '@/db/store';
import type { ImpactAsked, ReportImpact } from '@/server/commands/impact-asked';
import type { Overlay } from '@/server/domain/checks';
import type { Actor } from '@/server/views/access';

export interface TrialContext {
  store: Store;
  actor: Actor;
  now: () => Date;
  newId: () => string;
  requestId: string;
  ip: null;
  overlay: Overlay | null;
}

type Trial = (context: TrialContext, asked: ImpactAsked) => Promise<ReportImpact[]>;

let given: Trial | null = null;

/** Commands stand on this room, so it cannot name them: whoever starts a thread says what tries them there. */
export function tryBy(trial: Trial): void {
  given = trial;
}

export function triedBy(): Trial {
  if (!given) throw new Error('nobody said what tries a command here');
  return given;
}
