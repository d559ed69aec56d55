/** What one run of the tests showed of a promise. */
export interface ShownTests {
  passed: number;
  failed: number;
  files: readonly string[];
  engines: readonly Engine[];
  day: string;
}

/** What a long run showed. */
export interface ShownRun {
  figure: string;
  holds: boolean;
  day: string;
  isLong: boolean;
}

/** What was shown last, kept from run to run: a short form does not take away what the long one showed. */
export interface Shown {
  tests: ShownTests | null;
  run: ShownRun | null;
}

export type Engine = 'SQLite' | 'PostgreSQL';

/** On which engine a test was: the titles of those on PostgreSQL say so, and so does their file; what needs no database is in neither. */
export function engineOf({ title, file }: { title: string; file: string }): Engine | null {
  if (/postgres/i.test(title) || /postgres/.test(file)) return 'PostgreSQL';
  return /\.integration\.test\.ts$|\.spec\.ts$/.test(file) ? 'SQLite' : null;
}

/** A run that showed less than the one before, and nothing wrong, leaves what that one showed. */
export function newerRun(before: ShownRun | null, now: ShownRun | null): ShownRun | null {
  if (!now) return before;
  return now.holds && !now.isLong && before?.isLong && before.holds ? before : now;
}
