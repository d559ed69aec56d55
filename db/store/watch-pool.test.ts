import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { watchPool } from './watch-pool';

it('a connection that the server ends, idle or in use, ends no process', () => {
  const lost: string[] = [];
  const pool = watchPool(new EventEmitter(), { onConnectionLost: ({ message }) => lost.push(message) });
  const client = new EventEmitter();
  pool.emit('connect', client);
  client.emit('error', new Error('terminating connection due to administrator command'));
  pool.emit('error', new Error('terminating connection due to administrator command'), client);
  expect(lost).toEqual(['terminating connection due to administrator command']);
});
