import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeDemonstration } from '@/server/boot/make-demonstration';
import { programs, root } from '@/server/programs.mjs';
import { build } from '../../run/build.mjs';
import { atMost, type Bench, type Measured, median, round } from '../measured';
import { endOf, memoryOf, type Started, start } from './started';

const turns = 7;
const idleMs = 6_000;
const megabyte = 1024 * 1024;

/**
 * From `npm start` to the first answer, and the memory of a server that nobody has asked for anything yet: of a built tree, of the same
 * sources through tsx, of a bare clone. The clock also counts what else the machine does, the processor's time does not.
 */
export const benchStart: Bench = async ({ folder, say }) => {
  await build();
  const data = join(folder, 'data');
  await makeDemonstration(data);
  const run = ['scripts/run.mjs', 'start'];
  const built = await many(say, 'built tree', turns, () => start(root, run, data));
  const sources = await many(say, 'sources', 3, () => start(root, ['--import', 'tsx', programs.server], data));
  const measured: Measured[] = [
    {
      what: `a built tree to \`ready\`, median of ${turns}`,
      value: round(median(built.map((one) => one.readyMs)), 0),
      unit: 'ms',
      goal: atMost(1000),
    },
    { what: 'of it processor time, runner and server', value: round(median(built.map((one) => one.processorMs)), 0), unit: 'ms' },
    { what: 'the fastest of these starts', value: round(Math.min(...built.map((one) => one.readyMs)), 0), unit: 'ms' },
    { what: 'the server from its sources to `ready`', value: round(median(sources.map((one) => one.readyMs)), 0), unit: 'ms' },
    ...memory('the server', built, atMost(120)),
    ...memory('the server from its sources', sources),
    { what: '`nianbao --help`, processor time', value: commandMs(['--help']), unit: 'ms' },
    { what: '`nianbao audit verify` of the demonstration, processor time', value: commandMs(['audit', 'verify'], data), unit: 'ms' },
  ];
  if (process.env.NIANBAO_BENCH_CLONE !== '0') measured.push(await fromClone(folder, say));
  return measured;
};

async function many(say: (line: string) => void, what: string, times: number, begin: () => Promise<Started>) {
  const all: (Started & { memory: ReturnType<typeof memoryOf> })[] = [];
  for (let turn = 1; turn <= times; turn += 1) {
    const started = await begin();
    await new Promise((resolve) => setTimeout(resolve, idleMs));
    const used = memoryOf(started.server);
    await endOf(started);
    all.push({ ...started, memory: used });
    say(`${what} ${turn}: ready after ${Math.round(started.readyMs)} ms, ${Math.round(used.rss / megabyte)} MiB`);
  }
  return all;
}

function memory(of: string, all: readonly { memory: ReturnType<typeof memoryOf> }[], goal?: Measured['goal']): Measured[] {
  const mib = (key: 'rss' | 'pss' | 'anonymous') => round(median(all.map((one) => one.memory[key])) / megabyte, 0);
  return [
    { what: `${of}, idle: resident`, value: mib('rss'), unit: 'MiB', ...(goal ? { goal } : {}) },
    { what: `${of}, idle: what it shares with others counted by halves (PSS)`, value: mib('pss'), unit: 'MiB' },
    { what: `${of}, idle: its own, no file`, value: mib('anonymous'), unit: 'MiB' },
  ];
}

function commandMs(args: readonly string[], data?: string): number {
  return round(median([0, 1, 2, 3, 4].map(() => childProcessorMs(['server/cli/bin.mjs', ...args], data))), 0);
}

/** What bash's `times` says of its children. */
function childProcessorMs(args: readonly string[], data?: string): number {
  const { stdout } = spawnSync('bash', ['-c', '"$@" >/dev/null; times', 'bash', process.execPath, ...args], {
    cwd: root,
    env: { ...process.env, ...(data ? { NIANBAO_DATA: data } : {}) },
    encoding: 'utf8',
  });
  return [...(stdout.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000,
    0,
  );
}

async function fromClone(folder: string, say: (line: string) => void): Promise<Measured> {
  const clone = join(folder, 'clone');
  mkdirSync(clone);
  const listed = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).stdout.split('\0').filter(Boolean);
  for (const path of listed) cpSync(join(root, path), join(clone, path));
  say('a bare clone installs, builds and starts');
  const started = await start(clone, ['scripts/run.mjs', 'start'], join(folder, 'first'), 600_000);
  await endOf(started);
  return {
    what: 'a bare clone to `ready`, with the packages that npm keeps',
    value: round(started.readyMs / 1000, 0),
    unit: 's',
    goal: atMost(120),
  };
}
