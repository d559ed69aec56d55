import type { IncomingMessage, ServerResponse } from 'node:http';
import { getTRPCErrorShape, TRPCError, transformTRPCResponse } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { createContext } from '@/server/api/context';
import { appRouter } from '@/server/api/root';
import { contextOrTrouble } from '@/server/api/trpc';
import { Refused, retryAfterOf } from '@/server/errors';
import type { Runtime } from '@/server/runtime';
import { clientAddress, sourceOf } from './client-address';
import type { Refusal } from './refuse-and-close';

const maxCallsPerBatch = 20;

/**
 * tRPC on Node's own http, past Next's router: the way of every keystroke.
 *
 * Only JSON from our own pages gets in: a mutation with another content type, or sent by another site's page, is refused
 * before anything is read (form posts carry cookies too). How large a body may be is the server's to see (`new-server.ts`).
 */
export function trpcHandler(runtime: Runtime): (request: IncomingMessage, response: ServerResponse) => void {
  const handle = createHTTPHandler({
    router: appRouter,
    basePath: '/api/trpc/',
    // A question that carries a file does not fit into an address; only JSON of our own pages is posted (`refuseForeign`).
    allowMethodOverride: true,
    createContext: ({ req }) =>
      contextOrTrouble(
        createContext(runtime, req.headers, clientAddress(req, runtime.env.trustedProxies), { from: sourceOf(req, runtime.env) }),
      ),
    responseMeta: ({ ctx, errors }) => ({ headers: headersOf(ctx?.identity?.cookies ?? [], errors) }),
  });
  return (request, response) => {
    const refusal = refuseForeign(request) ?? refuseFlood(request);
    if (!refusal) return handle(request, response);
    response.writeHead(refusal.status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ error: refusal.why }));
  };
}

/** A body that is too large, answered as any refusal of a procedure: the page that sent it shows the sentence. */
export function tooLargeForAProcedure(): Refusal {
  const { _config: config } = appRouter._def;
  const error = new TRPCError({ code: 'PAYLOAD_TOO_LARGE' });
  const shape = getTRPCErrorShape({ config, error, type: 'unknown', path: undefined, input: undefined, ctx: undefined });
  return { status: 413, contentType: 'application/json', body: JSON.stringify(transformTRPCResponse(config, { error: shape })) };
}

function headersOf(cookies: readonly string[], errors: readonly { cause?: unknown }[]): Headers {
  const headers = new Headers(retryAfter(errors));
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return headers;
}

/** In seconds, where somebody is held off: the longest of a batch. */
function retryAfter(errors: readonly { cause?: unknown }[]): Record<string, string> {
  const waits = errors.map(({ cause }) => (cause instanceof Refused ? retryAfterOf(cause) : null)).filter((wait) => wait !== null);
  return waits.length === 0 ? {} : { 'Retry-After': String(Math.max(...waits)) };
}

function refuseForeign(request: IncomingMessage): { status: number; why: string } | null {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return { status: 403, why: '请求来自其他网站 / the request comes from another site' };
  const { origin, host } = request.headers;
  if (origin !== undefined && !sameHost(origin, host))
    return { status: 403, why: '请求来自其他网站 / the request comes from another site' };
  if (request.method === 'POST' && !/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    return { status: 415, why: '只接受 JSON / only JSON is accepted' };
  return null;
}

/** tRPC's own handler has no limit on the calls in one batch. */
function refuseFlood(request: IncomingMessage): { status: number; why: string } | null {
  const path = (request.url ?? '').split('?')[0] ?? '';
  return path.split(/,|%2c/i).length > maxCallsPerBatch
    ? { status: 413, why: `一次最多 ${maxCallsPerBatch} 个调用 / at most ${maxCallsPerBatch} calls in one request` }
    : null;
}

function sameHost(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
