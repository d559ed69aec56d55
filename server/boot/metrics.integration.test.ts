import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { silentLog } from '@/server/log/log';
import { inRequest, noteCall } from '@/server/log/request-scope';
import { newMetrics } from './metrics';
import { metricsHandler } from './metrics-handler';
import { watched } from './watched';

const token = 'a token of some length';

describe('/metrics', () => {
  let server: Server | null = null;
  afterEach(() => {
    server?.close();
    server?.closeAllConnections();
    server = null;
  });

  async function served(parts: { token: string | null; isOwnPort?: boolean }) {
    const metrics = newMetrics({ isProcess: false });
    const env = { trustedProxies: [], publicUrl: null };
    const handler = metricsHandler({ port: null, token: parts.token }, metrics, parts.isOwnPort);
    server = createServer(watched(handler, { env, log: silentLog, metrics })).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`;
    return { metrics, read: (headers: Record<string, string> = {}) => fetch(address, { headers }) };
  }

  it.each([
    ['nothing is set', { token: null }, {}, 404],
    ['a token is set and not shown', { token }, {}, 404],
    ['another is shown', { token }, { authorization: 'Bearer another token of it' }, 404],
    ['it is shown', { token }, { authorization: `Bearer ${token}` }, 200],
    ['a port of their own', { token: null, isOwnPort: true }, {}, 200],
    ['a port of their own and a token that is not shown', { token, isOwnPort: true }, {}, 404],
  ])('%s', async (_, parts, headers, status) => {
    expect((await (await served(parts)).read(headers as Record<string, string>)).status).toBe(status);
  });

  it('tell requests by door, procedures, saves, refusals and what others hang up, by names of our own', async () => {
    const { metrics, read } = await served({ token: null, isOwnPort: true });
    const scope = { id: 'ab12cd34ef56', log: silentLog, metrics, actorId: null, calls: 0 };
    inRequest(scope, () => {
      noteCall({ procedure: 'filing.save', outcome: 'ok', ms: 4 });
      noteCall({ procedure: 'filing.save', outcome: 'conflict', ms: 4 });
    });
    metrics.connectionLost();
    metrics.gauge('nianbao_queue', 'what waits', () => 7);
    metrics.gauge('nianbao_unknown', 'nobody knows', () => null);
    await read();
    const text = await (await read()).text();
    for (const line of [
      'nianbao_saves_total{outcome="ok"} 1',
      'nianbao_refused_total{code="conflict"} 1',
      'nianbao_procedure_duration_seconds_count{procedure="filing.save"} 2',
      'nianbao_store_connections_lost_total 1',
      'nianbao_queue 7',
      'http_request_duration_seconds_count{door="metrics",status="2xx"} 1',
    ])
      expect(text).toContain(line);
    expect(text).not.toContain('nianbao_unknown 0');
  });

  it('of the process itself tell its memory and how late its event loop is', async () => {
    const text = await newMetrics().text();
    for (const name of ['nodejs_eventloop_lag_p99_seconds', 'process_resident_memory_bytes']) expect(text).toContain(name);
  });
});
