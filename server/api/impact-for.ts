import type { CommandContext } from '@/server/commands/command';
import { triedImpact } from '@/server/commands/impact';
import type { ImpactAsked, ReportImpact } from '@/server/commands/impact-asked';
import type { Actor } from '@/server/views/access';
import { by } from './by';

/** What a late change would move, tried in the worker room; here where there is none. */
export function impactFor(ctx: { actor: Actor; command: CommandContext }, asked: ImpactAsked): Promise<ReportImpact[]> {
  const { work } = ctx.command;
  return work ? work.do('report-impact', { ...by(ctx), asked }) : triedImpact(ctx.command, asked);
}
