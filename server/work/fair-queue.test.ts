import { expect, it } from 'vitest';
import { FairQueue } from './fair-queue';

const all = (queue: FairQueue<string>) => [...queue.drain()].join(' ');

it('one person’s twenty do not stand before another’s one', () => {
  const queue = new FairQueue<string>({ inAll: 100, ofOne: 50 });
  for (let number = 1; number <= 4; number += 1) queue.add('a', `a${number}`);
  queue.add('b', 'b1');
  queue.add('c', 'c1');
  queue.add('b', 'b2');
  expect(all(queue)).toBe('a1 b1 c1 a2 b2 a3 a4');
});

it('who waits knows how many are before', () => {
  const queue = new FairQueue<string>({ inAll: 100, ofOne: 50 });
  const items = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'];
  for (const item of items) queue.add(item.charAt(0), item);
  const told = new Map(items.map((item) => [item, queue.before(item.charAt(0), item)]));
  expect(queue.before('d', 'd1')).toBeNull();
  expect(items.sort((one, other) => (told.get(one) ?? 0) - (told.get(other) ?? 0)).join(' ')).toBe(all(queue));
  expect([...told.values()].sort()).toEqual([0, 1, 2, 3, 4, 5]);
});

it('takes no more than so many of one person, and of all', () => {
  const queue = new FairQueue<string>({ inAll: 3, ofOne: 2 });
  expect([queue.add('a', 'a1'), queue.add('a', 'a2'), queue.add('a', 'a3')]).toEqual([true, true, false]);
  expect([queue.add('b', 'b1'), queue.add('c', 'c1')]).toEqual([true, false]);
  expect([all(queue), queue.size]).toEqual(['a1 b1 a2', 0]);
});

it('who leaves is left out, once', () => {
  const queue = new FairQueue<string>({ inAll: 9, ofOne: 9 });
  for (const item of ['a1', 'a2']) queue.add('a', item);
  expect([queue.remove('a', 'a1'), queue.remove('a', 'a1'), queue.remove('b', 'a2')]).toEqual([true, false, false]);
  expect([queue.size, all(queue)]).toEqual([1, 'a2']);
});
