import { Client } from 'pg';

/** Rows of the tables that changed, as text, in no order, with whatever differs from run to run named alike. */
export type Changed = Record<string, string[]>;

export interface Rewindable {
  /** Every row of the tables that something was written into since the last rewind. */
  changed(): Promise<Changed>;
  /** Puts every table back to what it held at first. Nothing else may be at work in the database. */
  rewind(): Promise<void>;
  /** Empties every table but one, also what is frozen. */
  emptyAllBut(name: string): Promise<void>;
  /** Rows of a question asked in SQL. */
  ask<T extends object>(sql: string): Promise<T[]>;
  end(): Promise<void>;
}

/** Ids, hashes and secrets are made anew at every run. */
const madeAnew = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}|\$argon2id\$[^"]*/g;
const partsOfEvents: ReadonlySet<string> = new Set(['event_words', 'event_circumstances']);
/** Where an event stands in the chain depends on who was first. */
const placeInChain = /"(?:seq|prev|hash)":(?:\d+|"[^"]*"),?/g;

/**
 * A PostgreSQL database that can be put back to what it holds now, which is far quicker than a new one. What was written is told by the
 * transaction that wrote it, so nothing is added to the tables that could make those who write wait for each other.
 */
export async function rewindable(url: string): Promise<Rewindable> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const ask = async <T extends object>(text: string): Promise<T[]> => (await client.query<T>(text)).rows;
  const tables = await ask<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' order by 1`);
  const names = tables.map(({ name }) => name);
  await client.query(`create schema kept; ${names.map((name) => `create table kept."${name}" as table public."${name}"`).join('; ')}`);
  const inAll = (part: (name: string) => string) => names.map((name) => `select '${name}' as name, ${part(name)}`).join(' union all ');
  const counts = await ask<{ name: string; count: string }>(inAll((name) => `count(*) as count from kept."${name}"`));
  const keptCount = new Map(counts.map(({ name, count }) => [name, count]));
  const nextTransaction = async () => (await ask<{ next: string }>('select txid_current() as next'))[0]?.next ?? '';
  const isNew = () => `xmin::text::bigint >= ${since}`;
  let since = await nextTransaction();
  const written = async () => {
    const rows = await ask<{ name: string; count: string; fresh: string }>(
      inAll((name) => `count(*) as count, count(*) filter (where ${isNew()}) as fresh from public."${name}"`),
    );
    return rows.flatMap(({ name, count, fresh }) => (fresh === '0' && count === keptCount.get(name) ? [] : name));
  };
  return {
    async changed() {
      const found: Changed = {};
      for (const name of await written()) {
        // How events are packed depends on what was said before: they are compared as they read.
        if (partsOfEvents.has(name)) continue;
        const shown = name === 'logged_events' ? 'events' : name;
        const rows = await ask<{ row: string }>(`select row_to_json(one)::text as row from public."${shown}" as one`);
        found[shown] = rows.map(({ row }) => (shown === 'events' ? row.replace(placeInChain, '') : row).replace(madeAnew, '#')).sort();
      }
      return found;
    },
    async rewind() {
      const back = (await written()).flatMap((name) => [
        `delete from public."${name}" where ${isNew()}`,
        `insert into public."${name}" select * from kept."${name}" except select * from public."${name}"`,
      ]);
      // As a replica neither triggers nor references stand in the way.
      await client.query(['begin', 'set local session_replication_role = replica', ...back, 'commit'].join('; '));
      since = await nextTransaction();
    },
    async emptyAllBut(kept) {
      const emptied = names.filter((name) => name !== kept).map((name) => `public."${name}"`);
      await client.query(`begin; set local session_replication_role = replica; truncate ${emptied.join(', ')} cascade; commit`);
    },
    ask,
    end: () => client.end(),
  };
}
