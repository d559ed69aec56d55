import { setImmediate as nextTurn } from 'node:timers/promises';
import { actorNow } from '@/server/auth/actor-now';
import { counted } from '@/server/domain/plural';
import type { FaceKind } from '@/server/domain/report/export-kinds';
import type { Sentence } from '@/server/domain/sentence';
import { Refused } from '@/server/errors';
import { folderZip, type ListedFile, pressed } from '@/server/exports/folder-zip';
import { organInName } from '@/server/exports/report-file-name';
import { listOwnReports, type OwnReport } from '@/server/views/own-reports-view';
import { isLeft, workOf } from '@/server/work';
import type { PressedOrNot } from '@/server/work/jobs/pressed-faces';
import type { CommandContext } from '../command';
import { exportPressedReports } from './export-report';
import { freeName } from './free-name';

/** draft: of every report that nothing stands in the way of. edition: the newest edition of every report that has one. */
export type OwnReportState = 'draft' | 'edition';

export interface Packed {
  done: number;
  of: number;
}

/** Units that are under way at once: two threads have work while the faces of others are sent, and no more than these stand in memory. */
const unitsAtOnce = 4;

/**
 * The own reports of all units in one zip, a folder for each, with one manifest of hashes that also names who was left out and why.
 * Written piece by piece, of faces that were pressed in the worker room, some units at once; between two units everybody else is served. Every face that leaves is recorded as a single download would be.
 */
export async function* packOwnReports(
  asker: CommandContext,
  asked: { year: number; state: OwnReportState; kinds: readonly FaceKind[] },
  onProgress: (packed: Packed) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const reports = await listOwnReports(asker.store.read, asker.actor, asked.year);
  const zip = folderZip();
  const files: (ListedFile & { organ: string })[] = [];
  const left: { organ: string; why: string }[] = [];
  const folders = new Set<string>();
  const underWay: Promise<MadeOrNot>[] = [];
  let begun = 0;
  for (const [index, report] of reports.entries()) {
    for (; begun < Math.min(index + unitsAtOnce, reports.length); begun += 1) {
      const next = facesOf(asker, reports[begun] as OwnReport, asked);
      // Whoever has left hears of none of them.
      next.catch(() => {});
      underWay.push(next);
    }
    onProgress({ done: index, of: reports.length });
    const made = await (underWay.shift() as Promise<MadeOrNot>);
    const folder = freeName(organInName(report.organ), folders);
    if ('why' in made) left.push({ organ: report.organ, why: made.why.zh });
    else
      for (const one of made) {
        if ('refused' in one) {
          left.push({ organ: report.organ, why: `${one.kind}：${one.refused.sentence.zh}` });
          continue;
        }
        const { chunks, listed } = zip.add(`${folder}/${one.face.name}`, one.face.pressed);
        files.push({ organ: report.organ, ...listed });
        yield* chunks;
      }
    await nextTurn();
  }
  onProgress({ done: reports.length, of: reports.length });
  const manifest = { kind: 'own-reports', year: asked.year, state: asked.state, files, left };
  yield* zip.add('manifest.json', pressed(new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`))).chunks;
  yield* zip.end();
}

type MadeOrNot = { why: Sentence } | PressedOrNot[];

async function facesOf(
  asker: CommandContext,
  report: OwnReport,
  asked: { year: number; state: OwnReportState; kinds: readonly FaceKind[] },
): Promise<MadeOrNot> {
  // It may take long: who asks is read again for each. (And before its faces leave.)
  const context = { ...asker, actor: await actorNow(asker.store.read, asker.actor, asker.now()) };
  const why = await whyNot(context, report, asked);
  if (why) return { why };
  const { unitId, edition } = report;
  const key = { unitId, year: asked.year, scope: 'own_organ' as const };
  const of = asked.state === 'draft' ? 'draft' : (edition ?? 'draft');
  return exportPressedReports(context, { ...key, edition: of, kinds: asked.kinds }).catch((error: unknown) => {
    const refused = whyOf(error);
    return asked.kinds.map((kind) => ({ kind, refused: { code: 'work_failed' as const, sentence: refused.why, details: null } }));
  });
}

async function whyNot(
  context: CommandContext,
  report: OwnReport,
  { year, state }: { year: number; state: OwnReportState },
): Promise<Sentence | null> {
  if (state === 'edition') return report.edition === null ? { zh: '还没有定稿版', en: 'no edition yet' } : null;
  const asked = { actor: context.actor, key: { unitId: report.unitId, year, scope: 'own_organ' as const }, overlay: context.overlay };
  const standing = await workOf(context).do('report-standing', asked).catch(whyOf);
  if ('why' in standing) return standing.why;
  const { isReady, obstacles } = standing;
  return isReady ? null : { zh: `还有 ${obstacles} 处需要处理`, en: `${counted(obstacles, 'thing is', 'things are')} to be settled` };
}

/** What one report cannot be given for is listed beside the others; when nobody waits for any of them, it is over. */
function whyOf(error: unknown): { why: Sentence } {
  if (error instanceof Refused && !isLeft(error)) return { why: error.sentence };
  throw error;
}
