import { randomInt } from 'node:crypto';
import { recoveryAlphabet, recoveryCount, recoveryLength, writeRecoveryCode } from '@/server/domain/accounts/typed-code';
import { sha256Hex } from '@/server/domain/audit';

/** Codes that work once each where the telephone is not at hand. Only their hashes are stored. */
export function newRecoveryCodes(userId: string): { shown: string[]; hashes: string[] } {
  const codes = Array.from({ length: recoveryCount }, newRecoveryCode);
  return { shown: codes.map(writeRecoveryCode), hashes: codes.map((code) => recoveryCodeHash(userId, code)) };
}

/** Under whose name a code is kept: one that two people happened to have is two. */
export function recoveryCodeHash(userId: string, code: string): string {
  return sha256Hex(`recovery code ${userId} ${code}`);
}

function newRecoveryCode(): string {
  return Array.from({ length: recoveryLength }, () => recoveryAlphabet.charAt(randomInt(recoveryAlphabet.length))).join('');
}
