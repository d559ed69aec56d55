import { type ChainedEvent, type ChainFault, chainVerifier } from '@/server/domain/audit';
import { dumpedLog } from './dumped-log';
import { type DatabaseFacts, eventOf } from './facts';
import { runPostgres } from './postgres-programs';

export interface ReadDump {
  tables: Record<string, number>;
  migration: number;
  head: DatabaseFacts['head'];
  fault: ChainFault | null;
}

/**
 * Reads a dump to its end without a server: rows of every table, the last migration, the whole chain of events. A dump is a list of tables in the text
 * form of COPY, one line a row.
 */
export async function readDump(file: string): Promise<ReadDump> {
  const chain = chainVerifier();
  // The server keeps rows where there is room, not in the order they came. What a row says is known once the tables are that it names.
  const waiting = new Map<number, (prev: string) => ChainedEvent>();
  const link = () => {
    for (let next = waiting.get(chain.head().seq + 1); next && !read.fault; next = waiting.get(chain.head().seq + 1)) {
      waiting.delete(chain.head().seq + 1);
      read.fault = chain.add(next(chain.head().hash));
    }
  };
  const read: ReadDump = { tables: {}, migration: 0, head: chain.head(), fault: null };
  const log = dumpedLog();
  let table: { name: string; columns: string[] } | null = null;
  const hear = (line: string) => {
    if (!table) {
      const copy = /^COPY (\S+) \((.*)\) FROM stdin;$/.exec(line);
      if (copy) table = { name: unquoted(copy[1] ?? ''), columns: (copy[2] ?? '').split(', ').map(unquoted) };
      if (table?.name.startsWith('public.')) read.tables[table.name.slice(7)] = 0;
      return;
    }
    if (line === '\\.') {
      table = null;
      return;
    }
    const { name, columns } = table;
    if (name === 'drizzle.__drizzle_migrations') read.migration = Math.max(read.migration, Number(rowIn(columns, line).created_at));
    if (!name.startsWith('public.')) return;
    read.tables[name.slice(7)] = (read.tables[name.slice(7)] ?? 0) + 1;
    if (!isOfLog(name)) return;
    const row = rowIn(columns, line);
    if (name === 'public.event_words') log.addWord(row);
    else if (name === 'public.event_circumstances') log.addCircumstance(row);
    else if (!read.fault) {
      const packed = name === 'public.logged_events';
      waiting.set(Number(row.seq), packed ? (prev) => log.eventOf(row, prev) : () => eventOf(row));
      if (!packed || log.isKnown()) link();
    }
  };
  await runPostgres('pg_restore', ['--data-only', '--file=-', file], {
    hear: async (child) => {
      let rest = Buffer.alloc(0);
      for await (const chunk of child.stdout ?? []) {
        const bytes = Buffer.concat([rest, chunk as Buffer]);
        let from = 0;
        for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
          hear(bytes.toString('utf8', from, end));
          from = end + 1;
        }
        rest = bytes.subarray(from);
      }
    },
  });
  link();
  const [beyond] = [...waiting.keys()].sort((one, other) => one - other);
  const after = beyond === undefined ? undefined : waiting.get(beyond)?.('');
  return { ...read, fault: read.fault ?? (after ? chain.add(after) : null), head: chain.head() };
}

function isOfLog(name: string): boolean {
  return ['public.events', 'public.event_words', 'public.event_circumstances', 'public.logged_events'].includes(name);
}

const escapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function rowIn(columns: readonly string[], line: string): Record<string, unknown> {
  const values = line
    .split('\t')
    .map((text) => (text === '\\N' ? null : text.replaceAll(/\\(.)/g, (_, one: string) => escapes[one] ?? one)));
  return Object.fromEntries(columns.map((column, index) => [column, values[index]]));
}

function unquoted(name: string): string {
  return name.replaceAll('"', '');
}
