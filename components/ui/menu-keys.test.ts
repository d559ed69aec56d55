import { expect, it } from 'vitest';
import { menuPlace } from './menu-keys';

const acts = ['修改', '停用', 'Move', 'Merge'];

it('arrows go round, from the button to the first or the last', () => {
  expect([-1, 0, 3].map((at) => menuPlace('ArrowDown', at, acts))).toEqual([0, 1, 0]);
  expect([-1, 0, 3].map((at) => menuPlace('ArrowUp', at, acts))).toEqual([3, 3, 2]);
  expect([menuPlace('Home', 2, acts), menuPlace('End', 0, acts)]).toEqual([0, 3]);
});

it('a character leads to the next act that begins with it', () => {
  expect([menuPlace('m', 0, acts), menuPlace('m', 2, acts), menuPlace('停', 3, acts)]).toEqual([2, 3, 1]);
});

it('any other key is none of its own', () => {
  expect(['x', ' ', 'Enter', 'Tab', 'Escape'].map((key) => menuPlace(key, 0, acts))).toEqual([null, null, null, null, null]);
  expect(menuPlace('ArrowDown', -1, [])).toBeNull();
});
