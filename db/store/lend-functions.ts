import type Database from 'better-sqlite3';
import { asWords } from '@/server/domain/prose/as-words';
import { nameOfCells } from './packed-figures';

/** What migrations ask of SQLite that it has not: a hash, and a text of which nothing is read as a token. */
export function lendFunctions(connection: Database.Database): void {
  connection.function('sha256_hex', { deterministic: true }, (cells) => nameOfCells(String(cells)));
  connection.function('as_words', { deterministic: true }, (typed) => asWords(String(typed)));
}
