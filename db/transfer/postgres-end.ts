import { Client } from 'pg';
import type { End, Row } from './end';

/** Less than the values that one statement may bring (65,535). */
const maxValues = 60_000;

export async function postgresEnd(url: string): Promise<End> {
  // Times as text: drizzle's columns read them so.
  const types = { getTypeParser: (oid: number) => (parsed.has(oid) ? JSON.parse : (text: string) => (oid === bool ? text === 't' : text)) };
  const client = new Client({ connectionString: url, types: types as never });
  client.on('error', () => {});
  await client.connect();
  await client.query(`begin isolation level repeatable read; set local timezone = 'UTC'`);
  return {
    async *rows({ name, columns, key, rowsAtOnce }) {
      const text = new Set(columns.postgres.filter((column) => column.isText).map((column) => column.name));
      const order = key.map((one) => `"${one}"${text.has(one) ? ' collate "C"' : ''}`).join(', ');
      await client.query(`declare transfer no scroll cursor for select * from "${name}" order by ${order}`);
      for (;;) {
        const { rows } = await client.query<Row>(`fetch ${rowsAtOnce} from transfer`);
        for (const row of rows)
          yield Object.fromEntries(columns.postgres.map((column) => [column.key, column.fromDriver(row[column.name])]));
        if (rows.length < rowsAtOnce) break;
      }
      await client.query('close transfer');
    },
    async insert({ name, columns }, rows) {
      const names = columns.postgres.map((column) => `"${column.name}"`).join(', ');
      const width = columns.postgres.length;
      const atOnce = Math.floor(maxValues / width);
      for (let from = 0; from < rows.length; from += atOnce) {
        const page = rows.slice(from, from + atOnce);
        const places = page
          .map((_, row) => `(${columns.postgres.map((_, column) => `$${row * width + column + 1}`).join(', ')})`)
          .join(', ');
        const values = page.flatMap((row) => columns.postgres.map((column) => column.toDriver(row[column.key])));
        await client.query(`insert into "${name}" (${names}) values ${places}`, values);
      }
    },
    commit: async () => void (await client.query('commit')),
    close: () => client.end(),
  };
}

const bool = 16;
/** json and jsonb. */
const parsed = new Set([114, 3802]);
