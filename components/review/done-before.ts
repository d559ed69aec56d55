/** What was just decided, kept for the page that comes next: it says so once. */
const key = 'nianbao-review-done';

export interface DoneBefore {
  kind: 'approved' | 'returned';
  what: string;
}

export function rememberDone(done: DoneBefore): void {
  sessionStorage.setItem(key, JSON.stringify(done));
}

export function takeDone(): DoneBefore | null {
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return text === null ? null : (JSON.parse(text) as DoneBefore);
}
