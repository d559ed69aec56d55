import { AsyncLocalStorage } from 'node:async_hooks';
import type { Metrics } from '@/server/boot/metrics';
import { errorFacts } from './error-facts';
import type { Log } from './log';

/** What is known of the request that is being answered, wherever in its answer one is. */
export interface RequestScope {
  /** Short enough to be read out to an administrator. */
  readonly id: string;
  readonly log: Log;
  readonly metrics: Metrics | null;
  /** Who asks, once that is known. */
  actorId: string | null;
  /** How many procedures it called: each has a line of its own. */
  calls: number;
  /** The page is not the person's, and this writes that down. */
  refusedPage?: Promise<void>;
}

const scopes = new AsyncLocalStorage<RequestScope>();

export function inRequest<T>(scope: RequestScope, work: () => T): T {
  return scopes.run(scope, work);
}

/** Null outside of a request: the command line, a test of one procedure. */
export function currentRequest(): RequestScope | null {
  return scopes.getStore() ?? null;
}

/** A procedure has been called: one line, and its measure. */
export function noteCall(call: { procedure: string; outcome: string; ms: number }): void {
  const request = currentRequest();
  if (!request) return;
  request.calls += 1;
  const ms = Math.round(call.ms * 10) / 10;
  request.log.info(
    { procedure: call.procedure, outcome: call.outcome, ms, ...(request.actorId ? { actor: request.actorId } : {}) },
    'call',
  );
  request.metrics?.callEnded(call.procedure, call.outcome, call.ms / 1000);
}

/** Something failed that the operator has to hear of, with what the person was told to name. */
export function noteFault(event: string, error: unknown, where: Record<string, string> = {}): void {
  currentRequest()?.log.error({ ...where, error: errorFacts(error) }, event);
}
