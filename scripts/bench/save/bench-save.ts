import type { Bench, BenchContext, Measured } from '../measured';
import { benchFolder, inWorkFolder } from '../work-folder';
import { contestants, type Running, startContestant } from './contestants';
import { load } from './load';
import { buildBareNext } from './next-app';
import { proveFlushes } from './prove-flushes';
import { type Turn, tell } from './tell-turns';
import { readWritten, unaccounted } from './verify-saves';

const connectionCounts = [20, 200] as const;
const turns = Number(process.env.NIANBAO_BENCH_TURNS ?? 9);
const warmUpSeconds = 3;
const secondsPerTurn = 2;

/**
 * One figure saved through the product, against the bare procedure on Node's http and the bare procedure inside Next. The three
 * servers stand side by side and take short turns, one loaded and two idle; the ratio of each turn counts and their median is
 * told, so that other work on the machine weighs on all three alike.
 */
export const benchSave: Bench = (context) =>
  inWorkFolder(benchFolder, async (buildFolder) => {
    context.say('building the Next app that is compared with');
    const nextApp = buildBareNext(buildFolder);
    const measured: Measured[] = [];
    for (const connections of connectionCounts)
      measured.push(...(await inWorkFolder(context.folder, (folder) => compare(context, { folder, nextApp, connections }))));
    context.say('counting flushes to disk');
    return [...measured, ...(await inWorkFolder(context.folder, proveFlushes))];
  });

async function compare(context: BenchContext, arena: { folder: string; nextApp: string; connections: number }): Promise<Measured[]> {
  const running: Running[] = [];
  const taken: Turn[] = [];
  try {
    for (const contestant of contestants) running.push(await startContestant(contestant, arena));
    for (let turn = 0; turn <= turns; turn += 1) {
      for (const [index, contestant] of contestants.entries()) {
        const server = running[index];
        if (!server) continue;
        const result = await load(server.port, server.wires(turn), turn === 0 ? warmUpSeconds : secondsPerTurn);
        taken.push({ contestant, turn, ...result });
        if (result.firstFailure) context.say(`${contestant} answered ${result.firstFailure}`);
      }
      const rates = taken.filter((one) => one.turn === turn).map((one) => `${one.contestant} ${Math.round(one.requestsPerSecond)}/s`);
      context.say(`${arena.connections} connections, ${turn === 0 ? 'warming up' : `turn ${turn}`}: ${rates.join(', ')}`);
    }
  } finally {
    for (const server of running) await server.stop();
  }
  const acknowledged = taken.filter((one) => one.contestant === 'product').reduce((sum, one) => sum + one.saved, 0);
  const lost = unaccounted(await readWritten(arena.folder), acknowledged, arena.connections * (turns + 1));
  return tell(`${arena.connections} connections`, taken, lost);
}
