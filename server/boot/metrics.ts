import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Saves of what is typed: the acts whose delay a clerk feels. */
const saving: ReadonlySet<string> = new Set(['filing.save', 'filing.saveText', 'report.saveText']);
const seconds = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

/** What a Prometheus reads. Labels are names of our own (doors, procedures, codes of refusals), never anything that was sent. */
export interface Metrics {
  requestEnded(door: string, status: number, seconds: number): void;
  callEnded(procedure: string, outcome: string, seconds: number): void;
  /** A connection of the database was lost while nobody used it. */
  connectionLost(): void;
  /** A number that somebody else knows, asked when the page is read: a queue, a pool, an age. Null: not known. */
  gauge(name: string, help: string, read: () => number | null | Promise<number | null>): void;
  contentType: string;
  text(): Promise<string>;
}

/** @param isProcess false where several live in one process: the process has one memory and one event loop to tell of */
export function newMetrics({ isProcess = true } = {}): Metrics {
  const registry = new Registry();
  if (isProcess) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Requests answered, by door and class of status',
    labelNames: ['door', 'status'],
    buckets: seconds,
    registers,
  });
  const calls = new Histogram({
    name: 'nianbao_procedure_duration_seconds',
    help: 'Procedures called',
    labelNames: ['procedure'],
    buckets: seconds,
    registers,
  });
  const outcomes = new Counter({
    name: 'nianbao_procedure_outcomes_total',
    help: 'How procedures ended: ok, the code of a refusal, or of an error',
    labelNames: ['procedure', 'outcome'],
    registers,
  });
  const saves = new Counter({
    name: 'nianbao_saves_total',
    help: 'Saves of figures and texts, by outcome',
    labelNames: ['outcome'],
    registers,
  });
  const refused = new Counter({
    name: 'nianbao_refused_total',
    help: 'Calls that were refused, by code',
    labelNames: ['code'],
    registers,
  });
  const lost = new Counter({
    name: 'nianbao_store_connections_lost_total',
    help: 'Connections of the database lost while idle',
    registers,
  });
  return {
    requestEnded: (door, status, took) => requests.observe({ door, status: `${Math.floor(status / 100)}xx` }, took),
    callEnded(procedure, outcome, took) {
      calls.observe({ procedure }, took);
      outcomes.inc({ procedure, outcome });
      if (saving.has(procedure)) saves.inc({ outcome });
      if (outcome !== 'ok') refused.inc({ code: outcome });
    },
    connectionLost: () => lost.inc(),
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          const value = await read();
          if (value === null) this.remove();
          else this.set(value);
        },
      });
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
