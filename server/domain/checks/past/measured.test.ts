import { expect, it } from 'vitest';
import { measureSlips } from '../../testing/measure-slips';

it('asks about one ordinary quarter in twenty at most, and about 95 slips of 100 (npm run bench -- rules: 20 seeds)', {
  timeout: 120_000,
}, () => {
  const { asWere, planted } = measureSlips(1);
  const all = [...asWere.values()].reduce((sum, one) => ({ all: sum.all + one.all, asked: sum.asked + one.asked }));
  expect(all.all).toBeGreaterThan(150);
  expect(all.asked / all.all).toBeLessThanOrEqual(1 / 20);
  for (const [kind, { all, asked }] of planted) if (kind !== 'year to date') expect(asked / all, kind).toBeGreaterThanOrEqual(0.95);
});
