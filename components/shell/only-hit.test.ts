import { expect, it } from 'vitest';
import type { UnitChoice } from '@/server/domain/units';
import { onlyHit, soleUnit } from './only-hit';

const unit = (id: string): UnitChoice => ({ id, name: id, kind: 'department', depth: 1 });

it('Enter takes a unit only where nothing else can be meant', () => {
  const [a, b] = [unit('a'), unit('b')];
  expect(onlyHit({ units: [a], of: 1, all: 90 })).toBe(a);
  expect(onlyHit({ units: [a, b], of: 2, all: 90 })).toBeNull();
  expect(onlyHit({ units: [a], of: 2, all: 90 })).toBeNull();
  expect(onlyHit({ units: [], of: 0, all: 90 })).toBeNull();
  expect(onlyHit({ units: [a, b], of: 2, all: 90 }, ({ id }) => id !== 'a')).toBe(b);
});

it('no unit is chosen beforehand where there are several', () => {
  const [root, a] = [unit('root'), unit('a')];
  expect(soleUnit({ units: [root], of: 1, all: 1 })).toBe(root);
  expect(soleUnit({ units: [root, a], of: 2, all: 2 })).toBeNull();
});
