import { type Filing, findUnit, listExplanations, listSignOffs, openRemarkIds, type Reader } from '@/db/store';
import { endsUnsucceeded, leftToNobody, type Obstacle, type SignatureFacts, submitObstacles } from '@/server/domain/workflow';
import type { FilingView } from './filing-view';

/** What stands between a filing as it is stored and its submission: the one list for screen, signature and submit. */
export async function obstaclesOf(reader: Reader, view: FilingView): Promise<Obstacle[]> {
  const { filing } = view;
  const unit = await findUnit(reader, filing.unitId);
  const settling = submitObstacles({
    format: view.format,
    figures: view.figures,
    findings: view.checkRun.findings,
    explanations: await listExplanations(reader, { ownerType: 'filing', ownerId: filing.id }),
    openRemarkIds: await openRemarkIds(reader, filing.id),
    signature: await signatureOf(reader, filing, view.hash),
  });
  const left = unit && !filing.isPractice && endsUnsucceeded(unit, filing) ? leftToNobody(view.format, view.figures) : [];
  return [...settling, ...left];
}

async function signatureOf(reader: Reader, filing: Filing, hash: string): Promise<SignatureFacts | null> {
  if (!filing.needsSignOff) return null;
  return { hash, signed: (await listSignOffs(reader, filing.id)).map((signOff) => signOff.hash) };
}
