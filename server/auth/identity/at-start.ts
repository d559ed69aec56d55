import type { Sentence } from '@/server/domain/sentence';
import type { Env } from '@/server/env';

/** Whoever starts the app hears that the identity provider does not answer, or calls itself by another name. The start does not wait for it. */
export async function tellIfProviderIsAway({ identity }: Pick<Env, 'identity'>, tell: (sentence: Sentence) => void): Promise<void> {
  if (!identity) return;
  const { findProvider } = await import('./ask-provider');
  const isThere = await findProvider(identity).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  tell({
    zh: `提醒：统一身份认证服务（${identity.issuer}）现在连不上，或者它自称的地址与 NIANBAO_OIDC_ISSUER 不一致。现在只能用密码登录；它恢复后不必重新启动。`,
    en: `Note: the identity provider (${identity.issuer}) cannot be reached now, or names itself otherwise than NIANBAO_OIDC_ISSUER does. People sign in by password alone for now; once it is back, nothing has to be restarted.`,
  });
}
