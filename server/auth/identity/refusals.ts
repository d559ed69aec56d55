import { type IdentityOutcome, identityOutcomes } from '@/server/domain/accounts/identity-outcome';
import { type RefusalCode, Refused } from '@/server/errors';

/** A refusal that an address takes to a page by its word. @param cause what the log has of it */
export function refusedIdentity(outcome: IdentityOutcome, code: RefusalCode, cause?: unknown): Refused {
  return Object.assign(new Refused(code, identityOutcomes[outcome], { outcome }), { cause });
}

export function noProvider(): Refused {
  return new Refused('invalid', { zh: '没有配置统一身份认证。', en: 'No identity provider is configured.' });
}

/** By which word the page is told that a refusal leads to. */
export function outcomeOf({ code, details }: Refused): IdentityOutcome {
  const { outcome } = (details ?? {}) as { outcome?: IdentityOutcome };
  if (outcome) return outcome;
  return code === 'storage_full' || code === 'unavailable' ? 'trouble' : 'not_proven';
}
