import { expect, it } from 'vitest';
import { isPasswordTooOld, passwordDueBy } from './password-policy';

const setAt = new Date('2026-01-01T00:00:00Z');

it('has to be changed after ninety days where 等级保护 is followed, and never for its age by ASVS', () => {
  expect(passwordDueBy(setAt, 'dengbao')).toEqual(new Date('2026-04-01T00:00:00Z'));
  expect(isPasswordTooOld(setAt, new Date('2026-04-01T00:00:00Z'), 'dengbao')).toBe(false);
  expect(isPasswordTooOld(setAt, new Date('2026-04-01T00:00:01Z'), 'dengbao')).toBe(true);
  expect(isPasswordTooOld(setAt, new Date('2036-04-01T00:00:01Z'), 'asvs')).toBe(false);
});

it('is not too old when nobody knows since when it stands', () => {
  expect(isPasswordTooOld(null, new Date('2036-01-01T00:00:00Z'), 'dengbao')).toBe(false);
});
