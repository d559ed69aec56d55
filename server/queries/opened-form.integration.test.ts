import { TRPCError } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { updatePerson, updateQuarter, updateUnit } from '@/db/store';
import { freshPostgresStore } from '@/db/testing/fresh-postgres';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import { appRouter, createCaller } from '@/server/api/root';
import { nowhere } from '@/server/auth/guesses';
import { type Overlay, overlayFrom } from '@/server/domain/checks';
import { onWire, unpack } from '@/server/domain/wire';
import { filingStatuses } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import type { Actor } from '@/server/views/access';
import { type EveryStatus, everyStatus, type Stand } from '../testing/every-status';
import { inADistrict } from '../testing/in-a-district';
import { noBackups } from '../testing/no-backups';
import { type ProcedureRow, procedureTable } from '../testing/procedure-table';
import { expectRefused } from '../testing/refusal-of';
import { loadFilingForm, openFilingForm } from './filing-form';

const changes = Object.entries(appRouter._def.procedures).flatMap(([path, procedure]) =>
  (procedure as unknown as { _def: { type: string } })._def.type === 'mutation' ? [path] : [],
);

const received = 's3.new_received.natural_person';
const carriedOut = 's3.carried_out.natural_person';

/** What is seen on some form of the scene: of a quarter's own, of its unit, of its year. */
const seenOnForms = [
  ...['filing.save', 'filing.saveText', 'filing.declare', 'filing.restateOpening', 'filing.explain', 'filing.noteRule', 'filing.comment'],
  ...['filing.markFollowUp', 'filing.replyToRemark', 'filing.answerRemark', 'filing.recall', 'filing.resolveThread'],
  ...['review.return', 'review.unlock', 'review.countersign', 'office.defineIndicator', 'office.setOpenings'],
];

describe.each([
  { engine: 'SQLite', open: freshSqliteStore, acts: changes.filter((path) => /^(?:filing|review|office|slip)\./.test(path)) },
  { engine: 'PostgreSQL', open: freshPostgresStore, acts: changes.filter((path) => seenOnForms.includes(path)) },
])('a form that is opened, on $engine,', ({ open, acts }) => {
  it('is after every change the one that is computed', async () => {
    const fresh: FreshStore = await open();
    try {
      const scene = await everyStatus(fresh.store);
      const forms = formsOf(scene);
      const changed = new Set<string>();
      let before = await forms.opened();
      for (const path of acts) {
        if (!(await done(scene, path))) continue;
        const after = await forms.opened();
        expect([path, after]).toEqual([path, await forms.computed()]);
        if (JSON.stringify(after) !== JSON.stringify(before)) changed.add(path);
        before = after;
      }
      expect([...changed]).toEqual(expect.arrayContaining(seenOnForms));
    } finally {
      await fresh.remove();
    }
  });
});

describe('a form that is opened', () => {
  const district = inADistrict({ openQuarters: [1, 2] });
  const overlay = overlayFrom(JSON.stringify({ version: '示例市 1', switchedOff: { 't3-col': '另行核对' } }));

  it('follows what happens around it: the quarter before, names, posts, days, another overlay', async () => {
    const { store, clerk, reviewer } = district();
    const { id, year } = await district().filing(0, 2);
    const person = clerk().actor;
    const isAsComputed = async (actor = person, by: Overlay | null = null) => {
      const opened = await openFilingForm(store, actor, id, by);
      expect(opened).toEqual(await loadFilingForm(store.read, actor, id, by));
      expect(await openFilingForm(store, actor, id, by)).toBe(opened);
      return opened;
    };
    const forms = [await isAsComputed()];
    const acts: (() => Promise<unknown>)[] = [
      () => district().type({ [received]: 2 }, { quarter: 2 }),
      () => district().approve({ [received]: 3, [carriedOut]: 3 }, { quarter: 1 }),
      () => store.tx((tx) => updatePerson(tx, person.userId, { name: '改名' })),
      () => store.tx((tx) => updateQuarter(tx, year, 2, { dueOn: '2031-01-01' })),
      () => store.tx((tx) => updateUnit(tx, district().unitIds[0] ?? '', { name: '改名局' })),
      () => district().submit({ [received]: 2 }, { quarter: 2 }),
    ];
    for (const act of acts) {
      await act();
      forms.push(await isAsComputed());
    }
    expect(new Set(forms).size).toBe(forms.length);
    const [, , , renamed] = forms;
    expect(Object.values(renamed?.stored ?? {}).map((one) => one.savedBy)).toContain('改名');
    expect((await isAsComputed(person, overlay)).overlay).toBe(overlay?.text);
    expect((await isAsComputed(person)).overlay).toBeNull();
    expect((await isAsComputed(reviewer.actor)).verdicts['filing.approve']).toBe('allowed');
    await expectRefused(openFilingForm(store, { ...person, posts: [] }, id, null), 'not_found');
  });

  it('goes over the wire as itself', async () => {
    await district().type({ [received]: 2 });
    const form = await openFilingForm(district().store, district().clerk().actor, (await district().filing()).id, null);
    const wire = onWire(form);
    expect(wire && unpack(JSON.parse(JSON.stringify(wire)).packed)).toEqual(JSON.parse(JSON.stringify(form)));
  });
});

/** The form of a quarter in each status, as its clerk and as a reviewer sees it. */
function formsOf({ district, stands }: EveryStatus) {
  const asked = filingStatuses.flatMap((status) =>
    [district.clerk(stands[status].unit).actor].map((actor) => ({ id: stands[status].filing.id, actor })),
  );
  const told = (making: Promise<unknown>) =>
    making.catch((error: unknown) => (error instanceof Refused ? error.code : Promise.reject(error)));
  const { store } = district;
  return {
    opened: () => Promise.all(asked.map(({ id, actor }) => told(openFilingForm(store, actor, id, null)))),
    computed: () => Promise.all(asked.map(({ id, actor }) => told(loadFilingForm(store.read, actor, id, null)))),
  };
}

/** Makes a change for good, by the first who may in the first status in which it may be made. */
async function done(scene: EveryStatus, path: string): Promise<boolean> {
  const row = procedureTable[path];
  if (!row || !('about' in row)) return false;
  for (const status of filingStatuses)
    for (const actor of peopleOf(scene, scene.stands[status]))
      if (await call(scene, path, { row, actor, stand: scene.stands[status] })) return true;
  return false;
}

function peopleOf({ district }: EveryStatus, { unit }: Stand): Actor[] {
  const head: Actor = { ...district.auditor.actor, posts: [{ id: 'head', role: 'head', unitId: district.unitIds[unit] ?? '' }] };
  return [district.clerk(unit).actor, district.reviewer.actor, district.admin.actor, head];
}

async function call(
  scene: EveryStatus,
  path: string,
  { row, actor, stand }: { row: Exclude<ProcedureRow, { who: 'public' | 'own' }>; actor: Actor; stand: Stand },
): Promise<boolean> {
  const { actor: _admin, ...command } = scene.district.admin;
  const { store } = scene.district;
  const caller = createCaller({
    ...{ store, actor, command, isDemonstration: false, backups: noBackups, page: null, from: nowhere, door: { isOneClick: true } },
  });
  const [room = '', name = ''] = path.split('.');
  const rooms = caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  try {
    await rooms[room]?.[name]?.(row.input(scene, stand));
    return true;
  } catch (error) {
    if (error instanceof TRPCError && error.cause instanceof Refused) return false;
    throw error;
  }
}
