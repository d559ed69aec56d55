import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What the house of a robot does with the next message. `drop`: breaks the connection. `take_and_drop`: writes it and breaks off before it says so. `refuse`: 500.
 * `decline`: 200, and a number that says no. `elsewhere`: leads to another address. `delay`: takes its time.
 */
export type RobotFault = 'drop' | 'take_and_drop' | 'refuse' | 'decline' | 'elsewhere' | 'delay';

/** Where robots are talked to, on this machine. What it does with each message is said before; without a word it takes it. */
export async function aRobotHouse() {
  const taken: { id: string; path: string; body: Record<string, unknown> }[] = [];
  const faults: RobotFault[] = [];
  const server = createServer(async (request, response) => {
    const fault = faults.shift();
    let text = '';
    for await (const part of request) text += part;
    const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      response.writeHead(status, { connection: 'close', ...headers }).end(JSON.stringify(body));
    if (fault === 'drop') return void request.socket.destroy();
    if (fault === 'refuse') return void answer(500, {});
    if (fault === 'decline') return void answer(200, { errcode: 310000, errmsg: 'no keyword', code: 19024 });
    if (fault === 'elsewhere') return void answer(302, {}, { location: `http://127.0.0.1:${port}/elsewhere` });
    const body = JSON.parse(text) as Record<string, unknown>;
    if (request.url?.startsWith('/wecom') && contentBytes(body) > 2048)
      return void answer(200, { errcode: 40058, errmsg: 'text.content exceed max length 2048' });
    taken.push({
      id: String(request.headers['idempotency-key']),
      path: request.url ?? '',
      body,
    });
    if (fault === 'take_and_drop') return void request.socket.destroy();
    if (fault === 'delay') await sleep(20);
    return void answer(200, request.url?.includes('feishu') ? { code: 0 } : { errcode: 0 });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    taken,
    faults,
    port,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const contentBytes = (body: Record<string, unknown>) => Buffer.byteLength((body as { text?: { content?: string } }).text?.content ?? '');
