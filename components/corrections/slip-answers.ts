import { type SlipEffect, type SlipExplanation, unanswered } from '@/server/domain/corrections';
import { isRealReason } from '@/server/domain/workflow';

/** What is typed to the questions of a slip that is not signed yet, by question. */
export type Answers = Readonly<Record<string, string>>;

export function answerKey(filingId: string, { rule, boundTo }: { rule: string; boundTo: string }): string {
  return `${filingId} ${rule} ${boundTo}`;
}

/** Every open question with a reason that says something; null while one has none. */
export function answersTo(effect: SlipEffect, answers: Answers): SlipExplanation[] | null {
  const given = unanswered(effect).map(({ quarter: { filingId }, finding: { rule, boundTo, ...finding } }) => ({
    filingId,
    rule,
    boundTo,
    text: answers[answerKey(filingId, { rule, boundTo, ...finding })] ?? '',
  }));
  return given.every(({ text }) => isRealReason(text)) ? given : null;
}

/** What was kept of them in the tab, whatever stands there. */
export function readAnswers(kept: string): Answers {
  if (kept === '') return {};
  try {
    const read: unknown = JSON.parse(kept);
    return read !== null && typeof read === 'object'
      ? Object.fromEntries(Object.entries(read).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
      : {};
  } catch {
    return {};
  }
}
