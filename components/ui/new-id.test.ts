import { afterEach, expect, it, vi } from 'vitest';
import { newId } from './new-id';

afterEach(() => vi.unstubAllGlobals());

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it('is a random UUID, also on a page that came over plain http', () => {
  const ids = [newId(), newId()];
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  ids.push(newId(), newId());
  for (const id of ids) expect(id).toMatch(uuid);
  expect(new Set(ids).size).toBe(4);
});
