import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { databaseNamed } from '@/db/backup/postgres-copy';
import { type Found, type Moment, migratingProcess, type OldDatabase, spread } from './killed-migrations';
import { oldPostgresOffice } from './old-office';

/** On PostgreSQL a start is killed at one of the messages that it sends to the server, before it or after. @param server with a database to connect to */
export async function postgresOffice(folder: string, server: string): Promise<OldDatabase> {
  await asked(server, 'create database old_office');
  await oldPostgresOffice(databaseNamed(server, 'old_office'));
  const placeOf = async (name: string) => {
    await asked(server, `create database ${name} template old_office`);
    const [dataFolder, url] = [join(folder, name), databaseNamed(server, name)];
    mkdirSync(dataFolder);
    return {
      env: { NIANBAO_DATA: dataFolder, DATABASE_URL: url },
      backups: join(dataFolder, 'backups'),
      look: () => look(url),
      async remove() {
        await asked(server, `drop database ${name} with (force)`);
        rmSync(dataFolder, { recursive: true, force: true });
      },
    };
  };
  return {
    fresh: (index) => placeOf(`at_${index}`),
    async moments(count) {
      const { env, remove } = await placeOf('counted');
      const last = { start: 0, migration: 0 };
      const through = await messagesTo(env.DATABASE_URL, ({ of, number }) => {
        last[of] = number;
        return true;
      });
      await migratingProcess({ ...env, DATABASE_URL: through.url }).ended;
      through.close();
      await remove();
      return spread(count, last.start, last.migration);
    },
    async killedAt(moment, env) {
      let kill: (() => void) | null = null;
      let isOver = false;
      const through = await messagesTo(env.DATABASE_URL ?? '', ({ of, number }) => {
        if (isOver) return false;
        isOver = of === moment.of && number === moment.number;
        if (isOver) kill?.();
        // By turns it arrives, or the process is gone before.
        return !isOver || number % 2 === 0;
      });
      const { child, ended } = migratingProcess({ ...env, DATABASE_URL: through.url });
      kill = () => child.kill('SIGKILL');
      const how = await ended;
      through.close();
      return how === 'SIGKILL';
    },
  };
}

/** Another address of a server. @param onMessage told of everything that is sent there, in order; false: it does not arrive */
async function messagesTo(url: string, onMessage: (moment: Moment) => boolean): Promise<{ url: string; close(): void }> {
  const { port, hostname } = new URL(url);
  const sockets = new Set<Socket>();
  let moment: Moment = { of: 'start', number: 0 };
  const proxy = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => other.destroy());
    }
    near.on('data', (message) => {
      const begins = moment.of === 'start' && message.includes('nianbao migrate');
      moment = begins ? { of: 'migration', number: 1 } : { ...moment, number: moment.number + 1 };
      if (onMessage(moment)) far.write(message);
    });
    far.on('data', (answer) => near.write(answer));
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const near = new URL(url);
  near.port = String((proxy.address() as AddressInfo).port);
  return {
    url: near.href,
    close() {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

async function asked(url: string, sql: string): Promise<void> {
  await withClient(url, (client) => client.query(sql));
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function look(url: string): Promise<Found> {
  return withClient(url, async (client) => {
    const all = async (sql: string) => (await client.query<{ one: string }>(sql)).rows.map(({ one }) => one);
    // The server may still be taking back what the killed one had begun.
    for (let others = 1; others > 0; )
      others = Number(
        (
          await all(
            `select count(*)::text as one from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
          )
        )[0],
      );
    const schema = [
      ...(await all(
        `select concat_ws(' ', table_schema, table_name, column_name, data_type, is_nullable, column_default) as one from information_schema.columns where table_schema in ('public', 'drizzle') order by 1`,
      )),
      ...(await all(`select indexdef as one from pg_indexes where schemaname = 'public' order by 1`)),
      ...(await all(`select pg_get_triggerdef(oid) as one from pg_trigger where not tgisinternal order by 1`)),
      ...(await all(`select pg_get_constraintdef(oid) || conname as one from pg_constraint order by 1`)),
    ];
    const tables = await all(`select tablename as one from pg_tables where schemaname = 'public' order by 1`);
    const rows = [['migrations', await all('select hash || created_at as one from drizzle.__drizzle_migrations order by created_at')]];
    for (const name of tables) rows.push([name, await all(`select row_to_json(t)::text as one from public."${name}" t order by 1`)]);
    return { schema: JSON.stringify(schema), rows: JSON.stringify(rows) };
  });
}
