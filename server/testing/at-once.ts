import { TRPCError } from '@trpc/server';
import { type FreshPostgres, freshPostgresStore } from '@/db/testing/fresh-postgres';
import { type Changed, rewindable } from '@/db/testing/rewindable';
import { createCaller } from '@/server/api/root';
import { nowhere } from '@/server/auth/guesses';
import { can } from '@/server/domain/permissions';
import { type FilingStatus, filingStatuses } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import type { Actor } from '@/server/views/access';
import { type EveryStatus, everyStatus, type Stand } from './every-status';
import { noBackups } from './no-backups';
import { type ProcedureRow, procedureTable } from './procedure-table';

/** A procedure that somebody calls. */
export interface Act {
  path: string;
  actor: Actor;
  input: unknown;
}

/** How each act ended, `ok` or a refusal's code, in no order, and what they left. */
export interface Left {
  codes: string[];
  changed: Changed;
}

/** The scene of every status on PostgreSQL, on which acts are tried at once and one after another, always from the same state. */
export interface RaceCourse {
  /** Acts on the same thing by those who may, in a state in which the first may be done. */
  acts(...paths: string[]): (() => Act)[];
  atOnce(acts: readonly Act[]): Promise<Left>;
  inTurn(acts: readonly Act[]): Promise<Left>;
  remove(): Promise<void>;
}

export async function raceCourse(): Promise<RaceCourse> {
  const fresh = await freshPostgresStore();
  const scene = await everyStatus(fresh.store);
  const database = await rewindable(fresh.url);
  const left = async (run: () => Promise<string[]>): Promise<Left> => {
    try {
      return { codes: (await run()).sort(), changed: await database.changed() };
    } finally {
      await database.rewind();
    }
  };
  return {
    acts(...paths) {
      const rows = paths.map((path) => procedureTable[path] ?? never(path));
      const stand = standFor(scene, rows);
      return paths.map((path, index) => {
        const row = rows[index] ?? never(path);
        return () => ({ path, actor: actorFor(scene, row, stand, null) ?? never(path), input: row.input(scene, stand) });
      });
    },
    atOnce: (acts) => left(() => Promise.all(acts.map((act) => call(fresh, scene, act)))),
    inTurn: (acts) =>
      left(async () => {
        const codes: string[] = [];
        for (const act of acts) codes.push(await call(fresh, scene, act));
        return codes;
      }),
    async remove() {
      await database.end();
      await fresh.remove();
    },
  };
}

/** What one left and the other did not. */
export function difference(one: Left, other: Left): { codes: string[]; onlyFirst: string[]; onlySecond: string[] } {
  const rows = ({ changed }: Left) => Object.entries(changed).flatMap(([name, list]) => list.map((row) => `${name} ${row}`));
  return {
    codes: one.codes.join() === other.codes.join() ? [] : [one.codes.join(), other.codes.join()],
    onlyFirst: without(rows(one), rows(other)),
    onlySecond: without(rows(other), rows(one)),
  };
}

export function isSame(one: Left, other: Left): boolean {
  return Object.values(difference(one, other)).every((list) => list.length === 0);
}

/** Anything but an answer or a refusal is a bug, and thrown. */
async function call({ store }: FreshPostgres, scene: EveryStatus, { path, actor, input }: Act): Promise<string> {
  const { actor: _admin, ...command } = scene.district.admin;
  const door = { isOneClick: true };
  const caller = createCaller({ store, actor, command, isDemonstration: false, backups: noBackups, page: null, from: nowhere, door });
  const [room = '', name = ''] = path.split('.');
  const rooms = caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  try {
    await rooms[room]?.[name]?.(input);
    return `${path} ok`;
  } catch (error) {
    if (error instanceof TRPCError && error.cause instanceof Refused) return `${path} ${error.cause.code}`;
    throw error instanceof TRPCError ? (error.cause ?? error) : error;
  }
}

/** Where all of them may be done; else where the first may. */
function standFor(scene: EveryStatus, rows: readonly ProcedureRow[]): Stand {
  const stands = filingStatuses.map((status) => scene.stands[status]);
  const mayOn = (stand: Stand) => (row: ProcedureRow) => actorFor(scene, row, stand, stand.filing.status) !== null;
  const stand = stands.find((one) => rows.every(mayOn(one))) ?? stands.find((one) => rows.slice(0, 1).every(mayOn(one)));
  return stand ?? never('somebody for the first act');
}

/** Who may do it while the filing has this status; null asks for no status. */
function actorFor({ district }: EveryStatus, row: ProcedureRow, { filing, unit }: Stand, status: FilingStatus | null): Actor | null {
  if (!('about' in row)) return district.admin.actor;
  const unitId = district.unitIds[unit] ?? '';
  const head: Actor = { ...district.auditor.actor, posts: [{ id: 'head', role: 'head', unitId }] };
  // Of an office whose three administrators are three people, which this one is not: whoever asks is refused, at once as in turn.
  const ofThree: Actor = { ...district.auditor.actor, posts: [{ id: 'security', role: 'security_admin', unitId: district.rootId }] };
  const actors = [district.reviewer.actor, district.admin.actor, district.clerk(unit).actor, head, district.clerk(1).actor, ofThree];
  const unitPath =
    row.about === 'filing' ? filing.unitPath : [district.rootId, ...(row.about === 'unit' ? [district.unitIds[1] ?? ''] : [])];
  const target = { unitPath, status: row.about === 'filing' ? status : null };
  return actors.find((one) => can(one.posts, row.who, target) === 'allowed') ?? null;
}

/** What is in the first list oftener than in the second. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const row of other) left.set(row, (left.get(row) ?? 0) + 1);
  return list.filter((row) => {
    const count = left.get(row) ?? 0;
    left.set(row, count - 1);
    return count < 1;
  });
}

function never(what: string): never {
  throw new Error(`the scene has nothing for ${what}`);
}
