/** What was gone past without a decision, in this tab: it comes last once something is decided. */
const key = 'nianbao-review-skipped';
const maxSkipped = 200;

export function skippedFilings(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function skipFiling(filingId: string): void {
  keep([...skippedFilings().filter((id) => id !== filingId), filingId]);
}

export function unskipFiling(filingId: string): void {
  keep(skippedFilings().filter((id) => id !== filingId));
}

/** Where the browser keeps nothing, nothing is skipped. */
function keep(filingIds: readonly string[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(filingIds.slice(-maxSkipped)));
  } catch {
    // The order is only less helpful.
  }
}
