import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type { Tables } from '../schema/tables';
import type { Listener, Topic } from './neighbours';
import type { Question, WasRead } from './was-read';

/**
 * The builders both engines share, typed by SQLite's. Always await them; `.get()`, `.all()`, `.run()` do not exist on
 * PostgreSQL.
 */
export type Db = Pick<
  BaseSQLiteDatabase<'async', unknown>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'with' | '$count'
>;

/** Where a query may read: committed data (`store.read`), or the transaction's own view. */
export interface Reader {
  readonly db: Db;
  readonly t: Tables;
}

/** Inside a transaction. Only here may a store function write. */
export interface Tx extends Reader {
  /** Serialises transactions that take the same key until they end. Nothing to wait for in a transaction that has its turn alone. */
  lock(key: string): Promise<void>;
  /** Told to every process on this database (`Store.hear`) once this is committed, and not at all when it is taken back. */
  tell(topic: Topic, about: string): Promise<void>;
  /**
   * Whether what was read for something, in a snapshot of a moment before, reads the same in this transaction: every question is asked again. Then
   * what was made of it would be made the same here, and needs not be.
   *
   * @param isKnown the answer is known to be the same without asking (`unmovedSince`)
   */
  stillReads(read: WasRead, isKnown?: (question: Question) => boolean): Promise<boolean>;
}

/** What a transaction decides on. */
export interface TxScope {
  /**
   * The one thing that this transaction decides on and changes, beside the event log: a filing, a report. It then runs beside those that
   * name another, and never beside one that names nothing. For what happens at every keystroke or takes long; it reads nothing that such a
   * transaction on another thing may change.
   */
  only?: string;
}

export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  readonly read: Reader;
  /**
   * The one way to write. Everything inside becomes durable together, or not at all; the promise resolves only after the
   * commit reached the disk. A `tx` inside a `tx` joins the outer one.
   *
   * Transactions decide one after the other, in all processes on the database, unless they say what they decide on only. The work may be done
   * again from the start when PostgreSQL asks for it, so it changes nothing but the database.
   *
   * Inside, await nothing but database builders (it holds SQLite's only write lock), and never catch a database error
   * (PostgreSQL has aborted the transaction by then).
   */
  tx<T>(work: (tx: Tx) => Promise<T>, scope?: TxScope): Promise<T>;
  /**
   * What `make` would make now of what is committed; the very thing of the last time, not to be changed, while every question that was asked for it has the
   * same answer. Asking is a fraction of making: no SQL is built, no row is read into anything, nothing is reckoned.
   *
   * @param key all that it is made of beside the database
   */
  kept<T>(key: string, make: (reader: Reader) => Promise<T>): Promise<T>;
  /**
   * For what can be made again, before anybody works here: the commits within do not wait for the disk, all of it is there when the
   * promise resolves. A machine that loses its power meanwhile leaves a store to throw away.
   */
  fill(work: () => Promise<void>): Promise<void>;
  migrate(): Promise<void>;
  /**
   * Another text whenever something was written, by whomever, but for the heartbeat. Only for comparing within one process; on PostgreSQL it may
   * be some seconds late, so it is asked before what it stands for is read.
   */
  changeMark(): Promise<string>;
  /**
   * Hears what any process on this database tells inside its transactions: a hint that something changed, never the proof. On SQLite that is this
   * process; a command at the console tells nobody.
   *
   * @returns hears it no longer
   */
  hear(topic: Topic, listener: Listener): () => void;
  /**
   * Tells the same outside of any transaction, what nothing in the database is to vouch for: nothing is written, and it may be lost. Once every few
   * seconds for a person, not at a keystroke.
   */
  say(topic: Topic, about: string): Promise<void>;
  /**
   * Does a job unless it is being done already, by whichever process on this database. One that dies has given it up.
   *
   * @returns whether it was done here
   */
  alone(job: string, work: () => Promise<void>): Promise<boolean>;
  close(): Promise<void>;
  /** How much waits for the store just now: transactions or connections that are not had yet. For whoever watches the process. */
  waiting?(): number;
}

/** What a store tells of itself that nobody asked it. */
export interface StoreWatch {
  /** A connection was lost that nobody was using; the next one is opened when it is wanted. */
  onConnectionLost?(error: Error): void;
  /** One of those who hear what processes tell each other threw; the others were told all the same. */
  onListenerFailed?(error: Error): void;
}
