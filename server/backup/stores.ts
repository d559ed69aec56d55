import type { BackedUpStore } from './backed-up-store';
import { databaseStore } from './database-store';

/** Everything that a backup holds. */
export const backedUpStores: readonly BackedUpStore[] = [databaseStore];
