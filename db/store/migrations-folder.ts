import { fileURLToPath } from 'node:url';

/** The migrations of a dialect, found from this file so that the working directory does not matter. */
export function migrationsFolder(dialect: 'sqlite' | 'pg'): string {
  return fileURLToPath(new URL(`../migrations/${dialect}`, import.meta.url));
}
