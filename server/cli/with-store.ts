import { randomUUID } from 'node:crypto';
import { listUnits, type Store } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { migrateWithBackup } from '@/server/backup/before-migration';
import { NotStarted } from '@/server/boot/not-started';
import { requireSoundData } from '@/server/boot/recognise-data';
import type { CommandContext } from '@/server/commands/command';
import { type Env, readEnv } from '@/server/env';
import type { Actor } from '@/server/views/access';
import { consolePost, isOfficeDivided } from '@/server/views/acting-posts';
import { CliError } from './cli-error';

function asCliError(error: unknown): never {
  throw error instanceof NotStarted ? new CliError(error.message) : error;
}

/** Opens the store that the configuration names, if it is sound, and closes it again. The schema is brought up to date first. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const env = cliEnv();
  await requireSoundData(env).catch(asCliError);
  const store = await openStore(env);
  try {
    await migrateWithBackup(store, env).catch(asCliError);
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The configuration. @throws CliError with one line per variable that cannot be used */
export function cliEnv(): Env {
  try {
    return readEnv(process.env);
  } catch (error) {
    throw new CliError((error as Error).message);
  }
}

/**
 * Whoever sits at the server's console acts as an administrator of the whole tree; events say so.
 *
 * @param isAboutWaysIn the act belongs to the ways in (policy.manage), which are the security administrator's where 三员 are three people
 */
export async function consoleContext(store: Store, isAboutWaysIn = false): Promise<CommandContext> {
  const root = (await listUnits(store.read)).find((unit) => unit.parentId === null);
  const actor: Actor = {
    userId: 'console',
    name: '服务器控制台',
    username: 'console',
    sessionId: null,
    posts: root ? await consolePosts(store, root.id, isAboutWaysIn) : [],
  };
  return { store, actor, now: () => new Date(), newId: randomUUID, requestId: `cli-${randomUUID()}`, ip: null, overlay: null };
}

/**
 * Where 三员 are three people, the console runs accounts as the system administrator does. As the security administrator it acts only in what was
 * made for it, so that it gives nobody a post.
 */
async function consolePosts(store: Store, unitId: string, isAboutWaysIn: boolean): Promise<Actor['posts']> {
  const post = { id: consolePost, unitId };
  if (!(await isOfficeDivided(store.read))) return [{ ...post, role: 'admin' }];
  return [
    { ...post, role: 'admin', isDivided: true },
    { ...post, role: isAboutWaysIn ? 'security_admin' : 'system_admin' },
  ];
}
