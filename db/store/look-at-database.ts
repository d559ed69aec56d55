import { migrationsKnown } from './migrations-known';

/** What a database says of itself, whatever version of the program it is of. */
export interface DatabaseFacts {
  isDemonstration: boolean;
  /** Somebody has begun to work in it, or asked for an office without the demonstration. */
  isOffice: boolean;
}

/**
 * Whether the migrations that a database has had are a beginning of those this program knows. A migrator only looks at the newest, so it
 * calls the database of a newer program up to date, and never makes up for one that was left out.
 *
 * @param applied the moment each was made, in any order
 * @returns what does not fit, or null
 */
export function migrationFault(engine: 'sqlite' | 'postgres', applied: readonly number[]): string | null {
  const known = migrationsKnown(engine);
  const strange = applied.filter((at) => !known.some((one) => one.at === at));
  if (strange.length > 0) return `+ ${strange.map((at) => new Date(at).toISOString()).join(', ')}`;
  const leftOut = known.filter(({ at }) => at < Math.max(0, ...applied) && !applied.includes(at));
  return leftOut.length > 0 ? `- ${leftOut.map(({ name }) => name).join(', ')}` : null;
}
