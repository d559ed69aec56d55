import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import {
  eventHead,
  insertEdition,
  insertPost,
  insertReport,
  insertSubmission,
  isUniqueViolation,
  recordEvents,
  type Store,
} from '../../store';
import { aFiling, anEvent, aPerson, aUnit, someDay } from '../rows';

/** What the database itself refuses, whoever writes. */
export function refusalContract(store: () => Store): void {
  let unitId: string;
  let filingId: string;
  const edition = {
    id: randomUUID(),
    number: 1,
    origin: 'assembled',
    content: '{}',
    hash: 'h',
    finalisedBy: 'u',
    finalisedAt: someDay,
  } as const;

  beforeAll(async () => {
    unitId = (await aUnit(store())).id;
    filingId = await aFiling(store(), { unitId, year: 2031, quarter: 1 });
    const reportId = randomUUID();
    await store().tx(async (tx) => {
      await recordEvents(tx, [anEvent()]);
      await insertSubmission(tx, submission());
      await insertReport(tx, { id: reportId, unitId, year: 2031, scope: 'own_organ', createdAt: someDay });
      await insertEdition(tx, { ...edition, reportId });
    });
  });

  function submission(number = 1) {
    return {
      id: randomUUID(),
      filingId,
      number,
      content: '{}',
      hash: 'h',
      submittedBy: 'u',
      submittedAt: someDay,
      earlyReason: '提前报送',
    };
  }

  it('a second person with the same user name, a second submission with the same number', async () => {
    const { username } = await aPerson(store());
    const twice = [() => aPerson(store(), { username }), () => store().tx((tx) => insertSubmission(tx, submission()))];
    for (const again of twice) {
      expect(await codeOf(again())).toBe('unique');
      expect(await again().then(() => null, isUniqueViolation)).toBe(true);
    }
  });

  it('a post in a unit that does not exist', async () => {
    const person = await aPerson(store());
    const post = { id: randomUUID(), userId: person.id, unitId: 'no such unit', role: 'clerk' as const, startedAt: someDay };
    expect(await codeOf(store().tx((tx) => insertPost(tx, post)))).toBe('foreign key');
    expect(
      await store()
        .tx((tx) => insertPost(tx, post))
        .then(() => null, isUniqueViolation),
    ).toBe(false);
  });

  it('T44: an event that is changed or deleted', async () => {
    const { seq } = await eventHead(store().read);
    const change = store().tx((tx) => tx.db.update(tx.t.loggedEvents).set({ said: '[]' }).where(eq(tx.t.loggedEvents.seq, seq)));
    expect(await sentenceOf(change)).toContain('the event log is append-only');
    const removal = store().tx((tx) => tx.db.delete(tx.t.loggedEvents).where(eq(tx.t.loggedEvents.seq, seq)));
    expect(await sentenceOf(removal)).toContain('the event log is append-only');
  });

  it('a submission that is rewritten or deleted, while its outcome may be decided', async () => {
    const mine = (tx: Parameters<Parameters<Store['tx']>[0]>[0]) => eq(tx.t.submissions.filingId, filingId);
    const rewrites = [
      { content: '{"a":1}' },
      { hash: 'other' },
      { number: 9 },
      { earlyReason: '另一个理由' },
      { earlyReason: null },
      { submittedBy: 'other' },
      { submittedAt: new Date(0) },
    ];
    for (const rewrite of rewrites)
      expect(await sentenceOf(store().tx((tx) => tx.db.update(tx.t.submissions).set(rewrite).where(mine(tx))))).toContain(
        'a submission is immutable',
      );
    expect(await sentenceOf(store().tx((tx) => tx.db.delete(tx.t.submissions).where(mine(tx))))).toContain('a submission is immutable');
    await store().tx((tx) => tx.db.update(tx.t.submissions).set({ outcome: 'returned' }).where(mine(tx)));
  });

  it('an edition that is rewritten or deleted', async () => {
    const rewrite = store().tx((tx) => tx.db.update(tx.t.editions).set({ content: '{"a":1}' }).where(eq(tx.t.editions.id, edition.id)));
    expect(await sentenceOf(rewrite)).toContain('an edition is immutable');
    const removal = store().tx((tx) => tx.db.delete(tx.t.editions).where(eq(tx.t.editions.id, edition.id)));
    expect(await sentenceOf(removal)).toContain('an edition is immutable');
  });
}

const codes: Record<string, string> = {
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
  '23505': 'unique',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'foreign key',
  '23503': 'foreign key',
};

/** The two engines' codes in one language. */
async function codeOf(attempt: Promise<unknown>): Promise<string> {
  const { code } = await innermost(attempt);
  return codes[code ?? ''] ?? String(code);
}

async function sentenceOf(attempt: Promise<unknown>): Promise<string> {
  return (await innermost(attempt)).message ?? '';
}

async function innermost(attempt: Promise<unknown>): Promise<{ code?: string; message?: string }> {
  const error = await attempt.then(
    () => ({ message: 'it was not refused' }),
    (reason: unknown) => reason,
  );
  let cause = error as { code?: string; message?: string; cause?: unknown };
  while (cause.cause) cause = cause.cause as typeof cause;
  return cause;
}
