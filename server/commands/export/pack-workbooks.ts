import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Filing, listFilings } from '@/db/store';
import { actorNow } from '@/server/auth/actor-now';
import { can } from '@/server/domain/permissions';
import { isSent } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { folderZip, pressed } from '@/server/exports/folder-zip';
import { isLeft } from '@/server/work';
import type { CommandContext } from '../command';
import { exportWorkbook } from './export-workbook';
import { freeName } from './free-name';

/**
 * The workbooks of all units that are still at work on a quarter, in one zip that is sent while it is written; who has handed theirs in is named
 * beside them. Each is taken out, and recorded, as a single one would be.
 */
export async function* packWorkbooks(
  asker: CommandContext,
  { year, quarter }: { year: number; quarter: number },
): AsyncGenerator<Uint8Array> {
  const filings = await listFilings(asker.store.read, { year, quarter });
  const zip = folderZip();
  const names = new Set<string>();
  const left: { unit: string; why: string }[] = [];
  for (const filing of filings) {
    const context = { ...asker, actor: await actorNow(asker.store.read, asker.actor, asker.now()) };
    if (can(context.actor.posts, 'filing.read', targetOf(filing)) !== 'allowed') continue;
    const made = !isSent(filing.status) ? await takenOut(context, filing) : { why: '已报送，不需要填写' };
    if ('why' in made) left.push({ unit: filing.unitName, why: made.why });
    else yield* zip.add(`${freeName(made.name.replace(/\.xlsx$/, ''), names)}.xlsx`, pressed(made.bytes)).chunks;
    await nextTurn();
  }
  const manifest = { kind: 'workbooks', year, quarter, workbooks: names.size, left };
  yield* zip.add('manifest.json', pressed(new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`))).chunks;
  yield* zip.end();
}

function targetOf({ unitPath, status }: Filing) {
  return { unitPath, status };
}

async function takenOut(context: CommandContext, filing: Filing): Promise<{ name: string; bytes: Uint8Array } | { why: string }> {
  try {
    return await exportWorkbook(context, filing.id);
  } catch (error) {
    if (error instanceof Refused && !isLeft(error)) return { why: error.sentence.zh };
    throw error;
  }
}
