import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listBackups } from '@/server/backup/backup-names';
import { checkBackup } from '@/server/backup/check-backup';
import { databaseIn } from '@/server/backup/database-in-manifest';
import { drill } from '@/server/backup/drill';
import { makeBackup } from '@/server/backup/make-backup';
import type { Manifest } from '@/server/backup/manifest';
import { backupFolder } from '@/server/backup/place-of';
import { restoreBackup } from '@/server/backup/restore-backup';
import { asSentence } from '../as-sentence';
import { CliError } from '../cli-error';
import { cliEnv, consoleContext } from '../with-store';

export async function backup(options: { to?: string; json?: boolean }): Promise<void> {
  const env = cliEnv();
  const made = await asSentence(() => makeBackup({ place: env, to: options.to ?? backupFolder(env), reason: 'asked' }));
  const answer = { folder: made.folder, manifest: made.manifest };
  process.stdout.write(options.json ? `${JSON.stringify(answer)}\n` : `✓ ${made.folder}\n${contentsOf(made.manifest)}\n`);
}

export async function check(folder: string, options: { json?: boolean }): Promise<void> {
  if (!existsSync(folder)) throw new CliError(`${folder}: 没有这个备份 / there is no such backup`);
  const { manifest, faults } = await checkBackup(folder);
  const answer = { ok: faults.length === 0, faults, manifest };
  const sentence = manifest && answer.ok ? `✓ 备份完好 / the backup is whole\n${contentsOf(manifest)}` : `✕ ${faults.join('\n✕ ')}`;
  process.stdout.write(options.json ? `${JSON.stringify(answer)}\n` : `${sentence}\n`);
  if (!answer.ok) process.exitCode = 1;
}

export async function restore(folder: string, options: { json?: boolean }): Promise<void> {
  if (!existsSync(folder)) throw new CliError(`${folder}: 没有这个备份 / there is no such backup`);
  const { manifest, aside } = await asSentence(() => restoreBackup({ place: cliEnv(), from: folder, contextOf: consoleContext }));
  const kept = aside.map((where) => `原有数据 / what stood before: ${where}\n`).join('');
  const sentence = `✓ 已恢复，所有人需重新登录 / restored; everybody signs in anew\n${contentsOf(manifest)}\n${kept}`;
  process.stdout.write(options.json ? `${JSON.stringify({ restored: manifest.hash, madeAt: manifest.madeAt, aside })}\n` : sentence);
}

export async function tryRestore(named: string | undefined, options: { json?: boolean }): Promise<void> {
  const env = cliEnv();
  const backups = backupFolder(env);
  const from = named ?? newestOf(backups);
  if (!existsSync(from)) throw new CliError(`${from}: 没有这个备份 / there is no such backup`);
  const result = await asSentence(() => drill({ place: env, from, backups, contextOf: consoleContext }));
  const sentence = result.ok
    ? `✓ 演练通过，用时 ${result.seconds} 秒 / restored, served and answered in ${result.seconds} s: ${from}; ${result.rows} 行 / rows, head ${result.head?.seq} ${result.head?.hash}`
    : `✕ 演练失败 / the drill failed: ${from}: ${result.problem}`;
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${sentence}\n`);
  if (!result.ok) process.exitCode = 1;
}

function newestOf(backups: string): string {
  const newest = listBackups(backups).at(-1);
  if (!newest) throw new CliError(`${backups}: 还没有备份，请先运行 db backup / there is no backup yet: run db backup`);
  return join(backups, newest.name);
}

function contentsOf(manifest: Manifest): string {
  const { engine, head, tables } = databaseIn(manifest.stores.database);
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  return `${engine} ${manifest.madeAt}: ${rows} 行 / rows; head ${head.seq} ${head.hash}`;
}
