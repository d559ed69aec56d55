import type Database from 'better-sqlite3';
import { sha256Hex } from '../migrations/sqlite/0007_pack_the_ledger.lent';
import { asWords } from '../migrations/sqlite/0008_notes_become_texts.lent';

/** By the names that the SQL of the migrations calls them. Each stands beside its migration and is as finished as that. */
const lent: Readonly<Record<string, (text: string) => string>> = { sha256_hex: sha256Hex, as_words: asWords };

/** What migrations ask of SQLite that it has not: a hash, and a text of which nothing is read as a token. */
export function lendFunctions(connection: Database.Database): void {
  for (const [name, work] of Object.entries(lent)) connection.function(name, { deterministic: true }, (text) => work(String(text)));
}
