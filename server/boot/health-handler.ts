import type { IncomingMessage, ServerResponse } from 'node:http';
import { eventHead } from '@/db/store';
import type { Runtime } from '@/server/runtime';

/** `/api/health/live`: the process answers. `/api/health/ready`: the store answers too. */
export function healthHandler(runtime: Runtime): (request: IncomingMessage, response: ServerResponse) => void {
  const answer = (response: ServerResponse, status: number, body: object) => {
    response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
    response.end(JSON.stringify(body));
  };
  return (request, response) => {
    if (request.url === '/api/health/live') return answer(response, 200, { status: 'live' });
    if (request.url !== '/api/health/ready') return answer(response, 404, { status: 'unknown' });
    eventHead(runtime.store.read).then(
      () => answer(response, 200, { status: 'ready' }),
      () => answer(response, 503, { status: 'store does not answer' }),
    );
  };
}
