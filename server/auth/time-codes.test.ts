import { Secret } from 'otpauth';
import { expect, it } from 'vitest';
import { stepAt } from '@/server/domain/accounts/time-steps';
import { codeOfStep, enrolmentAddress, newTimeSecret, stepOfCode } from './time-codes';

/** The key of RFC 6238's appendix B, `12345678901234567890`. */
const secret = Secret.fromLatin1('12345678901234567890').base32;

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('RFC 6238, appendix B: at second %d the code is %s', (seconds, code) => {
  const now = new Date(seconds * 1000);
  expect(codeOfStep(secret, stepAt(now))).toBe(code);
  expect(stepOfCode(secret, code, now, null)).toBe(stepAt(now));
});

it('takes a code a step early and a step late, and no earlier, no later', () => {
  const code = codeOfStep(secret, 1000);
  const at = (step: number) => stepOfCode(secret, code, new Date(step * 30_000), null);
  expect([998, 999, 1000, 1001, 1002].map(at)).toEqual([null, 1000, 1000, 1000, null]);
});

it('takes no code of a step that was used, or of one before it', () => {
  const now = new Date(1000 * 30_000);
  expect(stepOfCode(secret, codeOfStep(secret, 1000), now, 999)).toBe(1000);
  expect(stepOfCode(secret, codeOfStep(secret, 1000), now, 1000)).toBeNull();
  expect(stepOfCode(secret, codeOfStep(secret, 999), now, 1000)).toBeNull();
});

it('takes nothing that is no code', () => {
  for (const typed of ['', '28708', '2870822', 'abcdef']) expect(stepOfCode(secret, typed, new Date(59_000), null)).toBeNull();
});

it('makes secrets of 160 bits, and says all of it in an address that authenticators read', () => {
  expect(newTimeSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTimeSecret()).not.toBe(newTimeSecret());
  const address = new URL(enrolmentAddress({ secret, username: 'zhang.san', issuer: '年报' }));
  expect([address.protocol, address.host, decodeURIComponent(address.pathname)]).toEqual(['otpauth:', 'totp', '/年报:zhang.san']);
  expect(Object.fromEntries(address.searchParams)).toEqual({ issuer: '年报', secret, algorithm: 'SHA1', digits: '6', period: '30' });
});
