import { randomBytes } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { requestIdHeader } from '@/server/api/context';
import type { Env } from '@/server/env';
import { faultSentence } from '@/server/fault';
import type { Log } from '@/server/log/log';
import { inRequest, noteFault, type RequestScope } from '@/server/log/request-scope';
import { clientAddress } from './client-address';
import { type Door, doorOf, doors, routeOf } from './door-of';
import type { Metrics } from './metrics';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** A page's own policy takes the place of this one (`proxy.ts`). */
const policyOfNoPage = "default-src 'none'; frame-ancestors 'none'";
/** Asked every few seconds by machines, or forty times for a page: not worth a line while they are answered. */
const quiet: ReadonlySet<Door> = new Set<Door>(['health', 'metrics', 'parts']);

/**
 * What every answer has in common, whichever door gives it: a number by which a person and the log mean the same request, the headers that
 * no answer goes without, 405 for what nobody asks in earnest, and one line in the log when it is over.
 */
export function watched(
  listener: Listener,
  parts: { env: Pick<Env, 'trustedProxies' | 'publicUrl'>; log: Log; metrics: Metrics | null },
): Listener {
  const isSecure = parts.env.publicUrl?.startsWith('https:') ?? false;
  return (request, response) => {
    const startedAt = performance.now();
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const door = doorOf(path);
    const id = requestIdOf(request, parts.env.trustedProxies);
    request.headers[requestIdHeader] = id;
    for (const [name, value] of Object.entries(headersFor(door, isSecure))) response.setHeader(name, value);
    response.setHeader('X-Request-Id', id);
    const scope: RequestScope = { id, log: parts.log.child({ request: id }), metrics: parts.metrics, actorId: null, calls: 0 };
    response.once('close', () => {
      const ms = performance.now() - startedAt;
      parts.metrics?.requestEnded(door, response.statusCode, ms / 1000);
      noteAnswer(scope, request, response, { route: routeOf(path), isQuiet: quiet.has(door), ms });
    });
    const allowed: readonly string[] = doors[door];
    if (!allowed.includes(request.method ?? '')) return refuseMethod(response, allowed);
    inRequest(scope, () => {
      try {
        listener(request, response);
      } catch (error) {
        // Thrown past a handler, it would be the end of the process, and of everybody's work with it.
        noteFault('fault', error);
        if (response.headersSent) return response.destroy();
        const { zh, en } = faultSentence(id);
        response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${zh}\n${en}`);
      }
    });
  };
}

function noteAnswer(
  scope: RequestScope,
  { method }: IncomingMessage,
  response: ServerResponse,
  { route, isQuiet, ms }: { route: string; isQuiet: boolean; ms: number },
): void {
  const { statusCode: status } = response;
  // Each procedure that was called has its own line already.
  const isTold = isQuiet || (scope.calls > 0 && route === 'procedures');
  const level = status >= 500 ? 'error' : isTold ? 'debug' : 'info';
  scope.log[level](
    {
      route,
      method,
      status,
      outcome: !response.writableFinished ? 'broken_off' : status >= 500 ? 'failed' : status >= 400 ? 'refused' : 'ok',
      ms: Math.round(ms * 10) / 10,
      ...(scope.actorId ? { actor: scope.actorId } : {}),
    },
    'request',
  );
}

/** For a year a browser that was here by https comes by nothing else. Neighbours below this address are not ours to decide on. */
const httpsOnly = 'max-age=31536000';

function headersFor(door: Door, isSecure: boolean): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Content-Security-Policy': policyOfNoPage,
    ...(isSecure ? { 'Strict-Transport-Security': httpsOnly } : {}),
    // The parts of the program are the same for everybody, and say themselves how long they are kept.
    ...(door === 'parts' ? {} : { 'Cache-Control': 'no-store' }),
  };
}

/** A number that a proxy of the configuration gave is kept, so that its log and ours meet; anybody else's could be a secret, or somebody's trick. */
function requestIdOf(request: IncomingMessage, trustedProxies: readonly string[]): string {
  const given = request.headers['x-request-id'];
  const isFromProxy = trustedProxies.length > 0 && clientAddress(request, trustedProxies) !== clientAddress(request, []);
  return isFromProxy && typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomBytes(6).toString('hex');
}

function refuseMethod(response: ServerResponse, allowed: readonly string[]): void {
  response.writeHead(405, { Allow: allowed.join(', '), 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`这个地址不接受这种请求。\nThis address does not take such a request.\n`);
}

/** What the parser of HTTP says no to itself, before there is a request. */
const statusOf: Partial<Record<string, number>> = {
  HPE_INVALID_METHOD: 405,
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** The same answer for what never becomes a request: a method that HTTP does not know (`TRACK`), and a tunnel (`CONNECT`). */
export function refuseOddities(server: Server): void {
  server.on('connect', (_: IncomingMessage, socket: Duplex) => sayAndClose(socket, 405));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex & { _httpMessage?: { headersSent: boolean } | null }) => {
    if (error.code === 'ECONNRESET' || !socket.writable || socket._httpMessage?.headersSent) socket.destroy(error);
    else sayAndClose(socket, statusOf[error.code ?? ''] ?? 400);
  });
}

function sayAndClose(socket: Duplex, status: number): void {
  socket.on('error', () => {});
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      ...(status === 405 ? ['Allow: GET, HEAD, POST'] : []),
      ...Object.entries(headersFor('pages', false)).map(([name, value]) => `${name}: ${value}`),
      'Content-Length: 0',
      'Connection: close',
      '\r\n',
    ].join('\r\n'),
  );
}
