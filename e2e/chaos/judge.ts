import type { Seen } from './page-log';

/** A save as the event log tells it. Every value of a run is typed once, so a value names its edit. */
export interface Saved {
  filingId: string;
  cell: string;
  userId: string;
  before: string | null;
  after: string;
  version: number;
  /** Milliseconds since 1970, by the server's clock, which is this machine's. */
  at: number;
}

export interface TabLog {
  userId: string;
  filingId: string;
  seen: readonly Seen[];
}

/** Everything that must not have happened, each in a sentence; none when the run was sound. */
export function judge(saved: readonly Saved[], tabs: readonly TabLog[]): string[] {
  return [...duplicates(saved), ...strangers(saved, tabs), ...silentOverwrites(saved, tabs), ...falseMarks(saved, tabs)];
}

function duplicates(saved: readonly Saved[]): string[] {
  const faults: string[] = [];
  const values = new Set<string>();
  const versions = new Map<string, number>();
  for (const one of saved) {
    const place = `${one.filingId} ${one.cell}`;
    if (values.has(`${place} ${one.after}`)) faults.push(`saved twice: ${place} = ${one.after}`);
    values.add(`${place} ${one.after}`);
    if (one.version !== (versions.get(place) ?? 0) + 1) faults.push(`versions of ${place} jump to ${one.version}`);
    versions.set(place, one.version);
  }
  return faults;
}

/** A stored value that nobody typed into that cell. */
function strangers(saved: readonly Saved[], tabs: readonly TabLog[]): string[] {
  return saved.filter((one) => !authorOf(one, one.after, tabs)).map((one) => `nobody typed ${one.after} into ${one.filingId} ${one.cell}`);
}

/**
 * Who overwrites a value had it on the screen, typed it in the same tab, or chose between both; or typed over a value of their own that
 * was so put on top of it and had not left yet (用我的, and then another number).
 */
function silentOverwrites(saved: readonly Saved[], tabs: readonly TabLog[]): string[] {
  return saved.flatMap((one) => {
    if (one.before === null || one.before === '') return [];
    const author = authorOf(one, one.after, tabs);
    if (!author || authorOf(one, one.before, tabs) === author) return [];
    return knewOf(one, one.after, saved, tabs)
      ? []
      : [`silently overwritten: ${one.filingId} ${one.cell} ${one.before} by ${one.after}; ${storyOf(one, saved, tabs)}`];
  });
}

function knewOf(one: Saved, value: string, saved: readonly Saved[], tabs: readonly TabLog[]): boolean {
  const { filingId, cell, userId, before } = one;
  const own = tabs.filter((tab) => tab.userId === userId);
  if (own.some((tab) => tab.seen.some((entry) => chose(entry, { cell, after: value }, true) && entry.theirs === before))) return true;
  const author = authorOf(one, value, own);
  const shown = author ? shownWhenTyped(author, cell, value) : null;
  if (shown === null || shown === '') return false;
  if (shown === before) return true;
  const hasLeft = saved.some((other) => other.filingId === filingId && other.cell === cell && other.after === shown);
  return !hasLeft && shown !== value && knewOf(one, shown, saved, tabs);
}

/** What this person saw, typed and chose in the cell, tab by tab, and what was stored there: enough to tell whose fault it is. */
function storyOf({ filingId, cell, userId, at }: Saved, saved: readonly Saved[], tabs: readonly TabLog[]): string {
  const isNear = (then: number): boolean => then > at - storyMs && then <= at + storyMs;
  const stored = saved
    .filter((one) => one.filingId === filingId && one.cell === cell && isNear(one.at))
    .map((one) => `${one.at - at} ms ${one.userId} stored ${one.after} as ${one.version}`);
  const seen = tabs
    .filter((tab) => tab.userId === userId && tab.filingId === filingId)
    .map((tab) => tab.seen.filter((entry) => 'cell' in entry && entry.cell === cell && isNear(entry.at)))
    .map((entries) => entries.map(({ at: then, ...entry }) => `${then - at} ms ${JSON.stringify(entry)}`).join(', '));
  return `stored: ${stored.join(', ')}; tabs: ${seen.join(' | ')}`;
}

const storyMs = 30_000;

/** Whenever the mark says 已保存, the newest value of each cell of that tab is stored, or was given up for the other's. */
function falseMarks(saved: readonly Saved[], tabs: readonly TabLog[]): string[] {
  return tabs.flatMap((tab) =>
    tab.seen.flatMap((entry, index) => {
      if (entry.kind !== 'mark' || !/已保存 \d/.test(entry.text)) return [];
      const newest = new Map<string, string>();
      for (const before of tab.seen.slice(0, index)) if (before.kind === 'typed') newest.set(before.cell, before.value);
      return [...newest].flatMap(([cell, value]) => {
        const of = { filingId: tab.filingId, cell, after: value };
        const isStored = saved.some(
          (one) => one.filingId === of.filingId && one.cell === cell && one.after === value && one.at <= entry.at,
        );
        const isGivenUp = tabs.some((other) => other.userId === tab.userId && other.seen.some((choice) => chose(choice, of, false)));
        return isStored || isGivenUp
          ? []
          : [`said 已保存 at ${entry.at}, but ${tab.filingId} ${cell} = ${value} of ${tab.userId} was not stored`];
      });
    }),
  );
}

function chose(entry: Seen, of: { cell: string; after: string }, isMine: boolean): entry is Extract<Seen, { kind: 'chose' }> {
  return entry.kind === 'chose' && entry.isMine === isMine && entry.cell === of.cell && entry.mine === of.after;
}

function authorOf({ filingId, cell }: Pick<Saved, 'filingId' | 'cell'>, value: string, tabs: readonly TabLog[]): TabLog | undefined {
  return tabs.find(
    (tab) => tab.filingId === filingId && tab.seen.some((entry) => entry.kind === 'typed' && entry.cell === cell && entry.value === value),
  );
}

function shownWhenTyped({ seen }: TabLog, cell: string, value: string): string | null {
  const typedAt = seen.findIndex((entry) => entry.kind === 'typed' && entry.cell === cell && entry.value === value);
  const entered = seen.slice(0, typedAt).findLast((entry) => entry.kind === 'entered' && entry.cell === cell);
  return entered?.kind === 'entered' ? entered.shown : null;
}
