import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Runtime } from '@/server/runtime';
import { type HealthCheck, type HealthParts, runHealthChecks, statusOf } from './health-checks';
import { lastBackupOf } from './last-backup';

const usuallyFreshForMs = 1_000;

/**
 * `/api/health/live`: the process answers. `/api/health/ready`: it can work too, by what was tried just now; 503 when people cannot work,
 * else 200 with `ready` or `degraded`. Anybody may ask, so the answers say how things stand and nothing of where.
 *
 * @param checks of the start, that go on after it has said `ready`
 * @param given what is asked instead, in a test
 */
export function healthHandler(
  { store, env }: Pick<Runtime, 'store' | 'env'>,
  checks: { isPending: () => boolean } = { isPending: () => false },
  given: Partial<HealthParts> = {},
): (request: IncomingMessage, response: ServerResponse) => void {
  const parts: HealthParts = {
    ...{ store, dataFolder: env.dataFolder, lastBackup: lastBackupOf(env), isStartPending: checks.isPending, now: () => new Date() },
    ...given,
  };
  let latest: { until: number; checks: Promise<HealthCheck[]> } | null = null;
  /** One try at a time: while a database hangs, those who ask must not pile up tries in front of it. */
  const checked = () => {
    if (latest && performance.now() < latest.until) return latest.checks;
    const mine = { until: Number.POSITIVE_INFINITY, checks: runHealthChecks(parts) };
    void mine.checks.then(() => {
      mine.until = performance.now() + (parts.freshForMs ?? usuallyFreshForMs);
    });
    latest = mine;
    return mine.checks;
  };
  const answer = (response: ServerResponse, status: number, body: object) => {
    response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
    response.end(JSON.stringify(body));
  };
  return (request, response) => {
    const path = (request.url ?? '').split('?')[0];
    if (path === '/api/health/live') return answer(response, 200, { status: 'live' });
    if (path !== '/api/health/ready') return answer(response, 404, { status: 'unknown' });
    void checked().then((checks) => {
      const status = statusOf(checks);
      answer(response, status === 'not_ready' ? 503 : 200, { status, checks });
    });
  };
}
