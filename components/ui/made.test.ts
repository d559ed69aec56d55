import { expect, it, vi } from 'vitest';
import { createMade } from './made';

it('marks what was made until it is forgotten, each by its own id, and tells whoever shows it', () => {
  const made = createMade();
  const listener = vi.fn();
  const leave = made.subscribe(listener);
  made.tell('unit-1');
  made.tell('unit-2');
  made.tell('unit-1');
  expect([made.has('unit-1'), made.has('unit-2'), made.has('unit-3')]).toEqual([true, true, false]);
  made.forget('unit-1');
  expect([made.has('unit-1'), made.has('unit-2')]).toEqual([false, true]);
  expect(listener).toHaveBeenCalledTimes(4);
  leave();
  made.forget('unit-2');
  expect(listener).toHaveBeenCalledTimes(4);
});
