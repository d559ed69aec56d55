import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { nowhere } from '@/server/auth/guesses';
import type { CommandContext } from '@/server/commands/command';
import { sha256Hex } from '@/server/domain/audit';
import { roles } from '@/server/domain/permissions/roles';
import { noBackups } from '@/server/testing/no-backups';
import type { Actor } from '@/server/views/access';
import { typeCell } from '../testing/a-district';
import { type EveryStatus, everyStatus } from '../testing/every-status';
import { procedureTable } from '../testing/procedure-table';
import { appRouter, createCaller } from './root';

const address = '203.0.113.77';
const session = 'the-session-of-somebody-else';
const sessionHash = sha256Hex(session).slice(0, 16);

/** In the hands of the unit, of the office, of nobody. */
const statuses = ['returned', 'submitted', 'locked'] as const;

let fresh: FreshStore;
let scene: EveryStatus;
beforeAll(async () => {
  fresh = await freshSqliteStore();
  scene = await everyStatus(fresh.store);
  const traced = (context: CommandContext): CommandContext => ({
    ...context,
    ip: address,
    actor: { ...context.actor, sessionId: session },
  });
  // Every filing and the office have an event, and a refusal, that came from there.
  for (const status of statuses) {
    const { filing, unit } = scene.stands[status];
    const saved = { cell: 's3.granted.natural_person', raw: '41', baseVersion: 99 };
    for (const who of [scene.district.clerk(unit), scene.district.auditor])
      await typeCell(traced(who), filing.id, saved).catch(() => undefined);
  }
});
afterAll(() => fresh.remove());

const queries = Object.entries(appRouter._def.procedures)
  .filter(([, procedure]) => (procedure as unknown as { _def: { type: string } })._def.type === 'query')
  .map(([path]) => path);

/** Somebody in each role, at the root and in a unit. */
function people(unitId: string): [string, Actor][] {
  const { district } = scene;
  return [district.rootId, unitId].flatMap((place) =>
    roles.map((role): [string, Actor] => [
      `${role} ${place === unitId ? 'of the unit' : 'of the whole'}`,
      { ...district.auditor.actor, userId: 'a-person', posts: [{ id: 'post', role, unitId: place }] },
    ]),
  );
}

async function answer(path: string, actor: Actor, input: unknown): Promise<string> {
  const { actor: _actor, ...command } = scene.district.admin;
  const caller = createCaller({
    store: fresh.store,
    actor,
    command,
    isDemonstration: false,
    backups: noBackups,
    page: null,
    from: nowhere,
    door: { isOneClick: false },
  });
  const [room = '', name = ''] = path.split('.');
  const rooms = caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  return JSON.stringify(await rooms[room]?.[name]?.(input).catch((error: Error) => error.message)) ?? '';
}

describe('from where and in which session somebody acted', () => {
  it('is in the answer of no query but those of the log, and there only for who reads the log', async () => {
    const saw = new Set<string>();
    for (const path of queries) {
      const row = procedureTable[path];
      if (!row) throw new Error(`${path} has no row`);
      for (const status of statuses) {
        const stand = scene.stands[status];
        const input = row.input(scene, stand);
        for (const [who, actor] of people(stand.filing.unitId)) {
          const text = await answer(path, actor, input);
          if (text.includes(address) || text.includes(sessionHash)) saw.add(`${path}: ${who}`);
        }
        if (!('about' in row) || row.about !== 'filing') break;
      }
    }
    expect([...saw].sort()).toEqual([
      'audit.events: auditor of the whole',
      'audit.ofFiling: auditor of the unit',
      'audit.ofFiling: auditor of the whole',
    ]);
  });

  it('is not to be reckoned from what the others see: the hash of an event is over its address', async () => {
    const { filing } = scene.stands.returned;
    const readers: string[] = [];
    for (const [who, actor] of people(filing.unitId)) {
      const text = await answer('audit.ofFiling', actor, { filingId: filing.id });
      expect([who, /"(?:ip|sessionHash|hash|prev|requestId)"/.test(text)]).toEqual([who, who.startsWith('auditor')]);
      if (text.includes('refused')) readers.push(who);
    }
    expect(readers).toEqual(
      expect.arrayContaining(['clerk of the unit', 'head of the unit', 'reviewer of the whole', 'admin of the whole']),
    );
  });
});
