import type { Pool, PoolClient } from 'pg';

/**
 * Does work in a transaction on a connection of a pool: what it returns is committed by then, what it throws is rolled back. A connection that
 * cannot even roll back is not used again.
 *
 * @param begin the statement that begins it
 * @throws Error also where a statement failed and nobody was told: such a transaction answers COMMIT with ROLLBACK, and no error
 */
export async function inTransaction<T>(pool: Pool, begin: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let lost: Error | undefined;
  try {
    await client.query(begin);
    const result = await work(client);
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error('a database error was caught inside a transaction; nothing of it was kept');
    return result;
  } catch (error) {
    await client.query('rollback').catch((reason: Error) => {
      lost = reason;
    });
    throw error;
  } finally {
    client.release(lost);
  }
}

/** Everything that is read in it is of one moment, and nothing is written. */
export const beginSnapshot = 'begin isolation level repeatable read read only';
