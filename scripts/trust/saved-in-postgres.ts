import { Client } from 'pg';
import { openPostgresStore } from '@/db/store/postgres-store';
import { chainVerifier } from '@/server/domain/audit';
import { isChainWhole } from '../bench/save/verify-saves';
import { type Saved, versionsOf } from './saving';

/**
 * Looks at what a PostgreSQL database holds of the clerks' saves, by SQL that shares nothing with the store. The log's chain is followed on from
 * where the last look came to, and once more from its beginning at the end of all.
 */
export function savedInPostgres(url: string): (isLast: boolean) => Promise<Saved> {
  const verifier = chainVerifier();
  return async (isLast) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query('select filing_id as filing, cell, version from figures');
      const counts = await client.query<{ figures: string; events: string; changes: string }>(
        `select (select coalesce(sum(version), 0) from figures) as figures, (select count(*) from events where kind = 'figure.saved') as events,
         (select count(*) from changes) as changes`,
      );
      const numbers = Object.values(counts.rows[0] ?? {}).map(Number);
      const isWhole = await isChainWhole(await openPostgresStore(url), isLast ? chainVerifier() : verifier);
      return { versions: versionsOf(rows), isWhole, doubled: Math.max(...numbers) - Math.min(...numbers) };
    } finally {
      await client.end();
    }
  };
}
