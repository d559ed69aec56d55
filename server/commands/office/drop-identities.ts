import { dropIdentity, identitiesOf } from '@/db/store';
import { Refused } from '@/server/errors';
import type { CommandTx } from '../command';

/** No identity signs the person in any more. @throws Refused invalid: none did */
export async function dropIdentities(tx: CommandTx, userId: string, reason?: string): Promise<void> {
  if ((await dropWhatIsBound(tx, userId, reason)) === 0) throw nothingBound();
}

/**
 * The same where there may be none: with a password by link, a duty of the three, a second factor. Whoever bound an identity to an account that was
 * not theirs would come in by it afterwards.
 *
 * @returns how many
 */
export async function dropWhatIsBound(tx: CommandTx, userId: string, reason?: string): Promise<number> {
  const bound = await identitiesOf(tx, userId);
  for (const { identity, issuer } of bound) {
    await dropIdentity(tx, identity);
    tx.record('person.identity_unbound', { userId, issuer, identity }, reason === undefined ? {} : { reason });
  }
  return bound.length;
}

export function nothingBound(): Refused {
  return new Refused('invalid', {
    zh: '没有绑定的统一身份，可能刚刚已经解除。请刷新后查看。',
    en: 'No identity is bound; it may just have been unbound. Reload and look.',
  });
}
