import { findUnits, listExplanationsOf, listOpenRemarkIds, listSignOffsOf, type Reader } from '@/db/store';
import { endsUnsucceeded, leftToNobody, type Obstacle, submitObstacles } from '@/server/domain/workflow';
import type { FilingView } from './filing-view';

/** What stands between a filing as it is stored and its submission: the one list for screen, signature and submit. */
export async function obstaclesOf(reader: Reader, view: FilingView): Promise<Obstacle[]> {
  return (await obstaclesOfAll(reader, [view])).get(view.filing.id) ?? [];
}

/** The same of many filings, by filing. */
export async function obstaclesOfAll(reader: Reader, views: readonly FilingView[]): Promise<Map<string, Obstacle[]>> {
  const ids = views.map(({ filing }) => filing.id);
  const units = await findUnits(reader, [...new Set(views.map(({ filing }) => filing.unitId))]);
  const explanations = await listExplanationsOf(reader, 'filing', ids);
  const openRemarks = await listOpenRemarkIds(reader, ids);
  const asked = views.filter(({ filing }) => filing.needsSignOff).map(({ filing }) => filing.id);
  const signOffs = await listSignOffsOf(reader, asked);
  return new Map(
    views.map(({ filing, format, figures, checkRun, hash }) => {
      const unit = units.get(filing.unitId);
      const settling = submitObstacles({
        format,
        figures,
        findings: checkRun.findings,
        explanations: explanations.get(filing.id) ?? [],
        openRemarkIds: openRemarks.get(filing.id) ?? [],
        signature: filing.needsSignOff ? { hash, signed: (signOffs.get(filing.id) ?? []).map((signOff) => signOff.hash) } : null,
      });
      const left = unit && !filing.isPractice && endsUnsucceeded(unit, filing) ? leftToNobody(format, figures) : [];
      return [filing.id, [...settling, ...left]];
    }),
  );
}
