import { expect, it } from 'vitest';
import { newest } from './newest';

it('an older answer does not take the place of a newer one, in whatever order they come', async () => {
  const begin = newest();
  const shown: string[] = [];
  const read = async (name: string, before: Promise<unknown>) => {
    const isNewest = begin();
    await before;
    if (isNewest()) shown.push(name);
  };
  const second = Promise.resolve();
  await Promise.all([
    read(
      'first',
      second.then(() => undefined).then(() => undefined),
    ),
    read('second', second),
  ]);
  expect(shown).toEqual(['second']);
  const third = read('third', second);
  // Removed while it is read.
  begin();
  await third;
  expect(shown).toEqual(['second']);
});
