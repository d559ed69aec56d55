import { chosenLanguage } from '@/components/messages/chosen-language';
import { identityOutcomes, parseIdentityOutcome } from '@/server/domain/accounts/identity-outcome';

/** How a way to the identity provider ended that led to this page, in a sentence of ours; null: none did. */
export async function toldOutcome(searchParams: Promise<{ identity?: unknown }>): Promise<{ isDone: boolean; text: string } | null> {
  const outcome = parseIdentityOutcome((await searchParams).identity);
  return outcome && { isDone: outcome === 'bound', text: identityOutcomes[outcome][await chosenLanguage()] };
}
