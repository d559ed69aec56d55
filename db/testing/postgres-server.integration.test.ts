import { existsSync, statSync } from 'node:fs';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { startPostgres } from './postgres-server';

it('a server of our own listens on loopback alone, belongs to somebody who is not root, and is gone when it is stopped', async () => {
  const { url, folder, stop } = await startPostgres();
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query('show listen_addresses');
    expect([rows, statSync(folder).uid === 0]).toEqual([[{ listen_addresses: '127.0.0.1' }], false]);
    await client.end();
  } finally {
    await stop();
  }
  expect(existsSync(folder)).toBe(false);
  await expect(new Client({ connectionString: url }).connect()).rejects.toThrow('ECONNREFUSED');
});

it('without its programs nothing is skipped: a sentence says what to install', async () => {
  await expect(startPostgres({ NIANBAO_POSTGRES: '/nowhere' })).rejects.toThrow('apt-get install -y --no-install-recommends postgresql');
});
