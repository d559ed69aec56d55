import { type Ack, keyOf, type OutboxEntry, type OutboxWrite, type Problem } from './entry';

/** The server's answer for one change. `same`: that text stood there already, or this very change was done before. */
export type Answer =
  | { changeId: string; outcome: 'saved' | 'same'; version: number }
  | { changeId: string; outcome: 'conflict'; version: number; raw: string; savedAt: string };

/** Only what was answered for leaves the outbox; a conflict stays, with what the other person saved. */
export function settleAnswered(batch: readonly OutboxEntry[], answers: readonly Answer[], at: number): OutboxWrite {
  const acks: Ack[] = [];
  const put: OutboxEntry[] = [];
  for (const entry of batch) {
    const answer = answers.find((one) => one.changeId === entry.changeId);
    if (!answer) continue;
    if (answer.outcome === 'conflict') {
      const { version, raw, savedAt } = answer;
      put.push({ ...entry, problem: { kind: 'conflict', version, raw, savedAt } });
    } else {
      const { changeId, filingId, place, raw } = entry;
      acks.push({ key: keyOf(entry), filingId, place, changeId, raw, version: answer.version, at });
    }
  }
  return { put, remove: acks.map((ack) => ack.changeId), acks };
}

/** A request refused as a whole stored nothing. One of several may be to blame: each is tried by itself before any is given back to its person. */
export function settleRefused(batch: readonly OutboxEntry[], refusal: Extract<Problem, { kind: 'refused' }>): OutboxWrite {
  const put = batch.map((entry) => (batch.length > 1 ? { ...entry, isAlone: true } : { ...entry, problem: refusal }));
  return { put, remove: [], acks: [] };
}
