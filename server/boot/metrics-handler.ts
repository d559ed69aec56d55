import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Env } from '@/server/env';
import type { Metrics } from './metrics';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * `/metrics` beside the app: behind a token, and not there at all without one. A wrong token is answered as if it were not there.
 *
 * @param isOwnPort the port itself keeps others out, so a token is asked only where there is one
 */
export function metricsHandler({ token }: Env['metrics'], metrics: Metrics, isOwnPort = false): Listener {
  return (request, response) => {
    const isOpen = token === null ? isOwnPort : isToken(request.headers.authorization, token);
    const path = (request.url ?? '').split('?')[0];
    if (!isOpen || path !== '/metrics') {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('没有这个地址。\nThere is no such address.\n');
      return;
    }
    metrics.text().then(
      (text) => {
        response.writeHead(200, { 'Content-Type': metrics.contentType });
        response.end(request.method === 'HEAD' ? undefined : text);
      },
      () => response.writeHead(503).end(),
    );
  };
}

/** The port of their own. Without a token it is for this machine, whatever address the app itself serves. */
export function metricsServer(env: Pick<Env, 'metrics' | 'host'>, listener: Listener): Server | null {
  const { port, token } = env.metrics;
  if (port === null) return null;
  return createServer(listener).listen(port, token === null ? '127.0.0.1' : env.host);
}

/** Compared by hash: equal lengths, and the time it takes tells nothing. */
function isToken(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}
