import type { CommandContext } from '@/server/commands/command';
import { vaultIn } from './fitting-code';
import { clockToleranceMs } from './session-limits';
import { newTimeSecret } from './time-codes';

/** How long a secret that is shown may be switched on. */
const lifetimeMs = 15 * 60_000;

/**
 * A new secret for whoever is signed in. Nothing is kept of it before they have proven that it is on their telephone: the page holds it meanwhile, locked,
 * as nobody else's and for a quarter of an hour.
 */
export function newEnrolment(context: Pick<CommandContext, 'actor' | 'now' | 'vault'>): { secret: string; enrolment: string } {
  const secret = newTimeSecret();
  const kept = JSON.stringify({ secret, at: context.now().getTime() });
  return { secret, enrolment: vaultIn(context).lock(kept, enrolmentOf(context)) };
}

/** The secret of an enrolment; null: it is too old, another person's, or none. */
export function openEnrolment(context: CommandContext, enrolment: string): string | null {
  const kept = vaultIn(context).open(enrolment, enrolmentOf(context));
  if (kept === null) return null;
  const { secret, at } = JSON.parse(kept) as { secret: string; at: number };
  const ageMs = context.now().getTime() - at;
  return ageMs <= lifetimeMs && ageMs >= -clockToleranceMs ? secret : null;
}

function enrolmentOf({ actor }: Pick<CommandContext, 'actor'>): string {
  return `enrolment ${actor.userId}`;
}
