import type { Language } from '../messages/language';
import { messagesIn } from '../messages/messages-provider';
import { dataOf, refusalOf } from '../trpc-client';

/** What came of an act, for the place where it was done. */
export interface Answer {
  tone: 'done' | 'wrong';
  text: string;
  /** The session is over: the way out is the sign-in page. */
  needsSignIn?: boolean;
  /** Where what was made is seen. */
  link?: { words: string; href: string };
}

/** Why an act failed, in a sentence: the server's own refusal, a field it could not read, a lost connection, a fault inside. */
export function answerOf(error: unknown, language: Language): Answer {
  const { common } = messagesIn(language);
  const refusal = refusalOf(error);
  if (refusal)
    return { tone: 'wrong', text: refusal.sentence[language], ...(refusal.code === 'not_signed_in' ? { needsSignIn: true } : {}) };
  const data = dataOf(error) as { issues?: { path: string; message: string }[] | null; reference?: string } | null | undefined;
  if (data === null) return { tone: 'wrong', text: common.internalFault };
  if (data === undefined) return { tone: 'wrong', text: common.lostConnection };
  if (data.issues) return { tone: 'wrong', text: data.issues.map((issue) => `${issue.path}: ${issue.message}`).join('; ') };
  return { tone: 'wrong', text: data.reference ? `${common.internalFault} ${common.errorNumber(data.reference)}` : common.internalFault };
}
