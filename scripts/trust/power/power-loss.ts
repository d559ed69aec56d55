import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkBackup } from '@/server/backup/check-backup';
import { NotStarted } from '@/server/boot/not-started';
import { recogniseData } from '@/server/boot/recognise-data';
import { type SeededRandom, seededRandom } from '@/server/domain/seeded-random';
import { readEnv } from '@/server/env';
import type { Clerk } from '../../bench/save/seed-clerks';
import { savedInSqlite } from '../saved-in-sqlite';
import { missing, saveUntilCut, startSaving } from '../saving';
import { ForgetfulDisk, type Kept, type Standing } from './disk-model';
import { type Recorded, readRecording, recordTold } from './read-recording';
import { recorded } from './record-process';
import { putDown, requireAllRecorded } from './standing';

export interface PowerLoss {
  cuts: number;
  acknowledged: number;
  /** Acknowledged saves that are not there after a cut. */
  lost: number;
  halves: number;
  /** Cuts after which the database or the log's chain is not whole, or a start refuses what it finds. */
  notWhole: number;
  /** Backups of which somebody was told and that are gone, or that have their name and are not whole. */
  badBackups: number;
  /** What the first few of these were. */
  faults: string[];
  /** The controls: of so many cuts on a disk that ignores the flushes of these files, those after which the same judgement misses something. */
  control: Record<keyof typeof ignoring, { cuts: number; missed: number }>;
}

/** From the mildest to what keeps only what it must. */
const ways: readonly Kept[] = [
  'nothing',
  { pieces: 512, share: 0.5 },
  { pieces: 4096, share: 0.9 },
  { pieces: 512, share: 0.05 },
  { pieces: 4096, share: 0.3 },
  'everything',
];

/** A program that flushes nothing; one that does not wait for its log at each commit, as with synchronous = NORMAL. */
const ignoring = { nothing: () => true, log: (path: string) => path.endsWith('-wal') } as const;

/**
 * The power goes at so many moments while clerks save and backups are made, in one recording of all that a server did to its disk, from its
 * first start to its end. What each was told stands in the same recording, so it is known what has to be there after each cut.
 */
export async function losePower(
  folder: string,
  { cuts, controlCuts, clerks: count, saves, seed }: { cuts: number; controlCuts: number; clerks: number; saves: number; seed: number },
): Promise<PowerLoss> {
  const root = join(folder, 'disk');
  const { records, clerks } = await recordSaving(folder, { root, clerks: count, saves });
  const random = seededRandom(seed);
  const found: PowerLoss = {
    cuts,
    acknowledged: records.filter((one) => one.kind === 'told' && one.text.startsWith('saved ')).length,
    ...{
      lost: 0,
      halves: 0,
      notWhole: 0,
      badBackups: 0,
      faults: [],
      control: { nothing: { cuts: controlCuts, missed: 0 }, log: { cuts: controlCuts, missed: 0 } },
    },
  };
  for (const { standing, told, way } of powerLosses(records, root, { cuts, random })) {
    const judged = await judge(folder, standing, told, clerks);
    found.lost += judged.lost;
    found.halves += judged.halves;
    found.notWhole += judged.notWhole;
    found.badBackups += judged.badBackups;
    if (judged.faults.length > 0 && found.faults.length < 10) found.faults.push(`${JSON.stringify(way)}: ${judged.faults.join('; ')}`);
  }
  for (const [name, ignoresFlushOf] of Object.entries(ignoring))
    for (const { standing, told } of powerLosses(records, root, { cuts: controlCuts, random, ignoresFlushOf })) {
      const { lost, halves, notWhole } = await judge(folder, standing, told, clerks);
      if (lost + halves + notWhole > 0) found.control[name as keyof typeof ignoring].missed += 1;
    }
  return found;
}

async function recordSaving(folder: string, options: { root: string; clerks: number; saves: number }) {
  const { root, clerks: count, saves } = options;
  const log = join(folder, 'recording');
  mkdirSync(root);
  const env = recorded(folder, { root, log });
  const { child, port, seeded } = await startSaving({ dataFolder: join(root, 'data'), clerks: count, env });
  if (!seeded) throw new Error('there was somebody in an empty folder');
  recordTold(log, 'seeded');
  const ended = once(child, 'exit');
  let saved = 0;
  const backUpAt = new Set([1, Math.floor(saves / 2)]);
  const backups: Promise<void>[] = [];
  const backUp = async () => {
    // Asked one after the other: each answer is the next message.
    await backups.at(-2);
    const made = once(child, 'message');
    child.send('backup');
    const [{ backup }] = (await made) as [{ backup: string }];
    recordTold(log, `backup ${basename(backup)}`);
  };
  await Promise.all(
    seeded.map((clerk) =>
      saveUntilCut(port, clerk, {
        answered: new Map(),
        isDone: () => saved >= saves,
        onAnswer(filing, version) {
          recordTold(log, `saved ${filing} ${version}`);
          saved += 1;
          if (backUpAt.has(saved)) backups.push(backUp());
        },
      }),
    ),
  );
  await Promise.all(backups);
  child.send('close');
  const [code] = await ended;
  if (code !== 0) throw new Error(`the server that was recorded ended with ${code}`);
  const records = readRecording(readFileSync(log));
  requireAllRecorded(records, root);
  return { records, clerks: seeded };
}

