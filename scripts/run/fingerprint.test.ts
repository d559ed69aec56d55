import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

const two = fingerprint([
  ['app/page.tsx', 'a'],
  ['db/kit.ts', 'b'],
]);

test('the order in which the pieces are found does not matter', () => {
  const turned = fingerprint([
    ['db/kit.ts', 'b'],
    ['app/page.tsx', 'a'],
  ]);
  expect(turned).toBe(two);
});

test.each([
  [
    'edited',
    [
      ['app/page.tsx', 'A'],
      ['db/kit.ts', 'b'],
    ],
  ],
  [
    'renamed',
    [
      ['app/home.tsx', 'a'],
      ['db/kit.ts', 'b'],
    ],
  ],
  ['removed', [['app/page.tsx', 'a']]],
  [
    'emptied',
    [
      ['app/page.tsx', ''],
      ['db/kit.ts', 'b'],
    ],
  ],
  [
    'moved into its neighbour',
    [
      ['app/page.tsx', 'ab'],
      ['db/kit.ts', ''],
    ],
  ],
] satisfies [string, [string, string][]][])('a piece that is %s changes the fingerprint', (_, pieces) => {
  expect(fingerprint(pieces)).not.toBe(two);
});
