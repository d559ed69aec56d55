export interface ChangedPart {
  head: string;
  before: string;
  after: string;
  tail: string;
}

/** Two texts as what they begin and end with alike, and what stands between. Enough to see a change of a few sentences at a glance. */
export function changedPart(before: string, after: string): ChangedPart {
  const [old, now] = [[...before], [...after]];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  return {
    head: old.slice(0, head).join(''),
    before: old.slice(head, old.length - tail).join(''),
    after: now.slice(head, now.length - tail).join(''),
    tail: old.slice(old.length - tail).join(''),
  };
}
