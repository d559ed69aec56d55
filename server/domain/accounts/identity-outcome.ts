import type { Sentence } from '../sentence';

/**
 * How a way to the office's identity provider ended. An address says it by its word to the page that it leads to; the page tells the sentence, and nothing
 * that came with the address.
 */
export const identityOutcomes = {
  bound: {
    zh: '统一身份已绑定，以后可以用它登录。',
    en: 'The identity is bound; you can sign in by it from now on.',
  },
  taken: {
    zh: '这个统一身份已经绑定了另一个账号，没有绑定。一个统一身份只能用于一个账号；请联系管理员。',
    en: 'This identity is bound to another account, so it was not bound to yours. One identity signs in to one account; ask the administrator.',
  },
  has_another: {
    zh: '您的账号已经绑定了统一身份。要换一个，请先解除原来的绑定。',
    en: 'Your account is bound to an identity already. To bind another, unbind that one first.',
  },
  unbound: {
    zh: '这个统一身份没有绑定账号。请先用密码登录，在“我的账号”里绑定；没有账号的，请联系管理员。',
    en: 'This identity is bound to no account. Sign in by password and bind it under "My account"; if you have none, ask the administrator.',
  },
  disabled: { zh: '您的账号已停用，请联系管理员。', en: 'Your account is disabled. Ask the administrator.' },
  left: {
    zh: '登录已结束或换了人，没有绑定。请重新登录后再绑定。',
    en: 'You are not signed in any more, or somebody else is, so nothing was bound. Sign in and bind again.',
  },
  factor_since: {
    zh: '您刚刚开启了两步验证，这次没有绑定。请重新绑定，并填写动态口令。',
    en: 'You have just switched two-step sign-in on, so nothing was bound. Bind again, with a code.',
  },
  cancelled: { zh: '没有完成统一身份认证。', en: 'You turned back at the identity provider.' },
  not_begun: {
    zh: '这次统一身份认证已经用过、已过期，或者不是在这个浏览器里开始的。请从头再来一次。',
    en: 'This was used, is too old, or was begun in another browser. Please begin again.',
  },
  not_proven: {
    zh: '统一身份认证的答复不符合要求，没有办理。请从头再来一次。',
    en: 'What the identity provider answered does not fit, and nothing was done. Please begin again.',
  },
  away: {
    zh: '统一身份认证服务现在连不上，请稍后再试，或者用密码登录。',
    en: 'The identity provider cannot be reached now. Try again later, or sign in by password.',
  },
  trouble: {
    zh: '系统暂时出了问题，没有办理。请稍后再试；仍不行时请告诉管理员。',
    en: 'Something is wrong here now, and nothing was done. Try again later; if it stays, tell the administrator.',
  },
} satisfies Record<string, Sentence>;
export type IdentityOutcome = keyof typeof identityOutcomes;

/** What an address says, if it is one of ours. */
export function parseIdentityOutcome(said: unknown): IdentityOutcome | null {
  return typeof said === 'string' && Object.hasOwn(identityOutcomes, said) ? (said as IdentityOutcome) : null;
}
