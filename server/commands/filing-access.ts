import { type Filing, findFiling, type Reader } from '@/db/store';
import { type Action, can } from '@/server/domain/permissions';
import { type Actor, type CommandTx, notFound, requirePermission } from './command';

/**
 * The filing, locked for this transaction, once the actor may do this to it now. To be called first in every command on
 * a filing: the state that is read here is the state that is decided on.
 *
 * @throws Refused not_found, forbidden, wrong_status
 */
export async function requireFiling(tx: CommandTx, actor: Actor, filingId: string, action: Action): Promise<Filing> {
  await tx.lock(filingLock(filingId));
  const filing = await findFiling(tx, filingId);
  if (!filing) throw notFound();
  tx.about(filingObject(filing));
  requirePermission(actor, action, { unitPath: filing.unitPath, status: filing.status });
  return filing;
}

/** What a command on a filing locks; one that looks before it asks for permission takes it first. */
export function filingLock(filingId: string): string {
  return `filing:${filingId}`;
}

/** For reading: the filing when the actor may see it. @throws Refused not_found */
export async function requireReadableFiling(reader: Reader, actor: Actor, filingId: string): Promise<Filing> {
  const filing = await findFiling(reader, filingId);
  if (!filing || can(actor.posts, 'filing.read', { unitPath: filing.unitPath, status: filing.status }) !== 'allowed') throw notFound();
  return filing;
}

/** What an event about a filing names; what happens in practice says so wherever the log is read. */
export function filingObject(filing: Pick<Filing, 'id' | 'unitId' | 'year' | 'quarter' | 'isPractice'>) {
  const period = `${filing.year}Q${filing.quarter}${filing.isPractice ? ' 练习' : ''}`;
  return { type: 'filing', id: filing.id, unitId: filing.unitId, period } as const;
}
