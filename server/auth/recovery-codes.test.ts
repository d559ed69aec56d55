import { expect, it } from 'vitest';
import { readTypedCode } from '@/server/domain/accounts/typed-code';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes';

it('gives ten codes that are read back as they are shown, and keeps their hashes', () => {
  const { shown, hashes } = newRecoveryCodes('p1');
  expect([new Set(shown).size, new Set(hashes).size]).toEqual([10, 10]);
  for (const [index, code] of shown.entries()) {
    const typed = readTypedCode(code);
    expect(typed?.kind === 'recovery' && recoveryCodeHash('p1', typed.code)).toBe(hashes[index]);
    expect(hashes).not.toContain(typed?.kind === 'recovery' && recoveryCodeHash('p2', typed.code));
  }
});
