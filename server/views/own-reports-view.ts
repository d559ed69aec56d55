import { type Edition, listUnits, newestEditionHeads, type Reader, reportKey } from '@/db/store';
import { canonicalJson } from '@/server/domain/audit';
import type { Overlay } from '@/server/domain/checks';
import type { TextKey } from '@/server/domain/formats';
import { can } from '@/server/domain/permissions';
import type { ReportContent, ReportKey } from '@/server/domain/subject';
import type { ReportObstacle } from '@/server/domain/workflow';
import { type Actor, notFound, requireReadableReport } from '@/server/views/access';
import { readEdition } from '@/server/views/edition-content';
import { obstaclesOfReport } from '@/server/views/report-obstacles';
import { isFiler, spanOf } from '@/server/views/report-units';
import { loadReportView, type ReportView } from '@/server/views/report-view';
import { loadSigning } from '@/server/views/signing-view';

/** A unit that has a report of its own for a year (A2, Art 49). */
export interface OwnReport {
  unitId: string;
  organ: string;
  /** Its newest edition. */
  edition: number | null;
}

/** Every unit's own report of a year that the person may read, in the order of the office's list. */
export async function listOwnReports(reader: Reader, actor: Actor, year: number): Promise<OwnReport[]> {
  const all: OwnReport[] = [];
  const editions = await newestEditionHeads(reader, [year]);
  for (const unit of await listUnits(reader)) {
    if (!isFiler(unit) || spanOf(unit, year) === null) continue;
    if (can(actor.posts, 'report.read', { unitPath: unit.path, status: null }) !== 'allowed') continue;
    const edition = editions.get(reportKey({ unitId: unit.id, year, scope: 'own_organ' }));
    all.push({ unitId: unit.id, organ: unit.name, edition: edition?.number ?? null });
  }
  return all;
}

/** How far a report is: the content its edition would freeze, and what stands in the way of that, counted. */
export interface ReportStanding {
  hash: string;
  edition: number | null;
  /** The newest edition says what the report says now. */
  isFinal: boolean;
  missingQuarters: readonly number[];
  /** Chapters nobody has written, by name: each is one of the obstacles. */
  unwritten: readonly TextKey[];
  /** Nothing stands in its way. */
  isReady: boolean;
  ways: Readonly<Record<ReportObstacle['kind'], number>>;
  /** Of all of them. */
  obstacles: number;
}

const noWays = {
  not_filled: 0,
  unreadable: 0,
  must_fix: 0,
  confirm: 0,
  open_remark: 0,
  left_to_nobody: 0,
  unknown_openings: 0,
  sign_off: 0,
  empty_chapter: 0,
  adjustment: 0,
  carried_paragraph: 0,
  untyped_number: 0,
  broken_number: 0,
  signature: 0,
} satisfies Record<ReportObstacle['kind'], number>;

/** @throws Refused not_found when it is not the person's to read */
export async function loadReportStanding(reader: Reader, actor: Actor, key: ReportKey, overlay: Overlay | null): Promise<ReportStanding> {
  await requireReadableReport(reader, actor, key);
  const view = await loadReportView(reader, key, overlay);
  if (!view) throw notFound();
  const ways: Record<ReportObstacle['kind'], number> = { ...noWays };
  const obstacles = obstaclesOfReport(view, (await loadSigning(reader, view)).standings);
  for (const { kind } of obstacles) ways[kind] += 1;
  const [newest] = view.editions;
  return {
    hash: view.hash,
    edition: newest?.number ?? null,
    isFinal: newest !== undefined && saysTheSame(newest, view),
    missingQuarters: view.missing.flatMap((unit) => unit.quarters),
    unwritten: obstacles.flatMap((one) => (one.kind === 'empty_chapter' ? [one.key] : [])),
    isReady: obstacles.length === 0,
    ways,
    obstacles: obstacles.length,
  };
}

/** An edition of the same submissions with the same figures, texts and notes: finalising again would freeze nothing new. */
export function saysTheSame({ origin, content }: Edition, view: ReportView): boolean {
  if (origin !== 'assembled') return false;
  const edition = readEdition(content);
  const said = (of: Pick<ReportContent, 'figures' | 'texts' | 'notes'>, parts: ReportView['parts']) =>
    canonicalJson({
      figures: Object.fromEntries(of.figures),
      texts: of.texts,
      notes: of.notes ?? {},
      parts: parts.map((part) => [part.filingId, part.hash]),
    });
  return said(edition, edition.parts) === said(view.content, view.parts);
}
