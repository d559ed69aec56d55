/** Names of many: so many of them, and how many there are. A page of a thousand units names a screenful; the rest is asked for. */
export interface SomeNames {
  count: number;
  /** All of them where they are few. */
  first: readonly string[];
}

export const mostNames = 60;

export function someNames(names: readonly string[], most = mostNames): SomeNames {
  return { count: names.length, first: names.slice(0, most) };
}
