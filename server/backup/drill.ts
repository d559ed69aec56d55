import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { encode } from 'next-auth/jwt';
import { findPerson, listPosts, type Person, type Store } from '@/db/store';
import { makeFolderForGood } from '@/db/store/make-folder';
import { openStore } from '@/db/store/open-store';
import { sessionSecret } from '@/server/auth/secret';
import { startSession } from '@/server/auth/sign-in';
import { freePort } from '@/server/free-port';
import { nodeArguments, root } from '@/server/programs.mjs';
import type { Place, Restore } from './backed-up-store';
import { type DatabaseInManifest, databaseIn } from './database-in-manifest';
import { databaseAt } from './database-store';
import { restoreBackup } from './restore-backup';
import { keepResult, type Result } from './results';

const patienceMs = 120_000;

/**
 * Proves that a backup leads back to a working office: checked, restored into a place of its own, served on loopback by the program itself, and somebody
 * of the office signed in and answered. Then everything of it is taken away. What came of it, and how long it took, is kept beside the backups.
 */
export async function drill(options: {
  /** What is configured; only its engine is used. */
  place: Place;
  from: string;
  /** Folder of backups: it has room for one more, and keeps the result. */
  backups: string;
  contextOf: Restore['contextOf'];
  now?: () => Date;
}): Promise<Result> {
  const { place, from, backups, contextOf, now = () => new Date() } = options;
  const begun = now();
  makeFolderForGood(backups);
  const folder = mkdtempSync(join(backups, '.drill-'));
  const told = (rest: Pick<Result, 'ok'> & Partial<Result>): Result => {
    const seconds = Math.round((now().getTime() - begun.getTime()) / 100) / 10;
    const result = { at: begun.toISOString(), seconds, backup: basename(from), ...rest };
    keepResult(backups, 'drill', result);
    return result;
  };
  try {
    const there = await databaseAt(place).emptyPlace(place, join(folder, 'data'));
    try {
      const { manifest } = await restoreBackup({ place: there.place, from, contextOf });
      const { head, tables } = databaseIn(manifest.stores.database);
      await requireSame(there.place, databaseIn(manifest.stores.database));
      await tryOut(there.place, contextOf);
      return told({ ok: true, head, rows: Object.values(tables).reduce((sum, rows) => sum + rows, 0) });
    } finally {
      await there.remove();
    }
  } catch (error) {
    return told({ ok: false, problem: error instanceof Error ? error.message : String(error) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was restored holds what the manifest says, and the one event that tells of the restore. */
async function requireSame(place: Place, said: DatabaseInManifest): Promise<void> {
  const { facts, faults } = await databaseAt(place).look(place);
  if (!facts || faults.length > 0) throw new Error(faults.join('; '));
  // A backup of an older program was brought up to date: its tables are others now, its log is the same.
  const tables = facts.migration === said.migration.at ? said.tables : {};
  // The event of the restoration, and what it says for the first time.
  const grown: Record<string, number> = { logged_events: 1, event_words: 2, event_circumstances: 1 };
  const wrong = Object.entries(tables).filter(([table, rows]) => {
    const more = (facts.tables[table] ?? Number.NaN) - rows;
    return table === 'logged_events' ? more !== 1 : !(more >= 0 && more <= (grown[table] ?? 0));
  });
  if (facts.head.seq !== said.head.seq + 1) wrong.push(['head', said.head.seq]);
  if (wrong.length > 0) throw new Error(`restored otherwise than the manifest says: ${wrong.map(([table]) => table).join(', ')}`);
}

async function tryOut(place: Place, contextOf: Restore['contextOf']): Promise<void> {
  const cookie = await signedIn(place, contextOf);
  const port = await freePort();
  const server = spawn(process.execPath, [...nodeArguments('server'), '--without-pages'], {
    cwd: root,
    // Nothing of the office's own configuration: it would be served where the office is.
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      NIANBAO_DATA: place.dataFolder,
      NIANBAO_BACKUP_MINUTES: '0',
      ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
    },
    // The channel closes when we are gone, however we end, and the server stops.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = once(server, 'exit');
  try {
    await serving(server);
    const ready = await answer(port, '/api/health/ready');
    if (ready.status !== 200) throw new Error(`/api/health/ready answers ${ready.status} ${ready.text.slice(0, 200)}`);
    if (!cookie) return;
    const me = await answer(port, '/api/trpc/person.me', cookie.header);
    if (me.status !== 200 || !me.text.includes(cookie.userId))
      throw new Error(`the restored office does not know ${cookie.name} (${me.status} ${me.text.slice(0, 200)})`);
  } finally {
    server.kill('SIGTERM');
    const killing = setTimeout(() => server.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(killing);
  }
}

/** Somebody of the restored office, signed in there. Null for an office that has nobody yet. */
async function signedIn(place: Place, contextOf: Restore['contextOf']): Promise<{ header: string; userId: string; name: string } | null> {
  const store = await openStore(place);
  try {
    const person = await somebody(store);
    if (!person) return null;
    const { sid } = await startSession(await contextOf(store), person);
    const token = await encode({ token: { sid }, secret: sessionSecret(place.dataFolder), maxAge: 3600 });
    return { header: `next-auth.session-token=${token}`, userId: person.id, name: person.name };
  } finally {
    await store.close();
  }
}

async function somebody(store: Store): Promise<Person | null> {
  for (const { userId } of await listPosts(store.read)) {
    const person = await findPerson(store.read, userId);
    if (person?.isActive) return person;
  }
  return null;
}

/** Resolves when the server says that it is ready. */
async function serving(server: ReturnType<typeof spawn>): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the restored office does not start within ${patienceMs / 1000} s`)), patienceMs);
    server.on('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the restored office does not start (exit ${code}): ${said.trim().slice(-500)}`));
    });
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (!/^ready$/m.test(said)) return;
      clearTimeout(late);
      resolve();
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
  });
}

async function answer(port: number, path: string, cookie = ''): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie }, signal: AbortSignal.timeout(patienceMs) });
  return { status: response.status, text: await response.text() };
}
