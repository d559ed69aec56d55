import { initTRPC } from '@trpc/server';
import Database from 'better-sqlite3';
import superjson from 'superjson';
import { z } from 'zod';

/**
 * The least a save can be: a tRPC procedure, one upsert into a table like `figures`, a durable transaction of its own. No session,
 * no permission, no version, no event. This file imports packages only, because the Next app of the bench gets a copy of it.
 *
 * @param synchronous FULL, but for the control of the flush count
 */
export function bareRouter(file: string, synchronous: 'FULL' | 'OFF' = 'FULL') {
  const database = new Database(file, { timeout: 0 });
  database.pragma('journal_mode = WAL');
  database.pragma(`synchronous = ${synchronous}`);
  database.exec(
    `create table if not exists figures (filing_id text not null, cell text not null, raw text not null, state text not null, value integer,
     decimals integer not null, version integer not null, saved_by text not null, saved_at integer not null, primary key (filing_id, cell))`,
  );
  const begin = database.prepare('begin immediate');
  const commit = database.prepare('commit');
  const upsert = database.prepare(
    `insert into figures values (?, ?, ?, 'number', ?, 0, ?, 'somebody', ?) on conflict (filing_id, cell) do update set raw = excluded.raw,
     state = excluded.state, value = excluded.value, version = excluded.version, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
  );
  const t = initTRPC.create({ transformer: superjson });
  return t.router({
    save: t.procedure
      .input(z.strictObject({ filingId: z.string(), cell: z.string(), raw: z.string(), version: z.number().int() }))
      .mutation(({ input }) => {
        begin.run();
        upsert.run(input.filingId, input.cell, input.raw, Number(input.raw), input.version, Date.now());
        commit.run();
        return { outcome: 'saved', version: input.version };
      }),
  });
}
