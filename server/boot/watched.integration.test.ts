import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { silentLog } from '@/server/log/log';
import { watched } from './watched';

it('a handler that throws answers 500 with the number of the request, and the next is answered', async () => {
  const faulty = watched(
    ({ url }, response) => {
      if (url === '/tasks') throw new Error('thrown before anything was awaited');
      response.end('answered');
    },
    { env: { trustedProxies: [], publicUrl: null }, log: silentLog, metrics: null },
  );
  const server = createServer(faulty).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const broken = await fetch(`${address}/tasks`);
    expect([broken.status, await broken.text()]).toEqual([500, expect.stringContaining(broken.headers.get('x-request-id') ?? 'none')]);
    expect(await (await fetch(`${address}/board`)).text()).toBe('answered');
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
