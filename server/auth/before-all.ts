import { Refused } from '@/server/errors';
import type { Actor } from '@/server/views/access';
import { passwordTooOld } from './passwords';

/** What a person sees to their account by, whatever else they have to do first. */
const ofTheAccount = [
  'account.page',
  'account.failedTries',
  'account.changePassword',
  'account.unbindIdentity',
  'account.endSession',
  'account.endOtherSessions',
];
const withAnOldPassword: ReadonlySet<string> = new Set([...ofTheAccount, 'account.goToProvider']);
/** An identity of a provider is not bound meanwhile: it would be a way around the factor that is asked for. */
const withoutSecondFactor: ReadonlySet<string> = new Set([...ofTheAccount, 'account.newSecondFactor', 'account.turnOnSecondFactor']);

/**
 * What a person has to do before anything else: set another password, switch the second factor on. Asked at every door: procedures (pages go
 * through them) and files.
 *
 * @param path the procedure that is called; null: a file
 * @returns the refusal, or null
 */
export function refusalBeforeAll(actor: Actor, path: string | null): Refused | null {
  if (actor.hasOldPassword && (path === null || !withAnOldPassword.has(path))) return passwordTooOld();
  if (actor.lacksSecondFactor && (path === null || !withoutSecondFactor.has(path))) return secondFactorMissing();
  return null;
}

function secondFactorMissing(): Refused {
  return new Refused('second_factor_missing', {
    zh: '您的岗位须开启两步验证。请先在“我的账号”里开启；已填的内容不会丢失。',
    en: 'Your post asks for two-step sign-in. Switch it on under "My account" first; nothing you typed is lost.',
  });
}
