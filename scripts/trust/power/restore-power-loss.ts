import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspectSqlite } from '@/db/backup/sqlite-copy';
import { recordEvents } from '@/db/store';
import { databaseFile, openStore } from '@/db/store/open-store';
import { anEvent } from '@/db/testing/rows';
import { makeBackup } from '@/server/backup/make-backup';
import { restoreBackup } from '@/server/backup/restore-backup';
import { NotStarted } from '@/server/boot/not-started';
import { recogniseData } from '@/server/boot/recognise-data';
import { consoleContext } from '@/server/cli/with-store';
import { type SeededRandom, seededRandom } from '@/server/domain/seeded-random';
import { readEnv } from '@/server/env';
import { seedClerks } from '../../bench/save/seed-clerks';
import { ForgetfulDisk, type Kept, type Standing } from './disk-model';
import { type Recorded, readRecording, recordTold } from './read-recording';
import { recorded } from './record-process';
import { putDown, requireAllRecorded, standingIn } from './standing';

export interface RestoreLoss {
  cuts: number;
  /** What a start finds: what stood, what was restored, or a restore to be done again. */
  asBefore: number;
  restored: number;
  askedAgain: number;
  /** Something else; a restore that somebody was told of and that is not there; what stood before and is nowhere any more. */
  bad: number;
  faults: string[];
}

const ways: readonly Kept[] = ['nothing', { pieces: 512, share: 0.5 }, 'everything', { pieces: 4096, share: 0.1 }];
const [eventsInBackup, eventsAfter] = [5, 7] as const;

/** The power goes at so many moments while a backup is restored over an office that has gone on since. */
export async function losePowerInRestore(folder: string, { cuts, seed }: { cuts: number; seed: number }): Promise<RestoreLoss> {
  const root = join(folder, 'restore-disk');
  const log = join(folder, 'restore-recording');
  const backup = await officeThatWentOn(root);
  const before = standingIn(root);
  const child = fork(fileURLToPath(new URL('./restoring-process.ts', import.meta.url)), [join(root, 'backups', backup)], {
    env: { ...process.env, NIANBAO_DATA: join(root, 'data'), ...recorded(folder, { root, log }) },
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  recordTold(log, 'restored');
  child.send('end');
  await once(child, 'exit');
  const records = readRecording(readFileSync(log));
  requireAllRecorded(records, root, before);
  const told: RestoreLoss = { cuts, asBefore: 0, restored: 0, askedAgain: 0, bad: 0, faults: [] };
  for (const { standing, isTold } of powerLosses(records, root, before, { cuts, random: seededRandom(seed) })) {
    const { found, fault } = await judge(folder, standing, backup);
    told[found] += 1;
    if (found !== 'bad' && !(isTold && found !== 'restored')) continue;
    told.faults.push(fault ?? `told of it, and found ${found}`);
    if (found !== 'bad') told.bad += 1;
  }
  return told;
}

async function officeThatWentOn(root: string): Promise<string> {
  const place = { dataFolder: join(root, 'data'), databaseUrl: null };
  mkdirSync(root);
  let store = await openStore(place);
  await store.migrate();
  await seedClerks(store, 'a secret of this run, long enough', 3);
  const events = (count: number) =>
    store.tx((tx) =>
      recordEvents(
        tx,
        Array.from({ length: count }, () => anEvent()),
      ),
    );
  await events(eventsInBackup);
  await store.close();
  const { folder } = await makeBackup({ place, to: join(root, 'backups'), reason: 'asked' });
  store = await openStore(place);
  await events(eventsAfter);
  await store.close();
  return folder.slice(folder.lastIndexOf('/') + 1);
}

/** Most of the cuts towards the end, where things are swapped and somebody is told; the last at the end, with nothing of what was not flushed. */
function* powerLosses(
  records: readonly Recorded[],
  root: string,
  before: Standing,
  { cuts, random }: { cuts: number; random: SeededRandom },
): Generator<{ standing: Standing; isTold: boolean }> {
  const swaps = records.findIndex((one) => one.kind === 'rename');
  const moments = Array.from({ length: cuts }, (_, cut) =>
    cut === 0 ? records.length : random.integer(cut % 4 === 0 ? 1 : swaps, records.length),
  ).sort((a, b) => a - b);
  const disk = new ForgetfulDisk(root, before);
  let isTold = false;
  for (const [index, record] of [...records, null].entries()) {
    for (; moments[0] === index; moments.shift())
      yield { standing: disk.afterPowerLoss(ways[(moments.length - 1) % ways.length] ?? 'nothing', random), isTold };
    if (record?.kind === 'told') isTold = true;
    else if (record) disk.apply(record);
  }
}

async function judge(
  folder: string,
  standing: Standing,
  backup: string,
): Promise<{ found: 'asBefore' | 'restored' | 'askedAgain' | 'bad'; fault?: string }> {
  const cut = join(folder, 'restore-cut');
  const place = { dataFolder: join(cut, 'data'), databaseUrl: null };
  try {
    putDown(standing, cut);
    const refused = await refusalOf(place.dataFolder);
    if (refused?.includes('恢复备份中途中断')) {
      await restoreBackup({ place, from: join(cut, 'backups', backup), contextOf: consoleContext });
      const again = await refusalOf(place.dataFolder);
      const state = again ?? (await stateOf(place.dataFolder));
      return state === 'restored' ? { found: 'askedAgain' } : { found: 'bad', fault: `done again: ${state}` };
    }
    const state = refused ?? (await stateOf(place.dataFolder));
    return state === 'restored' || state === 'asBefore' ? { found: state } : { found: 'bad', fault: state };
  } catch (error) {
    return { found: 'bad', fault: (error as Error).message };
  } finally {
    rmSync(cut, { recursive: true, force: true });
  }
}

async function refusalOf(dataFolder: string): Promise<string | null> {
  return recogniseData(readEnv({ NIANBAO_DATA: dataFolder }), { wantsEmpty: false }).then(
    ({ as }) => (as === 'office' ? null : `taken for ${as}`),
    (error: unknown) => (error instanceof NotStarted ? error.message : Promise.reject(error)),
  );
}

/** By where the log ends: the restored one tells of its restore; what stood is whole in its place, or put aside. */
async function stateOf(dataFolder: string): Promise<string> {
  const stands = await endOf(databaseFile(dataFolder));
  if (stands === eventsInBackup + eventsAfter) return 'asBefore';
  if (stands !== eventsInBackup + 1) return `a log that ends at ${stands}`;
  const asides = readdirSync(dataFolder).filter((name) => name.startsWith('before-restore-'));
  const kept = await Promise.all(asides.map((name) => endOf(join(dataFolder, name, 'nianbao.db'))));
  return kept.includes(eventsInBackup + eventsAfter) ? 'restored' : `what stood before is not kept: ${kept.join(', ')}`;
}

async function endOf(file: string): Promise<number | string> {
  const { facts, faults } = await inspectSqlite(file, null);
  return facts && faults.length === 0 ? facts.head.seq : faults.join('; ');
}
