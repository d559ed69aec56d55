/** A one-way connection of unlimited width; each unit sent through it costs `cost` (not negative). */
export interface Pipe {
  from: number;
  to: number;
  cost: number;
}

/**
 * Sends every node's surplus to the nodes that lack it, by whole units, as cheaply as the pipes allow: successive shortest
 * paths, where a path may also take back what an earlier one sent.
 *
 * @param surplus by node, negative where units are lacking; sums to 0
 * @returns the units through each pipe, none negative
 * @throws Error when the pipes do not connect a surplus with a lack
 */
export function minCostFlow(surplus: readonly number[], pipes: readonly Pipe[]): number[] {
  const left = [...surplus];
  const flow = pipes.map(() => 0);
  while (left.some((units) => units > 0)) {
    const path = cheapestPath(left, pipes, flow);
    let units = Math.min(left[path.source] ?? 0, -(left[path.target] ?? 0));
    for (const step of path.steps) if (step.isBack) units = Math.min(units, flow[step.pipe] ?? 0);
    for (const step of path.steps) flow[step.pipe] = (flow[step.pipe] ?? 0) + (step.isBack ? -units : units);
    left[path.source] = (left[path.source] ?? 0) - units;
    left[path.target] = (left[path.target] ?? 0) + units;
  }
  return flow;
}

interface Step {
  pipe: number;
  isBack: boolean;
}

/** Bellman-Ford from all surpluses at once: taking back has a negative cost, which rules out Dijkstra. */
function cheapestPath(
  left: readonly number[],
  pipes: readonly Pipe[],
  flow: readonly number[],
): { source: number; target: number; steps: Step[] } {
  const costs = left.map((units) => (units > 0 ? 0 : Number.POSITIVE_INFINITY));
  const arrivals: (Step | null)[] = left.map(() => null);
  const relax = (from: number, to: number, cost: number, step: Step): boolean => {
    const reached = (costs[from] ?? Number.POSITIVE_INFINITY) + cost;
    if (!(reached < (costs[to] ?? Number.POSITIVE_INFINITY))) return false;
    costs[to] = reached;
    arrivals[to] = step;
    return true;
  };
  let improved = true;
  while (improved) {
    improved = false;
    pipes.forEach(({ from, to, cost }, pipe) => {
      if (relax(from, to, cost, { pipe, isBack: false })) improved = true;
      if ((flow[pipe] ?? 0) > 0 && relax(to, from, -cost, { pipe, isBack: true })) improved = true;
    });
  }
  const lacking = left.flatMap((units, node) => (units < 0 && Number.isFinite(costs[node]) ? [node] : []));
  const target = lacking.sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0))[0];
  if (target === undefined) throw new Error('a surplus is not connected with any lack');
  return { target, ...stepsTo(target, arrivals, pipes) };
}

function stepsTo(target: number, arrivals: readonly (Step | null)[], pipes: readonly Pipe[]): { source: number; steps: Step[] } {
  const steps: Step[] = [];
  let node = target;
  for (let step = arrivals[node]; step; step = arrivals[node]) {
    steps.unshift(step);
    const pipe = pipes[step.pipe];
    if (pipe) node = step.isBack ? pipe.to : pipe.from;
  }
  return { source: node, steps };
}
