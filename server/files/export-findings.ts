import { listUnits } from '@/db/store';
import { actorNow } from '@/server/auth/actor-now';
import type { CommandContext } from '@/server/commands/command';
import type { ReportFile } from '@/server/commands/export/report-file';
import type { FoundFilter } from '@/server/domain/workflow';
import { boardTops } from '@/server/queries/board';
import { notFound } from '@/server/views/access';
import { workOf } from '@/server/work';
import type { FindingsKind } from './findings-list';

/** The findings of a year as a list, of the units that the person may read. @throws Refused not_found, too_many, work_failed */
export async function exportFindings(
  context: CommandContext,
  of: { year: number; filter: FoundFilter; kind: FindingsKind },
): Promise<ReportFile> {
  const actor = await requireBoard(context);
  const file = await workOf(context).do('findings-file', { actor, now: context.now(), overlay: context.overlay, of });
  // Whoever lost a post while it was made does not get it.
  const { posts } = await requireBoard(context);
  const held = new Set(posts.map((post) => post.id));
  if (actor.posts.some((post) => !held.has(post.id))) throw notFound();
  return file;
}

async function requireBoard({ store, actor, now }: CommandContext) {
  const current = await actorNow(store.read, actor, now());
  if (boardTops(await listUnits(store.read), current).length === 0) throw notFound();
  return current;
}
