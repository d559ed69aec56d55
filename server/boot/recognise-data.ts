import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { eventHead, listEvents, type Store } from '@/db/store';
import { type DataLook, lookAtData } from '@/db/store/look-at-data';
import { databaseFile, restoreUnderWay } from '@/db/store/open-store';
import { chainVerifier } from '@/server/domain/audit';
import type { Sentence } from '@/server/domain/sentence';
import type { Env } from '@/server/env';
import { NotStarted } from './not-started';
import { findOfficeMarker, type OfficeMarker } from './office-marker';

/** What a start does with the data it finds. */
export interface Recognised {
  as: 'office' | 'demonstration' | 'new_office' | 'new_demonstration';
  /** Whether every page was looked at; a large database is looked at while it serves. */
  arePagesChecked: boolean;
}

type Place = Pick<Env, 'dataFolder' | 'databaseUrl' | 'publicUrl' | 'host' | 'isLoopback'>;

/** How many of the newest events have to hold together before people are let in. */
const eventsVerified = 1_000;

/**
 * What the configured data is, before anything opens it to write. The demonstration is only for a folder that nothing configures and that
 * has never been an office's; an office is begun where it is asked for (`--empty`); everything else that is not sound is told.
 *
 * @throws NotStarted with what it is, where, and what to do; nothing has been written
 */
export async function recogniseData(env: Place, options: { wantsEmpty: boolean }): Promise<Recognised> {
  const { facts, arePagesChecked, marker } = await requireSoundData(env);
  const configuredBy = whatConfigures(env);
  if (facts?.isDemonstration) {
    if (marker) throw new NotStarted(demonstrationInAnOffice(env, marker));
    if (configuredBy) throw new NotStarted(demonstrationForOthers(env, configuredBy));
    return { as: 'demonstration', arePagesChecked };
  }
  if (facts?.isOffice && marker?.engine === 'postgres' && env.databaseUrl === null) throw new NotStarted(officeMoved(env, marker));
  if (facts?.isOffice) return { as: 'office', arePagesChecked };
  if (options.wantsEmpty) return { as: 'new_office', arePagesChecked: true };
  if (configuredBy) throw new NotStarted(nobodyHere(env, configuredBy));
  return { as: 'new_demonstration', arePagesChecked: true };
}

/**
 * The same for whoever only wants to work with the data that stands there, or begin with none.
 *
 * @returns facts: null where there is no database yet
 * @throws NotStarted
 */
export async function requireSoundData(env: Pick<Place, 'dataFolder' | 'databaseUrl'>) {
  if (existsSync(restoreUnderWay(env.dataFolder))) throw new NotStarted(brokenOffRestore(env));
  const look = await lookAtData(env);
  const marker = findOfficeMarker(env.dataFolder);
  if (look.state === 'sound') {
    const { isDemonstration, isOffice } = look.facts;
    if (!isDemonstration && !isOffice && isLost(env, marker)) throw new NotStarted(lostOffice(env, marker));
    return { facts: look.facts, arePagesChecked: look.arePagesChecked, marker };
  }
  if (look.state !== 'absent') throw new NotStarted(unsound(env, look));
  if (isLost(env, marker)) throw new NotStarted(lostOffice(env, marker));
  if (look.beside) throw new NotStarted(databaseGone(env, look.beside));
  return { facts: null, arePagesChecked: true, marker };
}

/** Whether the newest events hold together. @throws NotStarted; the store is closed by then */
export async function requireSoundLogEnd(store: Store, env: Pick<Place, 'dataFolder' | 'databaseUrl'>): Promise<void> {
  const { seq: last } = await eventHead(store.read);
  const events = await listEvents(store.read, { after: last - eventsVerified, limit: eventsVerified });
  const [first] = events;
  const chain = chainVerifier(first && first.seq > 1 ? { seq: first.seq - 1, hash: first.prev } : undefined);
  const fault = events.map((event) => chain.add(event)).find((one) => one !== null);
  if (!fault) return;
  await store.close();
  const where = placeOf(env);
  throw new NotStarted({
    zh: `${where}：操作记录第 ${fault.seq} 条与前文不符（${fault.fault}），数据被改动或损坏，程序没有启动。请先另存一份现场，用 nianbao audit verify 查看，再用 nianbao db restore 恢复最近的备份。`,
    en: `${where}: event ${fault.seq} of the log does not fit the one before (${fault.fault}): the data was changed or is damaged. Not started. Keep a copy of what stands, look with "nianbao audit verify", then restore the last backup with "nianbao db restore".`,
  });
}

function brokenOffRestore(env: Pick<Place, 'dataFolder' | 'databaseUrl'>): Sentence {
  const where = placeOf(env);
  return {
    zh: `${where}：上次恢复备份中途中断，数据不完整，程序没有启动。请再次运行 nianbao db restore；原有数据在 before-restore-… 里。`,
    en: `${where}: a restore was broken off here, so the data is neither what was nor what is to be. Not started. Run "nianbao db restore" again; what stood before is in before-restore-….`,
  };
}

