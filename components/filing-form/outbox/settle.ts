import { type Ack, keyOf, type OutboxEntry, type OutboxState, type OutboxWrite, type Problem } from './entry';

/** The server's answer for one change. `same`: that text stood there already, or this very change was done before. */
export type Answer =
  | { changeId: string; outcome: 'saved' | 'same'; version: number }
  | { changeId: string; outcome: 'conflict'; version: number; raw: string; savedAt: string };

/** A request, and when: what is known since then may be newer than its answer. */
export interface Request {
  batch: readonly OutboxEntry[];
  askedAt: number;
}

/**
 * Only what was answered for leaves the outbox; a conflict stays, with what the other person saved. What became of a change
 * meanwhile (another tab had its answer first, its person decided) stands.
 */
export function settleAnswered(state: OutboxState, { batch, askedAt }: Request, answers: readonly Answer[], at: number): OutboxWrite {
  const acks = new Map<string, Ack>();
  const put: OutboxEntry[] = [];
  const remove: string[] = [];
  const tell = (ack: Ack): void => {
    const known = acks.get(ack.key) ?? state.acks.get(ack.key);
    if (!known || isNews(ack, known, askedAt)) acks.set(ack.key, ack);
  };
  for (const sent of batch) {
    const answer = answers.find((one) => one.changeId === sent.changeId);
    if (!answer) continue;
    const { changeId, filingId, place } = sent;
    const { version } = answer;
    if (answer.outcome === 'conflict') {
      const { raw, savedAt } = answer;
      const now = state.entries.find((entry) => isSame(entry, sent));
      if (now) put.push({ ...now, problem: { kind: 'conflict', version, raw, savedAt } });
      tell({ key: keyOf(sent), filingId, place, changeId: null, raw, version, at });
    } else {
      remove.push(changeId);
      tell({ key: keyOf(sent), filingId, place, changeId, raw: sent.raw, version, at });
    }
  }
  return { put, remove, acks: [...acks.values()] };
}

/** What is known from before the question gives way, from whatever version on: a practice that was cleared begins anew. */
function isNews(ack: Ack, known: Ack, askedAt: number): boolean {
  // Whose change it was is worth more than that somebody met with it.
  if (ack.changeId === null && known.version === ack.version && known.raw === ack.raw) return false;
  return known.at < askedAt || known.version <= ack.version;
}

/** A request refused as a whole stored nothing. One of several may be to blame: each is tried by itself before any is given back to its person. */
export function settleRefused(
  state: OutboxState,
  batch: readonly OutboxEntry[],
  refusal: Extract<Problem, { kind: 'refused' }>,
): OutboxWrite {
  const waiting = state.entries.filter((entry) => batch.some((sent) => isSame(entry, sent)));
  const put = waiting.map((entry) => (batch.length > 1 ? { ...entry, isAlone: true } : { ...entry, problem: refusal }));
  return { put, remove: [], acks: [] };
}

/** It still waits for the answer to what was sent: on the same base, and not before its person. */
function isSame(now: OutboxEntry, sent: OutboxEntry): boolean {
  return now.changeId === sent.changeId && now.baseVersion === sent.baseVersion && !now.problem;
}
