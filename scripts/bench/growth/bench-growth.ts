import { randomUUID } from 'node:crypto';
import { theYear as year } from '@/server/testing/a-large-office';
import { type Asked, besideBare, inOffice, type Office, onBothEngines, pathOf, type Spent, spentOn } from '../asked/ask';
import { atMost, type Bench, type Goal, type Measured, round } from '../measured';

const sizes = (process.env.NIANBAO_BENCH_SIZES ?? '10,100,1000').split(',').map(Number);
const times = 12;
const key = { unitId: 'root', year, scope: 'consolidated' };
const typed = 's3.new_received.natural_person';

interface Procedure {
  next: (office: Office) => Asked;
  /** Of its processor time, in the largest office. */
  goal?: Goal;
}

const read =
  (procedure: string, input: object) =>
  ({ port, office }: Office): Asked => ({ port, path: pathOf(procedure, input), cookie: office });

/** What people do most, and what the office opens. */
const procedures: Readonly<Record<string, Procedure>> = {
  'a form is opened': { next: byTurns(({ port }, { cookie, filingId }) => ({ port, cookie, path: pathOf('filing.form', { filingId }) })) },
  'a figure is saved': { next: byTurns(aSave) },
  'the board': { next: read('office.board', { year }) },
  'the review queue': { next: read('review.queue', {}), goal: atMost(30) },
  'the list of reports': { next: read('report.list', { year }), goal: atMost(15) },
  'the whole report': { next: read('report.page', key), goal: atMost(60) },
  'a cell of every unit': { next: read('report.traceUnits', { ...key, cell: 's3.granted.natural_person' }), goal: atMost(15) },
};

/**
 * What a call costs in offices of three sizes, an open year with everything in it, on both engines: processor time of the server's process, the
 * time until the answer is there, and the first against a bare tRPC procedure of the same run.
 */
export const benchGrowth: Bench = async ({ folder, say }) =>
  besideBare(async (bare) => {
    const least = await spentOn(() => bare, 3 * times);
    const measured = await onBothEngines(async (engine, databaseAt): Promise<Measured[]> => {
      const bySize: Record<string, Spent>[] = [];
      for (const units of sizes) {
        const spent = await inOffice({ folder, kind: 'atWork', units, url: databaseAt(`units_${units}`) }, spentIn);
        say(`${engine}, ${units} units: ${Object.entries(spent).map(([what, { processorMs }]) => `${what} ${processorMs} ms`)}`);
        bySize.push(spent);
      }
      return Object.entries(procedures).flatMap(([what, { goal }]) =>
        told(
          `${engine}: ${what}`,
          bySize.map((spent) => spent[what]),
          { goal, least },
        ),
      );
    });
    return [...measured, { what: 'the bare procedure, processor time', value: least.processorMs, unit: 'ms' }];
  });

async function spentIn(office: Office): Promise<Record<string, Spent>> {
  const spent: Record<string, Spent> = {};
  for (const [what, { next }] of Object.entries(procedures)) spent[what] = await spentOn(() => next(office), times);
  return spent;
}

function told(
  what: string,
  bySize: readonly (Spent | undefined)[],
  { goal, least }: { goal?: Goal | undefined; least: Spent },
): Measured[] {
  const largest = bySize.at(-1);
  if (!largest) return [];
  return [
    ...bySize.flatMap((spent, index): Measured[] => {
      if (!spent) return [];
      const isLargest = spent === largest;
      return [
        {
          what: `${what}, ${sizes[index]} units: processor time`,
          value: round(spent.processorMs, 1),
          unit: 'ms',
          ...(isLargest && goal ? { goal } : {}),
        },
        { what: `${what}, ${sizes[index]} units: until the answer is there`, value: round(spent.wallMs, 1), unit: 'ms' },
      ];
    }),
    {
      what: `${what}: the largest office against the bare procedure`,
      value: round(largest.processorMs / least.processorMs, 1),
      unit: 'times',
    },
  ];
}

/** Each call by the next clerk. */
function byTurns(make: (office: Office, clerk: Office['clerks'][number], round: number) => Asked): (office: Office) => Asked {
  const calls = new Map<number, number>();
  return (office) => {
    const turn = calls.get(office.port) ?? 0;
    calls.set(office.port, turn + 1);
    const clerk = office.clerks[turn % office.clerks.length];
    if (!clerk) throw new Error('an office without clerks');
    return make(office, clerk, Math.floor(turn / office.clerks.length));
  };
}

function aSave({ port }: Office, { cookie, filingId }: Office['clerks'][number], round: number): Asked {
  const changes = [{ changeId: randomUUID(), cell: typed, raw: String(round), baseVersion: round }];
  const body = JSON.stringify({ 0: { json: { filingId, changes } } });
  return { port, cookie, path: '/api/trpc/filing.save?batch=1', body };
}
