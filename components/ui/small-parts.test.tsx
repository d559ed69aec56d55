import { expect, it } from 'vitest';
import { shown } from '../testing/shown';
import { Breadcrumb } from './breadcrumb';
import { Icon } from './icon';
import { iconLines } from './icon-lines';
import { Progress } from './progress';
import { Skeleton } from './skeleton';

it('a bar is never without its words', async () => {
  expect((await shown(<Progress label="已填" done={28} of={154} words="28/154 格" />)).text).toBe('28/154 格');
});

it('what is about to stand here is told once, however many lines it will be', async () => {
  expect((await shown(<Skeleton lines={8} />)).text).toBe('正在载入…');
});

it('the way up is links, the nearest last', async () => {
  const places = [
    { words: '年报', href: '/reports' },
    { words: '2026 年汇总', href: '/reports/root/2026/consolidated' },
  ];
  expect((await shown(<Breadcrumb places={places} />)).names('link')).toEqual(['年报', '2026 年汇总']);
});

it('an icon adds nothing to a name', async () => {
  const button = (
    <button type="button">
      <Icon name="print" />
      打印
    </button>
  );
  expect((await shown(button)).names('button')).toEqual(['打印']);
});

it('every icon stays on its grid of 16 × 16', () => {
  for (const [name, lines] of Object.entries(iconLines)) {
    const beginnings = lines.flatMap((line) => [...line.matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]));
    expect(Math.min(...beginnings, 8), name).toBeGreaterThanOrEqual(1);
    expect(Math.max(...beginnings, 8), name).toBeLessThanOrEqual(15);
  }
});
