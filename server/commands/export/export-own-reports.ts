import { setImmediate as nextTurn } from 'node:timers/promises';
import { actorNow } from '@/server/auth/actor-now';
import { counted } from '@/server/domain/plural';
import type { ExportKind, FaceKind } from '@/server/domain/report/export-kinds';
import type { Sentence } from '@/server/domain/sentence';
import { Refused } from '@/server/errors';
import { folderZip, type ListedFile, type Pressed, pressed } from '@/server/exports/folder-zip';
import { organInName } from '@/server/exports/report-file-name';
import { listOwnReports, type OwnReport } from '@/server/views/own-reports-view';
import { isLeft, workOf } from '@/server/work';
import type { CommandContext } from '../command';
import { exportPressedReport } from './export-report';

/** draft: of every report that nothing stands in the way of. edition: the newest edition of every report that has one. */
export type OwnReportState = 'draft' | 'edition';

export interface Packed {
  done: number;
  of: number;
}

/**
 * The own reports of all units in one zip, a folder for each, with one manifest of hashes that also names who was left out and why.
 * Written piece by piece, of faces that were pressed in the worker room; between two units everybody else is served. Every face that leaves is recorded as a single download would be.
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
  for (const [index, report] of reports.entries()) {
    // It may take long: who asks is read again for each. (For each face too, before it leaves.)
    const context = { ...asker, actor: await actorNow(asker.store.read, asker.actor, asker.now()) };
    onProgress({ done: index, of: reports.length });
    const why = await whyNot(context, report, asked);
    const folder = freeName(organInName(report.organ), folders);
    if (why) left.push({ organ: report.organ, why: why.zh });
    else
      for (const kind of asked.kinds) {
        const face = await faceOf(context, report, { ...asked, kind });
        if ('why' in face) {
          left.push({ organ: report.organ, why: `${kind}：${face.why.zh}` });
          continue;
        }
        const { chunks, listed } = zip.add(`${folder}/${face.name}`, face.pressed);
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

async function faceOf(
  context: CommandContext,
  { unitId, edition }: OwnReport,
  { year, state, kind }: { year: number; state: OwnReportState; kind: ExportKind },
): Promise<{ name: string; pressed: Pressed } | { why: Sentence }> {
  try {
    return await exportPressedReport(context, {
      unitId,
      year,
      scope: 'own_organ',
      edition: state === 'draft' ? 'draft' : (edition ?? 'draft'),
      kind,
    });
  } catch (error) {
    return whyOf(error);
  }
}

/** What one report cannot be given for is listed beside the others; when nobody waits for any of them, it is over. */
function whyOf(error: unknown): { why: Sentence } {
  if (error instanceof Refused && !isLeft(error)) return { why: error.sentence };
  throw error;
}

/** Two long names may be cut to the same; the second gets a number. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} ${number}`;
  taken.add(free);
  return free;
}
