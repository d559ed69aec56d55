import { asc, eq, isNull } from 'drizzle-orm';
import type { Reader, Tx } from './store';

/** 常用语: a sentence that reviewers return with. */
export interface Phrase {
  id: string;
  text: string;
  sort: number;
  writtenBy: string;
  writtenAt: Date;
}

/** Phrases in use, in the office's order. */
export async function listPhrases(reader: Reader): Promise<Phrase[]> {
  const { id, text, sort, writtenBy, writtenAt, retiredAt } = reader.t.phrases;
  return reader.db
    .select({ id, text, sort, writtenBy, writtenAt })
    .from(reader.t.phrases)
    .where(isNull(retiredAt))
    .orderBy(asc(sort), asc(writtenAt), asc(id));
}

export async function insertPhrase(tx: Tx, phrase: Phrase): Promise<void> {
  await tx.db.insert(tx.t.phrases).values(phrase);
}

export async function updatePhrase(tx: Tx, id: string, change: Partial<Omit<Phrase, 'id'> & { retiredAt: Date }>): Promise<void> {
  await tx.db.update(tx.t.phrases).set(change).where(eq(tx.t.phrases.id, id));
}
