import { findReport } from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { buildReportDigest } from '@/server/domain/report/digest/build-report-digest';
import type { ReportDigest } from '@/server/domain/report/digest/report-digest';
import type { ReportKey } from '@/server/domain/subject';
import type { PageDrawing } from '@/server/exports/digest/drawing';
import type { Job } from '../job';
import { type FaceLoaded, reportFace } from './report-face';

interface Asked {
  key: ReportKey;
  /** Null: the draft as it stands. */
  edition: number | null;
  overlay: Overlay | null;
}

/** The 图解 to be looked at: the digest that its files are drawn from, and their drawings. */
export interface ShownDigest {
  digest: ReportDigest;
  /** In the order of the digest's charts. */
  drawings: readonly PageDrawing[];
}

/** Somebody looks at it, and nothing leaves the house: it is no export. @throws Refused as `reportFace` */
export const reportDigest: Job<Asked, FaceLoaded, ShownDigest> = {
  lane: 'page',
  async load(reader, { key, edition, overlay }, trial) {
    const report = await findReport(reader, key.unitId, key.year, key.scope);
    return reportFace.load(reader, { key, reportId: report?.id ?? '', edition: edition ?? 'draft', kind: 'digest-html', overlay }, trial);
  },
  async make({ document, content, past }) {
    const digest = buildReportDigest({ document, content, past });
    // Loaded when somebody looks.
    const { pageDrawing } = await import('@/server/exports/digest/drawing');
    return { digest, drawings: await Promise.all(digest.requests.charts.map(pageDrawing)) };
  },
};
