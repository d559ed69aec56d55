import { join } from 'node:path';
import { startChild } from '../child';
import type { SaveWire } from './load';
import type { Clerk } from './seed-clerks';
import { bareWire, productWire } from './wires';

/** A server under test, with what its connections send in a turn. */
export interface Running {
  port: number;
  wires: (turn: number) => SaveWire[];
  stop: () => Promise<void>;
}

/** product: the product. bare: the least there is, on Node's http. next: the same in a Next route handler. */
export const contestants = ['product', 'bare', 'next'] as const;
export type Contestant = (typeof contestants)[number];

export interface Arena {
  folder: string;
  connections: number;
  nextApp: string;
}

export function startContestant(contestant: Contestant, arena: Arena): Promise<Running> {
  switch (contestant) {
    case 'product':
      return startProduct(arena);
    case 'bare':
      return startBare('./bare-server.ts', arena, {});
    case 'next':
      return startBare('./next-server.ts', arena, { BENCH_NEXT_APP: arena.nextApp });
    default:
      return contestant satisfies never;
  }
}

export async function startProduct(arena: { folder: string; connections: number; under?: readonly string[] }): Promise<Running> {
  const { ready, stop } = await startChild<{ port: number; clerks: Clerk[] }>(new URL('./product-server.ts', import.meta.url), {
    env: { BENCH_DATA: arena.folder, BENCH_CLERKS: String(arena.connections) },
    ...(arena.under ? { under: arena.under } : {}),
  });
  return { port: ready.port, stop, wires: (turn) => ready.clerks.map((clerk) => productWire(clerk, turn)) };
}

export async function startBare(
  program: './bare-server.ts' | './next-server.ts',
  arena: { folder: string; connections: number; under?: readonly string[] },
  env: Record<string, string>,
): Promise<Running> {
  const { ready, stop } = await startChild<{ port: number }>(new URL(program, import.meta.url), {
    env: { BENCH_DATABASE: join(arena.folder, `${program.slice(2, -3)}.db`), ...env },
    ...(arena.under ? { under: arena.under } : {}),
  });
  const filings = Array.from({ length: arena.connections }, (_, index) => `filing-${index + 1}`);
  return { port: ready.port, stop, wires: (turn) => filings.map((filing) => bareWire(filing, turn)) };
}
