import type { TRPCClient } from '@trpc/client';
import type { AppRouter } from '@/server/api/root';
import { dataOf, refusalOf } from '../../trpc-client';
import { type OutboxEntry, textPlace } from './entry';
import type { Reply } from './outbox';
import type { Answer } from './settle';

const unreadableAnswer = {
  zh: '服务器不接受这项内容（可能过长），未保存。',
  en: 'The server did not take this (it may be too long). Not saved.',
};

/** Sends a batch of one filing; the client names the person whose page it was typed on, and nobody else's name is it saved in. */
export async function sendBatch(client: TRPCClient<AppRouter>, batch: readonly OutboxEntry[]): Promise<Reply> {
  const [first] = batch;
  if (!first) return { kind: 'answered', answers: [] };
  try {
    return {
      kind: 'answered',
      answers: first.place === textPlace ? [await sendText(client, first)] : await sendFigures(client, first, batch),
    };
  } catch (error) {
    return replyTo(error);
  }
}

async function sendFigures(client: TRPCClient<AppRouter>, { filingId }: OutboxEntry, batch: readonly OutboxEntry[]): Promise<Answer[]> {
  const changes = batch.map(({ changeId, place, raw, baseVersion }) => ({ changeId, cell: place, raw, baseVersion }));
  return client.filing.save.mutate({ filingId, changes });
}

async function sendText(client: TRPCClient<AppRouter>, { filingId, changeId, raw, baseVersion }: OutboxEntry): Promise<Answer> {
  const saved = await client.filing.saveText.mutate({ filingId, changeId, text: raw, baseVersion });
  if (saved.outcome !== 'conflict') return { changeId, ...saved };
  const { outcome, version, text, savedAt } = saved;
  return { changeId, outcome, version, raw: text, savedAt };
}

/** No answer, or one that says "not now", is tried again; an answer that says no is the person's to deal with. */
function replyTo(error: unknown): Reply {
  const data = dataOf(error);
  const refusal = refusalOf(error);
  // Who signs in again is led to where another password is set; what was typed waits meanwhile.
  if (data?.code === 'UNAUTHORIZED' || refusal?.code === 'password_too_old' || refusal?.code === 'second_factor_missing')
    return { kind: 'signed_out' };
  if (refusal?.code === 'storage_full') return { kind: 'full' };
  if (refusal?.code === 'unavailable') return { kind: 'failing' };
  if (refusal && refusal.code !== 'too_many') return { kind: 'refused', code: refusal.code, sentence: refusal.sentence };
  if (data?.code === 'BAD_REQUEST' || data?.code === 'PAYLOAD_TOO_LARGE')
    return { kind: 'refused', code: 'invalid', sentence: unreadableAnswer };
  return { kind: data?.code === 'INTERNAL_SERVER_ERROR' ? 'failing' : 'lost' };
}
