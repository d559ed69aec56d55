import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { insertPerson, insertPost } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { tellTrace } from '@/server/queries/told-trace';
import { traceReportCell } from '@/server/queries/trace-cell';
import { atMost, type BenchContext, type Measured, round } from '../measured';
import { root, seedYear, year } from '../roll-up/seed-year';

const units = 1_000;

/** A typed cell of a whole of a thousand units, as it travels. */
export async function traceBytes(folder: string, say: BenchContext['say']): Promise<Measured[]> {
  const dataFolder = join(folder, 'trace');
  mkdirSync(dataFolder);
  const store = await openStore({ dataFolder, databaseUrl: null });
  try {
    await store.migrate();
    say(`a year of ${units} units, to be followed back`);
    await seedYear(store, { units, cells: 40 });
    const at = new Date();
    await store.tx(async (tx) => {
      await insertPerson(tx, { id: 'admin', username: 'admin', name: '管理员', passwordHash: null, createdAt: at });
      await insertPost(tx, { id: 'post', userId: 'admin', unitId: root, role: 'admin', startedAt: at });
    });
    const actor = {
      ...{ userId: 'admin', name: '管理员', username: 'admin', sessionId: 'session' },
      posts: [{ id: 'post', role: 'admin' as const, unitId: root }],
    };
    const key = { unitId: root, year, scope: 'consolidated' as const, cell: 's3.granted.natural_person' };
    const kilobytes = (told: unknown) => round(Buffer.byteLength(JSON.stringify(told)) / 1000, 1);
    return [
      {
        what: `a typed cell of ${units} units followed back`,
        value: kilobytes(await tellTrace(store.read, actor, key)),
        unit: 'kB',
        goal: atMost(20),
      },
      { what: 'the same with every unit and 200 people', value: kilobytes(await traceReportCell(store.read, actor, key)), unit: 'kB' },
    ];
  } finally {
    await store.close();
  }
}