/** What was found in a large database after people were let in. */
export function damagedWhileServing(env: Where, detail: string): NotStarted {
  const where = placeOf(env);
  return new NotStarted({
    zh: `${where}：启动后的检查发现数据库已损坏（${inOneLine(detail)}），程序已停止，以免继续写入。请先另存一份现场，再用 nianbao db restore 恢复最近的备份。`,
    en: `${where}: the check after the start found the database damaged (${inOneLine(detail)}). Stopped, so that nothing more is written into it. Keep a copy of what stands, then restore the last backup with "nianbao db restore".`,
  });
}

/** An office that this engine kept, where nothing of it is found. An office that moves to another engine is begun there. */
function isLost({ databaseUrl }: Pick<Place, 'databaseUrl'>, marker: OfficeMarker | null): marker is OfficeMarker {
  return marker !== null && (databaseUrl === null || marker.engine === 'postgres');
}

function whatConfigures({ publicUrl, databaseUrl, isLoopback, host }: Place): string | null {
  const named = [publicUrl && 'NEXTAUTH_URL', databaseUrl && 'DATABASE_URL', !isLoopback && `HOST=${host}`].filter(Boolean);
  return named.length > 0 ? named.join(', ') : null;
}

/** Where the data is, without the password that an address may hold. */
function placeOf({ dataFolder, databaseUrl }: Pick<Place, 'dataFolder' | 'databaseUrl'>): string {
  if (!databaseUrl) return resolve(databaseFile(dataFolder));
  const { host, pathname } = new URL(databaseUrl);
  return `PostgreSQL ${host}${pathname}`;
}

type Where = Pick<Place, 'dataFolder' | 'databaseUrl'>;

/** What is no sound database, told so that it can be mended. */
function unsound(env: Where, look: Exclude<DataLook, { state: 'sound' | 'absent' }>): Sentence {
  const where = placeOf(env);
  const restore = {
    zh: '程序没有启动，文件没有改动。请先另存一份现场，再用 nianbao db restore 恢复最近的备份。',
    en: 'Not started, and nothing was changed. Keep a copy of what stands, then restore the last backup with "nianbao db restore".',
  };
  switch (look.state) {
    case 'no_bytes':
      return {
        zh: `${where}：数据库文件是空的（0 字节），里面的数据没有了。${restore.zh}确实从未有过数据时，删除这个空文件后重新启动。`,
        en: `${where}: the database file is empty (0 bytes): what it held is gone. ${restore.en} If it never held anything, delete the empty file and start again.`,
      };
    case 'no_database':
      return {
        zh: `${where}：这不是数据库文件（开头被覆盖、加密，或放错了文件）。${restore.zh}`,
        en: `${where}: this is no database file (overwritten, encrypted, or another file in its place). ${restore.en}`,
      };
    case 'of_another_program':
      return {
        zh: `${where}：这是别的程序的数据库。程序没有启动，文件没有改动。请用 NIANBAO_DATA 指定另一个数据文件夹。`,
        en: `${where}: this is the database of another program. Not started, and nothing was changed. Name another data folder with NIANBAO_DATA.`,
      };
    case 'damaged':
      return {
        zh: `${where}：数据库已损坏（${inOneLine(look.detail)}）。${restore.zh}`,
        en: `${where}: the database is damaged (${inOneLine(look.detail)}). ${restore.en}`,
      };
    case 'unusable':
      return {
        zh: `${where}：数据库打不开（${inOneLine(look.detail)}），这不表示数据有损坏。程序没有启动，文件没有改动。请检查磁盘、内存和权限，看是否有别的程序占用它，再启动。`,
        en: `${where}: the database could not be opened (${inOneLine(look.detail)}), which says nothing of what it holds. Not started, and nothing was changed. See to the disk, to memory and to rights, and whether another program holds it, then start again.`,
      };
    case 'behind':
      return {
        zh: `${where}：数据库不完整：操作记录应到第 ${look.head.seq} 条，实际到第 ${look.endsAt} 条或内容不同。旁边的 -wal 文件丢失，或放回了旧的文件。请把 -wal 文件与数据库放回一处；找不回时用 nianbao db restore 恢复备份。确认接受缺失的，删除 ${where}-head 后启动。`,
        en: `${where}: the database is not whole: its log should reach event ${look.head.seq} and ends at ${look.endsAt}, or differs there. Its -wal file was lost, or an older file was put in its place. Put the -wal file back beside it; if it is gone, restore a backup with "nianbao db restore". To accept the loss, delete ${where}-head and start again. Nothing was changed.`,
      };
    case 'foreign_migration':
      return {
        zh: `${where}：数据库来自更新或另一版本的程序（数据结构 ${look.detail}），本版本不能打开。程序没有启动，数据没有改动。请升级程序；要退回本版本，请用 nianbao db restore 恢复升级前的备份。`,
        en: `${where}: the database is of a newer or another version of the program (schema ${look.detail}), which this one cannot open. Not started, and nothing was changed. Upgrade the program; to stay with this version, restore the backup made before the upgrade with "nianbao db restore".`,
      };
    case 'not_readable':
      return {
        zh: `${look.path}：没有读取权限。请让运行程序的用户成为它的所有者（chown），再启动。`,
        en: `${look.path}: may not be read. Make the user who runs the program its owner (chown), then start again.`,
      };
    case 'not_writable':
      return {
        zh: `${look.path}：只读，不能保存。请检查磁盘是否以只读方式挂载，或改正权限（chown、chmod u+w），再启动。这是备份的，请用 nianbao db restore 恢复，不要直接使用。`,
        en: `${look.path}: read-only, nothing could be saved. See whether the disk is mounted read-only, or mend its mode (chown, chmod u+w), then start again. If this is a backup, restore it with "nianbao db restore" instead of working in it.`,
      };
    case 'unreachable':
      return {
        zh: `${where}：连接不上数据库（${look.detail}）。请检查 DATABASE_URL、数据库服务和网络，再启动。`,
        en: `${where}: the database cannot be reached (${look.detail}). Check DATABASE_URL, the database server and the network, then start again.`,
      };
    default:
      return look satisfies never;
  }
}

