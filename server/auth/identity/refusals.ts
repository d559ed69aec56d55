import type { IdentityOutcome } from '@/server/domain/accounts/identity-outcome';
import type { Sentence } from '@/server/domain/sentence';
import { type RefusalCode, Refused } from '@/server/errors';

/** A refusal that a page tells by its own words, because it travels there in an address. */
function refused(code: RefusalCode, outcome: IdentityOutcome, sentence: Sentence, cause: unknown = null): Refused {
  return Object.assign(new Refused(code, sentence, { outcome }), cause === null ? {} : { cause });
}

export function providerAway(cause: unknown): Refused {
  const sentence = {
    zh: '统一身份认证服务现在连不上，请稍后再试，或者用密码登录。',
    en: 'The identity provider cannot be reached now. Try again later, or sign in by password.',
  };
  return refused('unavailable', 'away', sentence, cause);
}

export function notProven(cause: unknown): Refused {
  const sentence = {
    zh: '统一身份认证的答复不符合要求，没有办理。请从头再来一次。',
    en: 'What the identity provider answered does not fit, and nothing was done. Please begin again.',
  };
  return refused('invalid', 'not_proven', sentence, cause);
}

export function cancelled(): Refused {
  return refused('invalid', 'cancelled', { zh: '没有完成统一身份认证。', en: 'You turned back at the identity provider.' });
}

export function notBegun(): Refused {
  const sentence = {
    zh: '这次统一身份认证已经用过、已过期，或者不是在这个浏览器里开始的。请从头再来一次。',
    en: 'This was used, is too old, or was begun in another browser. Please begin again.',
  };
  return refused('invalid', 'not_begun', sentence);
}

export function unbound(): Refused {
  const sentence = {
    zh: '这个统一身份没有绑定账号。请先用密码登录，在“我的账号”里绑定；没有账号的，请联系管理员。',
    en: 'This identity is bound to no account. Sign in by password and bind it under "My account"; if you have none, ask the administrator.',
  };
  return refused('not_signed_in', 'unbound', sentence);
}

export function disabled(): Refused {
  const sentence = { zh: '您的账号已停用，请联系管理员。', en: 'Your account is disabled. Ask the administrator.' };
  return refused('not_signed_in', 'disabled', sentence);
}

export function taken(): Refused {
  const sentence = {
    zh: '这个统一身份已经绑定了另一个账号，没有绑定。一个统一身份只能用于一个账号；请联系管理员。',
    en: 'This identity is bound to another account, so it was not bound to yours. One identity signs in to one account; ask the administrator.',
  };
  return refused('conflict', 'taken', sentence);
}

export function hasAnother(): Refused {
  const sentence = {
    zh: '您的账号已经绑定了统一身份。要换一个，请先解除原来的绑定。',
    en: 'Your account is bound to an identity already. To bind another, unbind that one first.',
  };
  return refused('conflict', 'has_another', sentence);
}

export function noProvider(): Refused {
  return new Refused('invalid', { zh: '没有配置统一身份认证。', en: 'No identity provider is configured.' });
}

/** Who began to bind is not signed in any more, or somebody else is. */
export function leftMeanwhile(): Refused {
  const sentence = {
    zh: '登录已结束或换了人，没有绑定。请重新登录后再绑定。',
    en: 'You are not signed in any more, so nothing was bound. Sign in and bind again.',
  };
  return refused('not_signed_in', 'left', sentence);
}

/** How a refusal is told by the page that it leads to. */
export function outcomeOf({ code, details }: Refused): IdentityOutcome {
  const { outcome } = (details ?? {}) as { outcome?: IdentityOutcome };
  if (outcome) return outcome;
  return code === 'storage_full' || code === 'unavailable' ? 'trouble' : 'not_proven';
}
