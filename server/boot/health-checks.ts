import { statfs } from 'node:fs/promises';
import { pendingMigrations, type Store, tryToWrite } from '@/db/store';
import type { HeadSent } from '@/server/audit/keep-heads-elsewhere';
import type { Sentence } from '@/server/domain/sentence';
import { refusalOf } from '@/server/fault';
import type { AskLastBackup } from './last-backup';

/** degraded: people can work, an operator should look. failed: they cannot. unknown: nothing is known, and nothing is wrong with that. */
export type HealthState = 'ok' | 'degraded' | 'failed' | 'unknown';

export interface HealthCheck {
  name: string;
  state: HealthState;
  /** For whoever reads the answer: no path, no query, no secret. */
  sentence: Sentence;
}

export interface HealthParts {
  store: Pick<Store, 'engine' | 'read' | 'tx'>;
  dataFolder: string;
  lastBackup: AskLastBackup;
  /** How the last head of the event log left this machine; undefined where none is to. */
  lastHead?: () => HeadSent;
  /** Whether what the start has left for later is still being looked at. */
  isStartPending: () => boolean;
  now: () => Date;
  /** In blocks, as the system tells it. */
  freeSpace?: (folder: string) => Promise<{ blocks: number; bfree: number; bavail: number; bsize: number }>;
  /** How long one check may take: the whole answer comes within five seconds, whatever hangs. */
  patienceMs?: number;
  /** As long as an answer stands: whoever asks in a loop must not make the disk flush at each turn. */
  freshForMs?: number;
}

export const patienceMs = 4_000;
const oldBackupHours = 24;
const fullShare = 0.95;
const lowBytes = 512 * 1024 * 1024;
/** Less than a few saves and a backup's own notes need. */
const noBytes = 16 * 1024 * 1024;

type Finding = Omit<HealthCheck, 'name'>;

/**
 * The checks of `ready`, each bounded for itself. What another hand keeps (backups, the checks of the start) is asked by a function, so that a
 * newcomer is one line here.
 */
export function healthChecks(parts: HealthParts): Record<string, () => Promise<Finding>> {
  return {
    write: () => canWrite(parts),
    migrations: () => migrations(parts),
    disk: () => disk(parts),
    backup: () => backup(parts),
    ...(parts.lastHead ? { head: async () => headOf(parts.lastHead?.() ?? null) } : {}),
    start: async () => (parts.isStartPending() ? startPending : startDone),
  };
}

/** All of them at once. One that does not answer in time, or fails, has failed. */
export async function runHealthChecks(parts: HealthParts): Promise<HealthCheck[]> {
  return Promise.all(
    Object.entries(healthChecks(parts)).map(async ([name, check]) => {
      const [patience, end] = after(parts.patienceMs ?? patienceMs);
      const finding = await Promise.race([check().catch(failedBy), patience.then(() => tooSlow)]);
      end();
      return { name, ...finding };
    }),
  );
}

export function statusOf(checks: readonly Pick<HealthCheck, 'state'>[]): 'ready' | 'degraded' | 'not_ready' {
  if (checks.some(({ state }) => state === 'failed')) return 'not_ready';
  return checks.some(({ state }) => state === 'degraded') ? 'degraded' : 'ready';
}

/** A row is really written and flushed: a disk that is full, a lock that is held and a database that only reads are met nowhere else. */
async function canWrite({ store, now }: HealthParts): Promise<Finding> {
  await tryToWrite(store, now());
  return { state: 'ok', sentence: { zh: '可以保存。', en: 'It can be written to.' } };
}

async function migrations({ store }: HealthParts): Promise<Finding> {
  const pending = await pendingMigrations(store);
  if (pending === 0) return { state: 'ok', sentence: { zh: '数据结构与程序一致。', en: 'The schema is that of the program.' } };
  if (pending < 0)
    return {
      state: 'failed',
      sentence: { zh: '数据库比程序新，请用新的程序。', en: 'The database is newer than the program: use the newer one.' },
    };
  return {
    state: 'failed',
    sentence: {
      zh: `数据结构还差 ${pending} 步更新，请重新启动。`,
      en: `The schema lacks ${pending} migrations: start the program again.`,
    },
  };
}

async function disk({ dataFolder, freeSpace = statfs }: HealthParts): Promise<Finding> {
  const space = await freeSpace(dataFolder).catch(() => null);
  if (!space) return { state: 'failed', sentence: { zh: '数据文件夹不可用。', en: 'The data folder cannot be reached.' } };
  const { blocks, bfree, bavail, bsize } = space;
  const used = blocks - bfree;
  const share = used + bavail > 0 ? used / (used + bavail) : 0;
  const free = bavail * bsize;
  const [percent, mb] = [Math.floor(share * 100), Math.floor(free / 1024 / 1024)];
  const sentence = { zh: `磁盘已用 ${percent} %，剩余 ${mb} MB。`, en: `${percent} % of the disk is used, ${mb} MB are free.` };
  return { state: free < noBytes ? 'failed' : share >= fullShare || free < lowBytes ? 'degraded' : 'ok', sentence };
}

async function backup({ lastBackup, now }: HealthParts): Promise<Finding> {
  const last = await lastBackup();
  if (last === 'unknown') return { state: 'unknown', sentence: { zh: '备份情况未知。', en: 'Nothing is known of backups.' } };
  if (last === null) return { state: 'degraded', sentence: { zh: '还没有备份。', en: 'There is no backup yet.' } };
  const hours = Math.max(0, (now().getTime() - last.at.getTime()) / 3_600_000);
  const age = hours < 48 ? { zh: `${Math.floor(hours)} 小时`, en: `${Math.floor(hours)} hours` } : daysOf(hours);
  return {
    state: hours > oldBackupHours ? 'degraded' : 'ok',
    sentence: { zh: `最近一次备份在 ${age.zh}前。`, en: `The last backup is ${age.en} old.` },
  };
}

function headOf(last: HeadSent): Finding {
  if (!last) return { state: 'unknown', sentence: { zh: '日志头还没有送出。', en: 'No head of the event log has been sent yet.' } };
  const at = last.at.toISOString();
  return last.ok
    ? { state: 'ok', sentence: { zh: `日志头已于 ${at} 送出。`, en: `The head of the event log was sent at ${at}.` } }
    : { state: 'degraded', sentence: { zh: `日志头送不出去（${at}）。`, en: `The head of the event log could not be sent (${at}).` } };
}

const daysOf = (hours: number): Sentence => ({ zh: `${Math.floor(hours / 24)} 天`, en: `${Math.floor(hours / 24)} days` });

const startPending: Finding = {
  state: 'degraded',
  sentence: { zh: '启动检查还没有做完。', en: 'The checks of the start are not done yet.' },
};
const startDone: Finding = { state: 'ok', sentence: { zh: '启动检查已做完。', en: 'The checks of the start are done.' } };

const tooSlow: Finding = { state: 'failed', sentence: { zh: '没有在规定时间内回答。', en: 'It did not answer in time.' } };

function failedBy(error: unknown): Finding {
  const trouble = refusalOf(error, '');
  if (trouble?.code === 'storage_full')
    return { state: 'failed', sentence: { zh: '磁盘已满，暂时不能保存。', en: 'There is no disk space left to save.' } };
  return { state: 'failed', sentence: { zh: '数据库暂时不可用。', en: 'The database cannot be reached now.' } };
}

function after(ms: number): [Promise<void>, () => void] {
  let timer: NodeJS.Timeout | undefined;
  return [
    new Promise((resolve) => {
      timer = setTimeout(resolve, ms);
    }),
    () => clearTimeout(timer),
  ];
}
