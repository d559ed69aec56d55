import type { Reader, Store } from '@/db/store';

/** What a failing engine says, as it reaches us through drizzle: with the statement, and with what was sent. */
export function engineError(code: string, message: string, sent: string): Error {
  const cause = Object.assign(new Error(`${message}: "${sent}"`), { code });
  const query = 'select "id", "password_hash" from "users" where "users"."username" = ?';
  const error = new Error(`Failed query: ${query}\nparams: ${sent}`, { cause });
  return Object.assign(error, { query, params: [sent] });
}

/** A store of which nothing can be read or written. */
export function failingStore(store: Store, failure: () => Error): Store {
  const fail = () => {
    throw failure();
  };
  const db = new Proxy({} as Reader['db'], { get: () => fail });
  return { ...store, read: { db, t: store.read.t }, tx: async () => fail() };
}

/** A store whose transactions fail as soon as anything is to be kept. */
export function storeThatKeepsNothing(store: Store, failure: () => Error): Store {
  return {
    ...store,
    tx: (work) =>
      store.tx(async (tx) => {
        await work(tx);
        throw failure();
      }),
  };
}
