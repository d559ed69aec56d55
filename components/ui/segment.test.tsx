import { expect, it } from 'vitest';
import { shown } from '../testing/shown';
import { Segment, SegmentLinks } from './segment';

const quarters = [
  { key: 1, words: '第一季度' },
  { key: 2, words: '第二季度' },
];

it('choices within the page are a group of buttons with its name', async () => {
  const screen = await shown(<Segment label="季度" choices={quarters} chosen={2} onChoose={() => {}} />);
  expect(screen.names('group')).toEqual(['季度']);
  expect(screen.names('button')).toEqual(['第一季度', '第二季度']);
});

it('choices that are addresses are links, and the way is their name alone', async () => {
  const choices = quarters.map((one) => ({ ...one, href: `/board?quarter=${one.key}` }));
  const screen = await shown(<SegmentLinks label="季度" isLabelSeen choices={choices} chosen={null} />);
  expect(screen.all('link').map(({ name, href }) => [name, href])).toEqual([
    ['第一季度', '/board?quarter=1'],
    ['第二季度', '/board?quarter=2'],
  ]);
});
