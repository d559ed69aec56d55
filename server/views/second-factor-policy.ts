import { type Reader, readSetting } from '@/db/store';
import { isSecondFactorAsked, mayBeAskedForSecondFactor, type SecondFactorPolicy } from '@/server/domain/accounts/second-factor-policy';
import type { Role } from '@/server/domain/permissions';

/** Of whom the office asks a second factor. */
export async function secondFactorPolicy(reader: Reader): Promise<SecondFactorPolicy> {
  return (await readSetting(reader, 'secondFactorPolicy')) ?? 'nobody';
}

/** Whether it is asked of somebody with these posts. The setting is read for those only of whom it may be: a clerk's save costs nothing more. */
export async function isAskedForSecondFactor(reader: Reader, posts: readonly { role: Role }[]): Promise<boolean> {
  const roles = posts.map((post) => post.role);
  return mayBeAskedForSecondFactor(roles) && isSecondFactorAsked(await secondFactorPolicy(reader), roles);
}
