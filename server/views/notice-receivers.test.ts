import { expect, it } from 'vitest';
import type { Post } from '@/db/store';
import { receiversAmong } from './notice-receivers';

const clerkOf = (unitId: string): Post => ({ id: `post ${unitId}`, userId: `clerk of ${unitId}`, role: 'clerk', unitId }) as Post;

/** A thousand units, of which it is known which were asked for; nobody can go through them all. */
function aThousand() {
  const asked: string[] = [];
  const posts = new Map(Array.from({ length: 1_000 }, (_, index) => [`unit ${index}`, [clerkOf(`unit ${index}`)]]));
  return { asked, posts: { get: (id: string) => asked.push(id) && posts.get(id) } as unknown as Parameters<typeof receiversAmong>[0] };
}

it('who is told of a unit is looked for in it, above it and in what took it over, and in no other of a thousand', () => {
  const { asked, posts } = aThousand();
  const told = receiversAmong(posts, { unitPath: ['root', 'unit 7'], takenOverBy: ['unit 9'] }, 'due');
  expect(told.map(({ userId }) => userId)).toContain('clerk of unit 7');
  expect(asked).toEqual(['root', 'unit 7', 'unit 9']);
});
