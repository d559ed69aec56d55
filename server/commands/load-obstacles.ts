import { type Filing, listExplanations, listSignOffs, openRemarkIds, type Reader } from '@/db/store';
import { type Obstacle, type SignatureFacts, submitObstacles } from '@/server/domain/workflow';
import type { FilingView } from './filing-view';

/** What stands between a filing as it is stored and its submission: the one list for screen, signature and submit. */
export async function obstaclesOf(reader: Reader, view: FilingView): Promise<Obstacle[]> {
  const { filing } = view;
  return submitObstacles({
    format: view.format,
    figures: view.figures,
    findings: view.checkRun.findings,
    explanations: await listExplanations(reader, { ownerType: 'filing', ownerId: filing.id }),
    openRemarkIds: await openRemarkIds(reader, filing.id),
    signature: await signatureOf(reader, filing, view.hash),
  });
}

async function signatureOf(reader: Reader, filing: Filing, hash: string): Promise<SignatureFacts | null> {
  if (!filing.needsSignOff) return null;
  return { hash, signed: (await listSignOffs(reader, filing.id)).map((signOff) => signOff.hash) };
}
