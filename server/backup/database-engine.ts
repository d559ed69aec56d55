import type { DatabaseFacts } from '@/db/backup/facts';
import type { BackedUpStore, Place } from './backed-up-store';

/** What each engine does in its own way. */
export interface DatabaseEngine extends Omit<BackedUpStore, 'name'> {
  /** The last migration that the database has had; 0 where there is none. */
  lastMigration(place: Place): Promise<number>;
  /** What the database of a place holds, and what is wrong with it. */
  look(place: Place): Promise<{ facts: DatabaseFacts | null; faults: string[] }>;
  /** A place with nothing in it, of the same engine, to try a backup out. @param dataFolder for what is not in the database */
  emptyPlace(place: Place, dataFolder: string): Promise<{ place: Place; remove: () => Promise<void> }>;
}
