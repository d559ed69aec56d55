import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ownLike } from './own-like';

/** Somebody else is at work on the data folder. */
export class FolderInUse extends Error {}

/**
 * Says that a data folder is in use, until the returned function is called or the process ends, however it ends.
 *
 * The lock is the operating system's, held by SQLite on an empty file: a number of a process written down would outlive it and
 * become somebody else's.
 *
 * @param how many may be at work on it; who replaces what is in it has it alone
 * @throws FolderInUse
 */
export function holdFolder(dataFolder: string, how: 'shared' | 'alone'): () => void {
  const file = join(dataFolder, 'in-use');
  const isNew = !existsSync(file);
  const lock = new Database(file, { timeout: 0 });
  try {
    if (isNew) ownLike(dataFolder, file);
    if (isNew) chmodSync(file, 0o600);
    lock.exec(how === 'alone' ? 'begin exclusive' : 'begin');
    lock.prepare('select count(*) from sqlite_schema').get();
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new FolderInUse(
      how === 'alone'
        ? `${dataFolder}: 程序正在使用这个数据文件夹，请先停止它 / is in use by a running program: stop it first`
        : `${dataFolder}: 正在恢复备份或复制数据，请等它完成 / a restore or a copy is at work on this data folder: wait until it is done`,
    );
  }
  return () => lock.close();
}
