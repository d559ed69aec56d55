import type { Browser, Page } from 'playwright';

/** What the main thread does, as the processor spends it: another process that takes the processor away costs nothing here. */
export const parts = ['script', 'style', 'layout', 'paint', 'other'] as const;
export type Part = (typeof parts)[number];
export type Spent = Record<Part, number> & { all: number };

/** One event of the browser's trace, times in µs; `t…` are times of the thread itself. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  tts?: number;
  tdur?: number;
}

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];

/** Marks of the page's own timeline, between which what a key costs is looked for. */
export const marks = { begin: 'key:begin', end: 'key:end' } as const;

const partOf: Record<string, Part> = {
  EventDispatch: 'script',
  FunctionCall: 'script',
  EvaluateScript: 'script',
  FireAnimationFrame: 'script',
  TimerFire: 'script',
  RunMicrotasks: 'script',
  MinorGC: 'script',
  MajorGC: 'script',
  'V8.GCScavenger': 'script',
  UpdateLayoutTree: 'style',
  RecalculateStyles: 'style',
  InvalidateLayout: 'layout',
  Layout: 'layout',
  HitTest: 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
  UpdateLayer: 'paint',
  UpdateLayerTree: 'paint',
};

/** Runs the work under the browser's tracing. @returns what the main thread spent between each pair of marks, in ms */
export async function spentPerKey(browser: Browser, page: Page, work: () => Promise<void>): Promise<Spent[]> {
  await browser.startTracing(page, { categories });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return spentBetweenMarks(traceEvents);
}

export function spentBetweenMarks(events: readonly TraceEvent[]): Spent[] {
  const begins = events.filter((event) => event.name === marks.begin && event.ph !== 'e');
  const [first] = begins;
  if (!first) throw new Error('the page set no mark');
  const ends = events.filter((event) => event.name === marks.end).map((event) => event.ts);
  const own = selfTimes(events.filter((event) => event.pid === first.pid && event.tid === first.tid && event.ph === 'X'));
  return begins.map(({ ts }) => {
    const end = ends.find((one) => one > ts) ?? Number.POSITIVE_INFINITY;
    const spent: Spent = { script: 0, style: 0, layout: 0, paint: 0, other: 0, all: 0 };
    for (const one of own) {
      if (one.ts < ts - taskSlackUs || one.ts >= end) continue;
      spent[one.part] += one.selfMs;
      spent.all += one.selfMs;
    }
    return spent;
  });
}

/** The mark of a key is set within its task, which began a little earlier. */
const taskSlackUs = 300;

/** Each event with the thread time it spent itself, without what it called. */
function selfTimes(events: readonly TraceEvent[]): { ts: number; part: Part; selfMs: number }[] {
  const stack: { until: number; at: number }[] = [];
  const all = [...events]
    .filter((event) => event.tts !== undefined)
    .sort((one, other) => (one.tts ?? 0) - (other.tts ?? 0) || (other.tdur ?? 0) - (one.tdur ?? 0));
  const own = all.map((event) => ({ ts: event.ts, part: partOf[event.name], selfMs: (event.tdur ?? 0) / 1000 }));
  const result: { ts: number; part: Part; selfMs: number }[] = [];
  for (const [at, event] of all.entries()) {
    const start = event.tts ?? 0;
    while (stack.length > 0 && start >= (stack.at(-1)?.until ?? 0)) stack.pop();
    const parent = stack.at(-1);
    const one = own[at];
    if (!one) continue;
    if (parent) {
      const above = own[parent.at];
      if (above) {
        above.selfMs -= one.selfMs;
        // What has no name of its own counts as its caller's.
        one.part ??= above.part;
      }
    }
    stack.push({ until: start + (event.tdur ?? 0), at });
  }
  for (const one of own) result.push({ ts: one.ts, part: one.part ?? 'other', selfMs: one.selfMs });
  return result;
}