function lostOffice(env: Where, { since, file }: OfficeMarker): Sentence {
  const [where, day] = [placeOf(env), since.slice(0, 10)];
  return {
    zh: `${where}：这里原有正式数据（${day} 起），现在没有。程序没有启动，没有写入任何内容。请检查数据文件夹是否已挂载、NIANBAO_DATA 和 DATABASE_URL 是否正确；数据丢失的，用 nianbao db restore 恢复备份。确实要在这里重新开始，删除 ${file} 后用 --empty 启动。`,
    en: `${where}: an office kept its data here (since ${day}), and there is none now. Not started, and nothing was written. See whether the data folder is mounted and NIANBAO_DATA and DATABASE_URL are right; if the data is lost, restore a backup with "nianbao db restore". To really begin anew here, delete ${file} and start with --empty.`,
  };
}

function databaseGone(env: Where, beside: string): Sentence {
  const where = placeOf(env);
  return {
    zh: `${where}：数据库文件不见了，旁边还有它的 ${beside}。程序没有启动，没有写入任何内容。请把数据库文件放回原处，或用 nianbao db restore 恢复备份；确实要重新开始，先移走旁边的文件。`,
    en: `${where}: the database file is gone, while ${beside} of it still stands there. Not started, and nothing was written. Put the file back, or restore a backup with "nianbao db restore"; to really begin anew, move away what stands beside it.`,
  };
}

function nobodyHere(env: Where, configuredBy: string): Sentence {
  const where = placeOf(env);
  return {
    zh: `${where}：这里没有数据。配置了 ${configuredBy}，所以不装入演示数据，也不自动新建。请检查数据文件夹是否已挂载、NIANBAO_DATA 和 DATABASE_URL 是否正确；数据丢失的，用 nianbao db restore 恢复备份；第一次使用，请用 npm start -- --empty 启动。`,
    en: `${where}: there is no data here. ${configuredBy} is set, so this is no demonstration, and an office is not begun by itself. See whether the data folder is mounted and NIANBAO_DATA and DATABASE_URL are right; if the data is lost, restore a backup with "nianbao db restore"; for the very first start use "npm start -- --empty".`,
  };
}

function demonstrationForOthers(env: Where, configuredBy: string): Sentence {
  const where = placeOf(env);
  return {
    zh: `${where}：这里是演示数据（示例区），只供本机试用；现在配置了 ${configuredBy}。正式使用请用 NIANBAO_DATA 指定另一个数据文件夹，并以 --empty 启动；只看演示，请去掉这项配置。`,
    en: `${where}: this is the demonstration, which serves this machine only, and ${configuredBy} is set. For real work name another data folder (NIANBAO_DATA) and start with --empty; for the demonstration take that out of the configuration.`,
  };
}

function demonstrationInAnOffice(env: Where, { since, file }: OfficeMarker): Sentence {
  const [where, day] = [placeOf(env), since.slice(0, 10)];
  return {
    zh: `${where}：这里原有正式数据（${day} 起），现在是演示数据（示例区）。程序没有启动。请检查数据文件夹是否已挂载、NIANBAO_DATA 是否正确；数据丢失的，用 nianbao db restore 恢复备份。确实改作演示的，删除 ${file}。`,
    en: `${where}: an office kept its data here (since ${day}), and now the demonstration stands here. Not started. See whether the data folder is mounted and NIANBAO_DATA is right; if the data is lost, restore a backup with "nianbao db restore". If this is to be a demonstration from now on, delete ${file}.`,
  };
}

function officeMoved(env: Where, { since, file }: OfficeMarker): Sentence {
  const [where, day] = [placeOf(env), since.slice(0, 10)];
  return {
    zh: `${where}：正式数据已移到 PostgreSQL（标记自 ${day} 起），这里留下的是移走以前的数据。程序没有启动。请设置 DATABASE_URL 再启动；确实改回使用这里的数据的，删除 ${file}。`,
    en: `${where}: this office works on PostgreSQL now (marked since ${day}); what stands here is from before. Not started. Set DATABASE_URL; if the data here is to be used again, delete ${file}.`,
  };
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
