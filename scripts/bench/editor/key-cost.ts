import type { CDPSession, Page } from 'playwright';

/** Work of the page's main thread for one key, in ms of its own time: what other processes take from the machine is not in it. */
export interface KeyCost {
  script: number;
  style: number;
  layout: number;
  paint: number;
  all: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  tdur?: number;
  dur?: number;
  pid: number;
  tid: number;
  args?: { data?: { type?: string; name?: string } };
}

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing', 'toplevel'];

/** Traces the keys that are pressed within `work`, and adds up what the renderer's main thread did for each, up to its frame. */
export async function traceKeys(page: Page, session: CDPSession, work: () => Promise<void>): Promise<KeyCost[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect as never);
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: categories } });
  await work();
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect as never);
  await page.bringToFront();
  return keysIn(events);
}

const named: Readonly<Record<string, Exclude<keyof KeyCost, 'all'>>> = {
  EventDispatch: 'script',
  FunctionCall: 'script',
  FireAnimationFrame: 'script',
  RunMicrotasks: 'script',
  UpdateLayoutTree: 'style',
  Layout: 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
  UpdateLayer: 'paint',
};

/** From a key's keydown to the first commit after it; later work (saving, reading the numbers) belongs to no key. */
function keysIn(events: readonly TraceEvent[]): KeyCost[] {
  const key = events.find((event) => event.name === 'EventDispatch' && event.args?.data?.type === 'keydown');
  if (!key) return [];
  const thread = events
    .filter((event) => event.pid === key.pid && event.tid === key.tid && event.ph === 'X' && named[event.name])
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const starts = thread.filter((event) => event.name === 'EventDispatch' && event.args?.data?.type === 'keydown').map((event) => event.ts);
  return starts.map((start, index) => {
    const until = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const cost: KeyCost = { script: 0, style: 0, layout: 0, paint: 0, all: 0 };
    // Nested work counts once, under its innermost name.
    const open: { end: number; kind: Exclude<keyof KeyCost, 'all'> }[] = [];
    for (const event of thread) {
      if (event.ts < start || event.ts >= until) continue;
      const kind = named[event.name];
      if (!kind) continue;
      while (open.length > 0 && (open.at(-1)?.end ?? 0) <= event.ts) open.pop();
      const own = (event.tdur ?? event.dur ?? 0) / 1000;
      const around = open.at(-1);
      if (around) cost[around.kind] -= own;
      cost[kind] += own;
      open.push({ end: event.ts + (event.dur ?? 0), kind });
      if (event.name === 'Commit') break;
    }
    cost.all = cost.script + cost.style + cost.layout + cost.paint;
    return cost;
  });
}
