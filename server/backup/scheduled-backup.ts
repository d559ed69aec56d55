import { readEnv } from '@/server/env';
import { tellError } from '@/server/told-error';
import { makeBackup } from './make-backup';
import { backupFolder } from './place-of';
import { pruneBackups } from './prune-backups';

/** The process of its own in which the program that serves has its backup made: copying and verifying hold up no request. */
const env = readEnv(process.env);
try {
  await makeBackup({ place: env, to: backupFolder(env), reason: 'scheduled' });
  pruneBackups(backupFolder(env));
} catch (error) {
  process.send?.(tellError(error));
  process.exitCode = 1;
}
