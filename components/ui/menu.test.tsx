import { expect, it } from 'vitest';
import { shown } from '../testing/shown';
import { Menu } from './menu';

const acts = [{ words: '停用', onChoose: () => {} }];

it('the button says whose acts they are, and holds them until it is asked', async () => {
  const screen = await shown(<Menu label="市场局：更多" acts={acts} />);
  expect(screen.names('button')).toEqual(['市场局：更多']);
  expect(screen.names('menuitem')).toEqual([]);
});

it('words on the button are its name', async () => {
  expect((await shown(<Menu label="导出" words="导出" acts={acts} />)).names('button')).toEqual(['导出']);
});

it('nothing to do, no button', async () => {
  expect((await shown(<Menu label="市场局：更多" acts={[]} />)).names('button')).toEqual([]);
});
