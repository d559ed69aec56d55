import type { ContributionAnswer } from '@/server/domain/contributions';

/** What was typed into an answer and is not submitted yet, kept in this browser tab across a reload. */
export function answerDraft(requestId: string) {
  const storageKey = `nianbao-contribution-${requestId}`;
  return {
    read: (): ContributionAnswer | null => {
      const kept = sessionStorage.getItem(storageKey);
      return kept === null ? null : (JSON.parse(kept) as ContributionAnswer);
    },
    keep: (answer: ContributionAnswer) => sessionStorage.setItem(storageKey, JSON.stringify(answer)),
    drop: () => sessionStorage.removeItem(storageKey),
  };
}
