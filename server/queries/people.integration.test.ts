import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertPerson, insertPost, insertUnit, listPeople, listPosts, type Store, updatePerson } from '@/db/store';
import { freshPostgresStore } from '@/db/testing/fresh-postgres';
import { type FreshStore, freshSqliteStore } from '@/db/testing/fresh-store';
import type { Role } from '@/server/domain/permissions';
import type { Actor } from '@/server/views/access';
import { listHeirs, listOfficePeople, peoplePerPage } from './people';

const units = 60;
const now = new Date('2026-07-02T02:00:00.000Z');

/** Units with a clerk each, one who is clerk of all, and somebody with every post in the office. */
async function anOffice(store: Store): Promise<Actor> {
  const unit = (id: string, sort: number) => ({
    ...{ id, parentId: 'root', path: ['root', id], name: `示例${id}局`, kind: 'department' as const, powers: [], sort },
    ...{ opensOn: '2020-01-01', closesOn: null },
  });
  await store.fill(() =>
    store.tx(async (tx) => {
      const join = async (userId: string, roles: readonly Role[], unitIds: readonly string[]) => {
        await insertPerson(tx, { id: userId, username: userId, name: userId, passwordHash: null, createdAt: now });
        for (const unitId of unitIds)
          for (const role of roles) await insertPost(tx, { id: `${userId} ${role} ${unitId}`, userId, unitId, role, startedAt: now });
      };
      await insertUnit(tx, { ...unit('root', 0), parentId: null, path: ['root'], kind: 'government' });
      for (let number = 1; number <= units; number += 1) {
        await insertUnit(tx, unit(`unit-${number}`, number));
        await join(`clerk-${number}`, ['clerk'], [`unit-${number}`]);
      }
      await join('every-clerk', ['clerk'], ['unit-5', 'unit-6']);
      await join('office', ['admin', 'reviewer', 'auditor', 'head'], ['root']);
      await join('somebody', [], []);
      await insertUnit(tx, { ...unit('both', 90), name: '市场监管局（知识产权局）ÉＡ' });
      await insertPost(tx, { id: 'both', userId: 'every-clerk', unitId: 'both', role: 'clerk', startedAt: now });
      await updatePerson(tx, 'clerk-8', { name: 'Ｚoë ÖZ' });
      await updatePerson(tx, 'clerk-7', { name: '100%_张敏', isActive: false });
    }),
  );
  const posts = (['admin', 'reviewer', 'auditor', 'head'] as const).map((role) => ({ id: role, role, unitId: 'root' }));
  return { userId: 'office', name: 'office', username: 'office', sessionId: null, posts };
}

describe.each([
  ['sqlite', freshSqliteStore],
  ['postgres', freshPostgresStore],
] as const)('people of more than a page, %s', (_engine, open) => {
  let fresh: FreshStore;
  let office: Actor;
  beforeAll(async () => {
    fresh = await open();
    office = await anOffice(fresh.store);
  }, 60_000);
  afterAll(() => fresh.remove());
  const people = (asked: Parameters<typeof listOfficePeople>[3] = {}, actor = office) =>
    listOfficePeople(fresh.store.read, actor, now, asked);
  const names = async (search: string, actor = office) => (await people({ search }, actor)).people.map((one) => one.id);
  const departmentAdmin = (unitId: string) => ({ ...office, posts: [{ id: 'p', role: 'admin' as const, unitId }] });

  it('are shown once each on full pages, by the name they sign in by, with their posts', async () => {
    const { page } = await people();
    const all = await listPeople(fresh.store.read);
    expect(page).toEqual({ page: 1, pages: 2, of: all.length });
    const pages = await Promise.all([1, 2].map(async (one) => (await people({ page: one })).people));
    expect(pages.map((one) => one.length)).toEqual([peoplePerPage, all.length - peoplePerPage]);
    expect(pages.flat().map((one) => one.id)).toEqual(all.map((one) => one.id));
    const posts = new Map((await listPosts(fresh.store.read)).map((post) => [post.id, post]));
    for (const post of pages.flat().flatMap((one) => one.posts)) expect(post).toMatchObject(posts.get(post.id) ?? {});
    expect((await people({ page: 99 })).people).toEqual(pages[1]);
  });

  it('are found by name, by the name they sign in by, by unit and by post, every word of them', async () => {
    expect(await names('张敏')).toEqual(['clerk-7']);
    expect(await names('CLERK-47')).toEqual(['clerk-47']);
    expect(await names('示例unit-47局')).toEqual(['clerk-47']);
    expect(await names('unit-47局 填报员')).toEqual(['clerk-47']);
    expect(await names('unit-47局 审核员')).toEqual([]);
    expect(await names('分管领导')).toEqual(['office']);
    expect(await names('auditor')).toEqual(['office']);
    expect((await people({ search: '填报员' })).page.of).toBe(units + 1);
  });

  it('are found however brackets, full-width letters and capitals are typed', async () => {
    for (const typed of ['市场监管局（知识产权局）', '监管局(知识产权局)', '知识产权局）éa', 'Éａ'])
      expect(await names(typed)).toEqual(['every-clerk']);
    for (const typed of ['zoë', 'ＺＯË öz']) expect(await names(typed)).toEqual(['clerk-8']);
  });

  it('are not found by what a pattern would match', async () => {
    expect(await names('0%_')).toEqual(['clerk-7']);
    expect(await names('clerk_7')).toEqual([]);
    expect(await names('\\')).toEqual([]);
  });

  it('are those of the own units for an administrator of a department, with whoever has no post', async () => {
    const admin = departmentAdmin('unit-5');
    expect((await people({}, admin)).people.map((one) => [one.id, one.actIn])).toEqual([
      ['clerk-5', 'unit-5'],
      ['every-clerk', 'unit-5'],
      ['somebody', 'unit-5'],
    ]);
    expect(await names('clerk-6', admin)).toEqual([]);
    await expect(people({}, departmentAdmin('no such unit'))).rejects.toMatchObject({ code: 'not_found' });
    await expect(people({}, { ...office, posts: [{ id: 'p', role: 'clerk', unitId: 'unit-5' }] })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('may be handed something while they can sign in', async () => {
    const heirs = (await listHeirs(fresh.store.read, office)).map((one) => one.id);
    expect(heirs).toContain('clerk-8');
    expect(heirs).not.toContain('clerk-7');
    expect((await listHeirs(fresh.store.read, departmentAdmin('unit-5'))).map((one) => one.id)).toEqual([
      'clerk-5',
      'every-clerk',
      'somebody',
    ]);
  });
});