interface Told {
  isSeeded: boolean;
  answered: Map<string, number>;
  backups: Set<string>;
}

/** What stands after each of so many cuts, half of them just after somebody was told something, and what had been told by then. */
function* powerLosses(
  records: readonly Recorded[],
  root: string,
  options: { cuts: number; random: SeededRandom; ignoresFlushOf?: (path: string) => boolean },
): Generator<{ standing: Standing; told: Told; way: Kept }> {
  const { cuts, random, ignoresFlushOf } = options;
  // What reached the disk whole says nothing of flushes.
  const of = ignoresFlushOf ? ways.filter((way) => way !== 'everything') : ways;
  const tellings = records.flatMap((record, index) => (record.kind === 'told' ? [index + 1] : []));
  const seeded = tellings[0] ?? 0;
  const moments = Array.from({ length: cuts }, (_, cut) =>
    // A control before anything was told would prove nothing.
    cut % 2 === 0 ? random.pick(tellings) : random.integer(ignoresFlushOf || cut % 20 !== 1 ? seeded : 1, records.length),
  ).sort((a, b) => a - b);
  const disk = new ForgetfulDisk(root);
  const told: Told = { isSeeded: false, answered: new Map(), backups: new Set() };
  for (const [index, record] of [...records, null].entries()) {
    for (; moments[0] === index; moments.shift()) {
      const way = of[(cuts - moments.length) % of.length] ?? 'nothing';
      yield { standing: disk.afterPowerLoss(way, random), told, way };
    }
    if (record?.kind === 'told') hear(told, record.text);
    else if (record) disk.apply(record, ignoresFlushOf);
  }
}

function hear(told: Told, text: string): void {
  const [what, name = '', version] = text.split(' ');
  if (what === 'seeded') told.isSeeded = true;
  else if (what === 'backup') told.backups.add(name);
  else told.answered.set(name, Math.max(told.answered.get(name) ?? 0, Number(version)));
}

/** The next start after a cut, and what it has. */
async function judge(folder: string, standing: Standing, told: Told, clerks: readonly Clerk[]) {
  const judged = { lost: 0, halves: 0, notWhole: 0, badBackups: 0, faults: [] as string[] };
  const cut = join(folder, 'cut');
  const data = join(cut, 'data');
  try {
    putDown(standing, cut);
    const isThere = existsSync(join(data, 'nianbao.db'));
    // Before anybody was told anything, a file without a byte is refused and may be.
    const fault = await recogniseData(readEnv({ NIANBAO_DATA: data }), { wantsEmpty: !told.isSeeded }).then(
      ({ as }) => (told.isSeeded && as !== 'office' ? `taken for ${as}` : null),
      (error: unknown) => {
        if (!(error instanceof NotStarted)) throw error;
        return !told.isSeeded && error.message.includes('0 bytes') ? null : error.message;
      },
    );
    if (fault) {
      judged.notWhole += 1;
      judged.faults.push(fault);
    }
    if (!hasWholeSecret(data, told)) {
      judged.notWhole += 1;
      judged.faults.push('the key of the cookies is not whole');
    }
    if (told.isSeeded) {
      const { versions, isWhole, doubled } = isThere ? await savedInSqlite(data) : { versions: new Map(), isWhole: false, doubled: 0 };
      Object.assign(judged, missing(clerks, told.answered, versions));
      if (!isWhole || doubled > 0) judged.notWhole += 1;
      if (judged.lost + judged.halves + doubled > 0 || !isWhole)
        judged.faults.push(`${judged.lost} lost, ${judged.halves} halves, ${doubled} doubled, whole: ${isWhole}`);
    }
    await judgeBackups(join(data, 'backups'), told, judged);
  } catch (error) {
    // SQLite's own refusal: nothing can be had from it.
    if (!(error as { code?: string }).code?.startsWith('SQLITE_')) throw error;
    judged.notWhole += 1;
    judged.lost += [...told.answered.values()].reduce((sum, one) => sum + one, 0);
    judged.faults.push((error as Error).message);
  } finally {
    rmSync(cut, { recursive: true, force: true });
  }
  return judged;
}

/** Whoever was let in has a cookie that it sealed; before that it may not be there, and is never a part of itself. */
function hasWholeSecret(data: string, { isSeeded }: Told): boolean {
  const file = join(data, 'session-secret');
  return existsSync(file) ? readFileSync(file).byteLength === 64 : !isSeeded;
}

async function judgeBackups(folder: string, { backups }: Told, judged: { badBackups: number; faults: string[] }): Promise<void> {
  const there = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory() && !one.name.startsWith('.'))
    : [];
  const names = new Set([...backups, ...there.map(({ name }) => name)]);
  for (const name of names) {
    const { faults } = await checkBackup(join(folder, name));
    if (faults.length === 0) continue;
    judged.badBackups += 1;
    judged.faults.push(`backup ${name}: ${faults.join('; ')}`);
  }
}
