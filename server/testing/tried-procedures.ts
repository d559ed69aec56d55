import { TRPCError } from '@trpc/server';
import type { Store } from '@/db/store';
import { appRouter, createCaller } from '@/server/api/root';
import { nowhere } from '@/server/auth/guesses';
import type { Actor } from '@/server/views/access';
import type { EveryStatus, Stand } from './every-status';
import { noBackups } from './no-backups';
import { procedureTable } from './procedure-table';

/** The paths of all procedures that change something. */
export const mutations = Object.entries(appRouter._def.procedures)
  .filter(([, procedure]) => (procedure as unknown as { _def: { type: string } })._def.type === 'mutation')
  .map(([path]) => path);

/** Calls a procedure on a store, in the scene's name and time. @returns `ok`, or why not */
export async function callProcedure(scene: EveryStatus, store: Store, path: string, actor: Actor, input: unknown): Promise<string> {
  const { actor: _actor, ...command } = scene.district.admin;
  const door = { isOneClick: true };
  const caller = createCaller({
    store,
    actor,
    command: { ...command, store },
    isDemonstration: false,
    backups: noBackups,
    page: null,
    from: nowhere,
    door,
  });
  const [room = '', name = ''] = path.split('.');
  const rooms = caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  try {
    await rooms[room]?.[name]?.(input);
    return 'ok';
  } catch (error) {
    if (error instanceof TRPCError) return error.message;
    throw error;
  }
}

/** Everybody who may succeed with it, in the states of a quarter in which they may. */
export function* triesOf(scene: EveryStatus, path: string): Generator<{ actor: Actor; input: unknown }> {
  const row = procedureTable[path];
  if (!row) throw new Error(`${path} has no row`);
  const { district, stands } = scene;
  const isOfFiling = 'about' in row && row.about === 'filing';
  for (const stand of isOfFiling ? Object.values(stands) : ([undefined] as (Stand | undefined)[])) {
    const unit = stand?.unit ?? 1;
    const head: Actor = { ...district.auditor.actor, posts: [{ id: 'head', role: 'head', unitId: district.unitIds[unit] ?? '' }] };
    const people = [district.clerk(unit).actor, district.reviewer.actor, district.admin.actor, head, district.auditor.actor];
    for (const actor of people) yield { actor, input: row.input(scene, stand as Stand) };
  }
}
