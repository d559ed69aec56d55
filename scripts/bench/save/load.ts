import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';

/** A kind of save, as one connection sends it and reads the answer. */
export interface SaveWire {
  path: string;
  headers: Record<string, string>;
  /** @param version of the cell so far; the raw text is different each time, so that every request writes */
  body: (version: number, changeId: string) => object;
}

export interface Load {
  requestsPerSecond: number;
  p99Ms: number;
  /** Answers that say `saved`. */
  saved: number;
  /** Everything else: other statuses, other outcomes, broken connections, timeouts. */
  failed: number;
  firstFailure: string | null;
}

/** One connection after another keeps exactly one request in flight, each on a cell of its own, for the given time. */
export async function load(port: number, wires: readonly SaveWire[], seconds: number): Promise<Load> {
  let next = 0;
  let saved = 0;
  let refused = 0;
  let firstFailure: string | null = null;
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: wires.length,
    duration: seconds,
    setupClient(client) {
      const wire = wires[next % wires.length];
      next += 1;
      if (!wire) return;
      let version = 0;
      client.setRequests([
        {
          method: 'POST',
          path: wire.path,
          setupRequest: (request) => ({
            ...request,
            headers: { 'content-type': 'application/json', ...wire.headers },
            body: JSON.stringify({ 0: { json: wire.body(version, randomUUID()) } }),
          }),
          onResponse(status, body) {
            if (status === 200 && body.includes('"outcome":"saved"')) {
              version += 1;
              saved += 1;
              return;
            }
            refused += 1;
            firstFailure ??= `${status} ${body}`;
          },
        },
      ]);
    },
  });
  return {
    requestsPerSecond: saved / result.duration,
    p99Ms: result.latency.p99,
    saved,
    failed: refused + result.errors + result.timeouts,
    firstFailure,
  };
}
