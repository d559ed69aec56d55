import { expect, test } from 'vitest';
import { yearPlayed } from './year-played';

test('until September the demonstration plays in the year before', () => {
  expect(yearPlayed(new Date('2026-09-30T12:00:00Z'))).toBe(2025);
  expect(yearPlayed(new Date('2026-10-01T12:00:00Z'))).toBe(2026);
});

test('the year turns at midnight of the district', () => {
  expect(yearPlayed(new Date('2026-09-30T16:30:00Z'))).toBe(2026);
});
