import { expect, it } from 'vitest';
import { latePart } from './late-part';

it('that did not come is told of, and comes at the next act', async () => {
  let isOffline = true;
  const part = latePart(async () => {
    if (isOffline) throw new Error('no network');
    return 'here';
  });
  const use = () => new Promise((resolve) => part.use(resolve, () => resolve('missing')));
  expect(await use()).toBe('missing');
  isOffline = false;
  expect([await use(), await use()]).toEqual(['here', 'here']);
});
