import { findSecondFactor, hasRecoveryCode, takeRecoveryCode, takeStep } from '@/db/store';
import type { CommandContext, CommandTx } from '@/server/commands/command';
import { readTypedCode } from '@/server/domain/accounts/typed-code';
import { noteFault } from '@/server/log/request-scope';
import { recoveryCodeHash } from './recovery-codes';
import { stepOfCode } from './time-codes';
import type { Vault } from './vault';

/** A code that fits, and what it uses up. */
export type FittingCode = { kind: 'time'; step: number } | { kind: 'recovery'; codeHash: string };

/** As what a person's secret is locked. */
export function factorOf(userId: string): string {
  return `second factor ${userId}`;
}

/** Whether what was typed is a code of this person's now. It is not used up yet: that is `takeCode`, in the transaction of what it lets through. */
export async function fittingCode(context: CommandContext, userId: string, text: string): Promise<FittingCode | null> {
  const { store, now } = context;
  const typed = readTypedCode(text);
  const factor = await findSecondFactor(store.read, userId);
  if (!typed || !factor) return null;
  if (typed.kind === 'recovery') {
    const codeHash = recoveryCodeHash(userId, typed.code);
    return (await hasRecoveryCode(store.read, userId, codeHash)) ? { kind: 'recovery', codeHash } : null;
  }
  const secret = vaultIn(context).open(factor.sealedSecret, factorOf(userId));
  if (secret === null) {
    // The server has another key than it had: recovery codes do not need it.
    noteFault('a second factor cannot be read', new Error('it was locked by another key'));
    return null;
  }
  const step = stepOfCode(secret, typed.digits, now(), factor.lastStep);
  return step === null ? null : { kind: 'time', step };
}

/** Uses a code up. @returns false when somebody was quicker with it */
export function takeCode(tx: CommandTx, userId: string, code: FittingCode): Promise<boolean> {
  return code.kind === 'time' ? takeStep(tx, userId, code.step) : takeRecoveryCode(tx, userId, code.codeHash);
}

/** @throws Error where nobody has a second factor: on the command line */
export function vaultIn({ vault }: Pick<CommandContext, 'vault'>): Vault {
  if (!vault) throw new Error('there is no vault here');
  return vault;
}
