import { describe, expect, it } from 'vitest';
import { postsOf } from '@/db/store';
import { listOfficePeople } from '@/server/queries/people';
import { listTasks } from '@/server/queries/tasks';
import { typeCell } from '../../testing/a-district';
import { inADistrict } from '../../testing/in-a-district';
import { eventsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { endPost } from './end-post';
import { givePost } from './give-post';
import { setPersonActive } from './set-person-active';

describe('a clerk who goes', () => {
  const district = inADistrict();
  const postId = (unit = 0) => district().clerk(unit).actor.posts[0]?.id ?? '';
  const unitId = () => district().unitIds[0] ?? '';
  const successorUserId = () => district().clerk(1).actor.userId;

  it('R7: hands the post and the open work over: the successor has the tasks and writes on, in one transaction', async () => {
    const filing = await district().type();
    const events = await eventsOf(district().store, () =>
      endPost(district().admin, { postId: postId(), successorUserId: successorUserId() }),
    );
    expect(events.map(({ kind, objectId }) => [kind, objectId])).toEqual([
      ['post.given', successorUserId()],
      ['post.ended', district().clerk(0).actor.userId],
    ]);
    expect(await postsOf(district().store.read, district().clerk(0).actor.userId)).toEqual([]);
    const successor = { ...district().clerk(1).actor, posts: await postsOf(district().store.read, successorUserId()) };
    const tasks = await listTasks(district().store.read, successor, district().admin.now());
    expect(tasks.map((task) => task.filingId)).toContain(filing.id);
    const context = { ...district().clerk(1), actor: successor };
    expect((await typeCell(context, filing.id, { cell: 's3.granted.natural_person', raw: '1', baseVersion: 1 })).outcome).toBe('saved');
  });

  it('does not leave unfinished quarters without a clerk: the refusal names them', async () => {
    const refused = await expectRefused(endPost(district().admin, { postId: postId() }), 'invalid');
    expect(refused.sentence.zh).toContain('2026 年第 1 季度（未报送）');
    expect(refused.details).toEqual({ openWork: [{ year: 2026, quarter: 1, status: 'open' }] });
    expect(await postsOf(district().store.read, district().clerk(0).actor.userId)).toHaveLength(1);
  });

  it('leaves them open for a real reason, which the log keeps', async () => {
    const input = { postId: postId(), leaveOpen: true };
    await expectRefused(endPost(district().admin, input), 'invalid');
    await expectRefused(endPost(district().admin, { ...input, reason: '已核实' }), 'invalid');
    const reason = '新同志下周到岗，届时再给岗位。';
    const events = await eventsOf(district().store, () => endPost(district().admin, { ...input, reason }));
    expect(events).toMatchObject([{ kind: 'post.ended', reason }]);
  });

  it('goes without a successor when nothing is unfinished, or when another clerk who can sign in stays', async () => {
    await district().approve();
    await endPost(district().admin, { postId: postId() });
    const stays = district().auditor.actor.userId;
    await givePost(district().admin, { userId: stays, unitId: district().unitIds[1] ?? '', role: 'clerk' });
    await setPersonActive(district().admin, { userId: stays, unitId: district().rootId, isActive: false });
    await expectRefused(endPost(district().admin, { postId: postId(1) }), 'invalid');
    await setPersonActive(district().admin, { userId: stays, unitId: district().rootId, isActive: true });
    await endPost(district().admin, { postId: postId(1) });
  });

  it.each(['themselves', 'nobody', 'somebody who is disabled'])('is not succeeded by %s', async (who) => {
    const { admin, reviewer, clerk } = district();
    const userId = { themselves: clerk(0).actor.userId, nobody: 'nobody' }[who] ?? reviewer.actor.userId;
    if (who === 'somebody who is disabled') await setPersonActive(admin, { userId, unitId: district().rootId, isActive: false });
    await expectRefused(endPost(admin, { postId: postId(), successorUserId: userId }), who === 'nobody' ? 'not_found' : 'invalid');
    expect(await postsOf(district().store.read, clerk(0).actor.userId)).toHaveLength(1);
  });

  it('shows on the page of people what their going would leave', async () => {
    const { people } = await listOfficePeople(district().store.read, district().admin.actor, district().admin.now());
    const posts = people.flatMap((person) => person.posts).filter((post) => post.unitId === unitId());
    expect(posts.map((post) => post.openWork)).toEqual([[{ year: 2026, quarter: 1, status: 'open' }]]);
  });

  describe('by being disabled', () => {
    const disable = (more: Partial<Parameters<typeof setPersonActive>[1]> = {}) =>
      setPersonActive(district().admin, { userId: district().clerk(0).actor.userId, unitId: unitId(), isActive: false, ...more });

    it('is refused until the open work is handed over', async () => {
      const refused = await expectRefused(disable(), 'invalid');
      expect(refused.details).toEqual({ openWork: [{ year: 2026, quarter: 1, status: 'open' }] });
      await endPost(district().admin, { postId: postId(), successorUserId: successorUserId() });
      await disable();
    });

    it('hands it over in the same step: post given, post ended, disabled', async () => {
      const handOver = [{ postId: postId(), successorUserId: successorUserId() }];
      const events = await eventsOf(district().store, () => disable({ handOver }));
      expect(events.map((event) => event.kind)).toEqual(['post.given', 'post.ended', 'person.changed']);
      expect((await postsOf(district().store.read, successorUserId())).map((post) => post.unitId)).toContain(unitId());
      expect(await postsOf(district().store.read, district().clerk(0).actor.userId)).toEqual([]);
    });

    it('leaves it open for a reason, which the log keeps; enabled again, they go on', async () => {
      await expectRefused(disable({ leaveOpen: true, reason: '已核实' }), 'invalid');
      const reason = '账号疑似被盗用，先停用再核查。';
      const events = await eventsOf(district().store, () => disable({ leaveOpen: true, reason }));
      expect(events).toMatchObject([{ kind: 'person.changed', reason }]);
      await disable({ isActive: true });
      expect(await postsOf(district().store.read, district().clerk(0).actor.userId)).toHaveLength(1);
    });

    it('is not succeeded by themselves, nor through a post of somebody else; nothing has changed then', async () => {
      await expectRefused(disable({ handOver: [{ postId: postId(), successorUserId: district().clerk(0).actor.userId }] }), 'invalid');
      await expectRefused(disable({ handOver: [{ postId: postId(1), successorUserId: successorUserId() }] }), 'not_found');
      expect(await postsOf(district().store.read, district().clerk(0).actor.userId)).toHaveLength(1);
    });
  });
});
